-- Membership fees (会费): in the tenders of the day, and in no turnover of it.
ALTER TABLE day_takings ADD COLUMN fees_minor INTEGER NOT NULL DEFAULT 0;

-- Their points are one lot, named "fee/1".
CREATE TABLE fees (
    fee TEXT NOT NULL PRIMARY KEY, -- The number on its slip.
    member TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    tender TEXT NOT NULL,
    reference TEXT NOT NULL,
    points INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    paid_until TEXT NOT NULL,
    given_back_minor INTEGER NOT NULL,
    points_back INTEGER NOT NULL,
    refund TEXT NOT NULL -- The slip with which its unused part went back; empty: it did not.
) STRICT, WITHOUT ROWID;
CREATE INDEX fees_by_member ON fees (member);

-- The event that says which services points pay (积分换服务).
CREATE TABLE service_rules (
    place INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;

-- Services that were given back.
CREATE TABLE services_returned (
    receipt TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (receipt, n)
) STRICT, WITHOUT ROWID;
