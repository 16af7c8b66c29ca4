-- Whose purse her points lie in, her generation in that family, who brought her along, and the number that is
-- kept of somebody who was entered twice.
ALTER TABLE members ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN generation TEXT NOT NULL DEFAULT 'none';
ALTER TABLE members ADD COLUMN referred_by TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
CREATE INDEX members_by_account ON members (account);
CREATE INDEX members_by_referrer ON members (referred_by);
CREATE INDEX members_by_merged ON members (merged_into);

CREATE TABLE passwords (
    member TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL, -- Argon2id; empty: taken away, and she chooses anew.
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Wrong passwords since the last right one, wherever they were typed.
CREATE TABLE password_tries (
    member TEXT NOT NULL PRIMARY KEY,
    failed INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE file_accesses (
    member TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    number INTEGER NOT NULL, -- Of our event that tells of it.
    access TEXT NOT NULL,
    staff TEXT NOT NULL, -- Empty: she herself.
    role TEXT NOT NULL,
    store TEXT NOT NULL, -- Empty: here.
    PRIMARY KEY (member, at_ms, number)
) STRICT, WITHOUT ROWID;

-- What members asked the privacy officer for; gone when it is done.
CREATE TABLE privacy_wishes (
    member TEXT NOT NULL,
    wish TEXT NOT NULL,
    asked_at_ms INTEGER NOT NULL,
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (member, wish)
) STRICT, WITHOUT ROWID;

-- The row that says so of an erased member: who did it and when.
CREATE TABLE erased_members (
    member TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The event that says what the chain gives its members unasked.
CREATE TABLE benefit_rules (
    place INTEGER NOT NULL PRIMARY KEY CHECK (place = 1),
    number INTEGER NOT NULL
) STRICT;
