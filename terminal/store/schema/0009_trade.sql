-- The rules of a shop stand whole in the head office's journal; here is where.
CREATE TABLE shop_rules (
    store TEXT PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE members ADD COLUMN account_limit INTEGER NOT NULL DEFAULT 0;

-- What members owe on account (挂账).
CREATE TABLE accounts (
    member TEXT PRIMARY KEY,
    owed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What came back of each line, wherever it did.
CREATE TABLE returned (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    milli INTEGER NOT NULL,
    PRIMARY KEY (receipt, line)
) STRICT, WITHOUT ROWID;

-- The sales that took something back of a receipt, in order: a receipt is unwound step by step.
CREATE TABLE return_visits (
    receipt TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (receipt, number)
) STRICT, WITHOUT ROWID;
