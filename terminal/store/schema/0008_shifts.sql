CREATE TABLE shifts (
    shift INTEGER PRIMARY KEY,
    staff TEXT NOT NULL,
    business_date TEXT NOT NULL,
    float_amount INTEGER NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    variance INTEGER NOT NULL,
    z INTEGER NOT NULL, -- The day report it went into; 0: none yet.
    tickets INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    turnover INTEGER NOT NULL,
    order_turnover INTEGER NOT NULL,
    discounts INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    refunds INTEGER NOT NULL,
    cash_taken INTEGER NOT NULL,
    paid_in INTEGER NOT NULL,
    paid_out INTEGER NOT NULL,
    drops INTEGER NOT NULL,
    misses INTEGER NOT NULL,
    rescued INTEGER NOT NULL
) STRICT;
CREATE INDEX shifts_open ON shifts (shift) WHERE closed = 0;
CREATE INDEX shifts_before_z ON shifts (shift) WHERE closed = 1 AND z = 0;

CREATE TABLE shift_tenders (
    shift INTEGER NOT NULL,
    n INTEGER NOT NULL,
    tender TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (shift, n)
) STRICT, WITHOUT ROWID;

-- By quarter of an hour since 1970, UTC: every shop's offset is made of whole ones.
CREATE TABLE turnover_by_quarter (
    business_date TEXT NOT NULL,
    quarter INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (business_date, quarter)
) STRICT, WITHOUT ROWID;

CREATE TABLE misses (
    business_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    misses INTEGER NOT NULL,
    rescued INTEGER NOT NULL,
    PRIMARY KEY (business_date, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_reports (
    z INTEGER PRIMARY KEY,
    business_date TEXT NOT NULL,
    turnover INTEGER NOT NULL,
    variance INTEGER NOT NULL
) STRICT;
