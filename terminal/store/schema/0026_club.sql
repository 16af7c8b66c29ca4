-- Membership fees (会费) as this till and the head office know them. Their points are one lot, named "fee/1".
CREATE TABLE fees (
    fee TEXT PRIMARY KEY, -- The number on its slip.
    member TEXT NOT NULL,
    amount INTEGER NOT NULL,
    tender TEXT NOT NULL,
    reference TEXT NOT NULL,
    points INTEGER NOT NULL,
    paid_on TEXT NOT NULL,
    paid_until TEXT NOT NULL,
    refunded INTEGER NOT NULL
) STRICT;
CREATE INDEX fees_by_member ON fees (member);

ALTER TABLE shifts ADD COLUMN fees INTEGER NOT NULL DEFAULT 0;

-- The event of the head office that says which services points pay (积分换服务).
CREATE TABLE service_rules (
    place INTEGER PRIMARY KEY CHECK (place = 1),
    number INTEGER NOT NULL
) STRICT;

-- Services of tickets that were given back, here or at another till.
CREATE TABLE services_returned (
    receipt TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (receipt, n)
) STRICT, WITHOUT ROWID;
