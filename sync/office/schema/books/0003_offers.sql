-- Promotions: their forms by revision, and what tickets did with coupons and limits.
ALTER TABLE members ADD COLUMN first_bought_on TEXT NOT NULL DEFAULT '';

ALTER TABLE orders ADD COLUMN points INTEGER NOT NULL DEFAULT -1;

ALTER TABLE items ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN collections TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN discountable INTEGER NOT NULL DEFAULT 1;
ALTER TABLE items ADD COLUMN weighed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE promotion_parts (
    revision INTEGER NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    number INTEGER NOT NULL, -- Of the event in the head office's journal.
    at_ms INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (revision, part)
) STRICT;

-- Uses less what was given back, so that tickets may arrive in any order: above zero it is spent.
CREATE TABLE coupons (
    code TEXT NOT NULL PRIMARY KEY,
    promotion TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    used_by TEXT NOT NULL,
    uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE promotion_uses (
    member TEXT NOT NULL,
    promotion TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (member, promotion)
) STRICT, WITHOUT ROWID;
