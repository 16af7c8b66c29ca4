-- Both tables are made anew: they are worked out again from the journal afterwards.

-- What an event added to a lot or took from it; a balance is worked out, never kept. A
-- sale that takes points back touches several lots, told apart by their last day.
DROP TABLE points_lots;
CREATE TABLE points_lots (
    member TEXT NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (member, origin, number, expires_on)
) STRICT, WITHOUT ROWID;

-- With what was rounded off in cash (抹零): money that no drawer has.
DROP TABLE shifts;
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
    rounded INTEGER NOT NULL,
    paid_in INTEGER NOT NULL,
    paid_out INTEGER NOT NULL,
    drops INTEGER NOT NULL,
    misses INTEGER NOT NULL,
    rescued INTEGER NOT NULL
) STRICT;
CREATE INDEX shifts_open ON shifts (shift) WHERE closed = 0;
CREATE INDEX shifts_before_z ON shifts (shift) WHERE closed = 1 AND z = 0;
