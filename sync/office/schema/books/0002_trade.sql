-- Rounding of cash is money that no drawer has.
ALTER TABLE day_takings ADD COLUMN rounded_minor INTEGER NOT NULL DEFAULT 0;

ALTER TABLE members ADD COLUMN account_limit_minor INTEGER NOT NULL DEFAULT 0;

-- What members owe on account (挂账).
CREATE TABLE accounts (
    member TEXT NOT NULL PRIMARY KEY,
    owed_minor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was sold on each line and what came back of it, wherever it did.
CREATE TABLE receipt_lines (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    till INTEGER NOT NULL,
    number INTEGER NOT NULL, -- Of the sale in that till's journal.
    sku TEXT NOT NULL,
    sold_milli INTEGER NOT NULL,
    returned_milli INTEGER NOT NULL,
    PRIMARY KEY (receipt, line)
) STRICT, WITHOUT ROWID;

-- The shop guides (导购) of a line and what each of them sold by it, returns taken off.
CREATE TABLE guide_takings (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    staff TEXT NOT NULL,
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (receipt, line, staff)
) STRICT, WITHOUT ROWID;
CREATE INDEX guide_takings_by_day ON guide_takings (store, business_date);

CREATE TABLE shop_rules (
    store TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
