-- Codes by telephone: the key that the head office sealed for this till, the wrong
-- codes in a row, and the requests whose code was used.
CREATE TABLE phone_keys (
    till INTEGER PRIMARY KEY,
    sealed TEXT NOT NULL
) STRICT;

CREATE TABLE phone_tries (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    failed INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE phone_requests (
    request TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
