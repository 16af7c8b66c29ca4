-- The last day of a tier that the head office gave; empty: it has none.
ALTER TABLE members ADD COLUMN tier_until TEXT NOT NULL DEFAULT '';

-- What was put right here and the head office has not answered yet: its older word must not undo it.
CREATE TABLE corrections_unheard (
    member TEXT NOT NULL,
    number INTEGER NOT NULL,
    part TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (member, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_notes (
    member TEXT NOT NULL,
    note TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    since TEXT NOT NULL,
    dropped INTEGER NOT NULL, -- For good, in whatever order the two are heard.
    PRIMARY KEY (member, note)
) STRICT, WITHOUT ROWID;

CREATE TABLE consents (
    member TEXT NOT NULL,
    purpose TEXT NOT NULL,
    channel TEXT NOT NULL,
    answer TEXT NOT NULL,
    wording TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (member, purpose, channel)
) STRICT, WITHOUT ROWID;

-- What counts for a tier: points of a receipt, and what of them went back with its goods.
CREATE TABLE tier_earnings (
    member TEXT NOT NULL,
    subject TEXT NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    earned_on TEXT NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (member, subject, origin, number)
) STRICT, WITHOUT ROWID;

-- The event of the head office that says which tiers there are.
CREATE TABLE tier_rules (
    place INTEGER PRIMARY KEY CHECK (place = 1),
    number INTEGER NOT NULL
) STRICT;
