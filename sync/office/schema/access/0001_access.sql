-- What is no news to a till: who may come in, who was here, and what people should
-- look at. Outside the journal; secrets are kept as hashes only.

CREATE TABLE office_facts (
    name TEXT NOT NULL PRIMARY KEY,
    fact TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE enrol_codes (
    code_hash TEXT NOT NULL PRIMARY KEY,
    store TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    public_key TEXT NOT NULL,
    till INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
    token_hash TEXT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    label TEXT NOT NULL,
    made_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    session_hash TEXT NOT NULL PRIMARY KEY,
    staff TEXT NOT NULL,
    store TEXT NOT NULL,
    role TEXT NOT NULL,
    form_token TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_tries (
    name TEXT NOT NULL PRIMARY KEY,
    tries INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE till_contacts (
    till INTEGER NOT NULL PRIMARY KEY,
    heard_at_ms INTEGER NOT NULL,
    set_aside INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE quarantine (
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (origin, number, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE office_acts (
    number INTEGER NOT NULL PRIMARY KEY,
    actor TEXT NOT NULL
) STRICT;
