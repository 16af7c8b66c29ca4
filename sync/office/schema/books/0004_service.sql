-- What is bought together: receipts by style and by pair of styles, the lesser name left.
CREATE TABLE basket_totals (
    one INTEGER NOT NULL PRIMARY KEY,
    receipts INTEGER NOT NULL,
    found_on TEXT NOT NULL -- The day of which the tills were told last; or empty.
) STRICT, WITHOUT ROWID;
CREATE TABLE basket_styles (
    style TEXT NOT NULL PRIMARY KEY,
    receipts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE basket_pairs (
    left_style TEXT NOT NULL,
    right_style TEXT NOT NULL,
    receipts INTEGER NOT NULL,
    PRIMARY KEY (left_style, right_style)
) STRICT, WITHOUT ROWID;
CREATE INDEX basket_pairs_by_count ON basket_pairs (receipts);

-- How customers felt, how far the talks with them came, and what it cost them.
CREATE TABLE feelings (
    receipt TEXT NOT NULL PRIMARY KEY,
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    business_date TEXT NOT NULL,
    feeling TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX feelings_by_day ON feelings (store, business_date);
CREATE TABLE talks (
    till INTEGER NOT NULL,
    talk INTEGER NOT NULL,
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    step INTEGER NOT NULL,
    PRIMARY KEY (till, talk)
) STRICT, WITHOUT ROWID;
CREATE INDEX talks_by_day ON talks (store, business_date);
CREATE TABLE service_days (
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    served INTEGER NOT NULL,
    serving_ms INTEGER NOT NULL,
    member_sales INTEGER NOT NULL,
    member_taps INTEGER NOT NULL,
    PRIMARY KEY (store, business_date)
) STRICT, WITHOUT ROWID;

-- Returns of goods that differed from their picture, until somebody has looked at it.
CREATE TABLE photo_doubts (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    style TEXT NOT NULL,
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    PRIMARY KEY (receipt, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_doubts_by_style ON photo_doubts (style, business_date);
CREATE TABLE photo_tasks (
    style TEXT NOT NULL PRIMARY KEY,
    since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE misses ADD COLUMN chosen TEXT NOT NULL DEFAULT 'none';
ALTER TABLE misses ADD COLUMN chosen_sku TEXT NOT NULL DEFAULT '';

-- Cash on delivery that a carrier took: money of the day on which it was delivered, in no drawer.
ALTER TABLE day_takings ADD COLUMN carrier_cash_minor INTEGER NOT NULL DEFAULT 0;
