-- The last day of a tier that the head office gave; empty: it has none.
ALTER TABLE members ADD COLUMN tier_until TEXT NOT NULL DEFAULT '';
-- The day of the ticket: tiers are judged by it.
ALTER TABLE points_posts ADD COLUMN earned_on TEXT NOT NULL DEFAULT '';

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
    store TEXT NOT NULL, -- Where she said it; empty: to the head office.
    staff TEXT NOT NULL,
    PRIMARY KEY (member, purpose, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_by_answer ON consents (purpose, channel, answer);

-- The event that says which tiers there are.
CREATE TABLE tier_rules (
    place INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
    number INTEGER NOT NULL
) STRICT;

-- What was put right of a member who has not been heard of yet: after the books were put back,
-- the till that enrolled her may report last.
CREATE TABLE corrections_waiting (
    member TEXT NOT NULL,
    till INTEGER NOT NULL,
    number INTEGER NOT NULL,
    part TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (member, till, number)
) STRICT, WITHOUT ROWID;
