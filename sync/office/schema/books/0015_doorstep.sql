-- When she is at home, what was learnt at her door, and what it cost to send goods back.
ALTER TABLE orders ADD COLUMN slot TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN monthly_use TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN payday TEXT NOT NULL DEFAULT '';
CREATE TABLE return_freight (
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL, -- Of that event: a ticket can bring back several.
    subject TEXT NOT NULL, -- The order, or the receipt it was sold on.
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    payer TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (origin, number, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX return_freight_by_store ON return_freight (store, business_date);
-- What of a profile was said face to face, and when: a file does not write over it.
CREATE TABLE profile_sources (
    member TEXT NOT NULL,
    part TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (member, part)
) STRICT, WITHOUT ROWID;
-- By whom a member was served, and how often: the one who serves her most is her own adviser.
CREATE TABLE member_advisers (
    member TEXT NOT NULL,
    staff TEXT NOT NULL,
    visits INTEGER NOT NULL,
    last_on TEXT NOT NULL,
    PRIMARY KEY (member, staff)
) STRICT, WITHOUT ROWID;
