-- What goes with what, as the head office found it in all receipts.
CREATE TABLE pairings (
    left_style TEXT NOT NULL,
    right_style TEXT NOT NULL,
    left_receipts INTEGER NOT NULL,
    right_receipts INTEGER NOT NULL,
    together INTEGER NOT NULL,
    PRIMARY KEY (left_style, right_style)
) STRICT, WITHOUT ROWID;
CREATE TABLE pairing_news (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    found_on TEXT NOT NULL,
    receipts INTEGER NOT NULL
) STRICT;

-- What the customer of a receipt said of it, once.
CREATE TABLE feelings (
    receipt TEXT PRIMARY KEY,
    business_date TEXT NOT NULL,
    feeling TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX feelings_by_day ON feelings (business_date);

-- How far each talk of this till came.
CREATE TABLE talks (
    talk INTEGER PRIMARY KEY,
    business_date TEXT NOT NULL,
    step INTEGER NOT NULL
) STRICT;
CREATE INDEX talks_by_day ON talks (business_date);

-- What it cost the customers of a day in time and trouble.
CREATE TABLE service_days (
    business_date TEXT PRIMARY KEY,
    served INTEGER NOT NULL,
    serving_ms INTEGER NOT NULL,
    member_sales INTEGER NOT NULL,
    member_taps INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
