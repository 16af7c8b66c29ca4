-- Whose purse her points lie in, her generation in that family, who brought her along, and the number that is
-- kept of somebody who was entered twice.
ALTER TABLE members ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN generation TEXT NOT NULL DEFAULT 'none';
ALTER TABLE members ADD COLUMN referred_by TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
CREATE INDEX members_by_account ON members (account) WHERE account <> '';
CREATE INDEX members_by_merged ON members (merged_into) WHERE merged_into <> '';

CREATE TABLE passwords (
    member TEXT PRIMARY KEY,
    hash TEXT NOT NULL, -- Argon2id; empty: taken away by the head office.
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong passwords since the last right one, at this till and as far as others told.
CREATE TABLE password_tries (
    member TEXT PRIMARY KEY,
    failed INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE file_accesses (
    member TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    access TEXT NOT NULL,
    staff TEXT NOT NULL, -- Empty: she herself.
    role TEXT NOT NULL,
    store TEXT NOT NULL, -- Empty: the head office.
    PRIMARY KEY (member, at_ms, origin, number)
) STRICT, WITHOUT ROWID;

-- What she asked the privacy officer for.
CREATE TABLE privacy_wishes (
    member TEXT NOT NULL,
    wish TEXT NOT NULL,
    PRIMARY KEY (member, wish)
) STRICT, WITHOUT ROWID;

-- Whose they are; empty: of whoever holds the paper.
ALTER TABLE coupons ADD COLUMN member TEXT NOT NULL DEFAULT '';
CREATE INDEX coupons_by_member ON coupons (member) WHERE member <> '';

-- The event of the head office that says what the chain gives its members unasked.
CREATE TABLE benefit_rules (
    place INTEGER PRIMARY KEY CHECK (place = 1),
    number INTEGER NOT NULL
) STRICT;

-- Erased members of whom some line of this till's own journal still tells: the head office has to confirm it first.
CREATE TABLE erasures_left (
    member TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
