-- The promotions as their author wrote them, every revision: returns are unwound on the terms of their sale.
CREATE TABLE promotions (
    revision INTEGER NOT NULL,
    part INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (revision, part)
) STRICT;

-- Coupons that some ticket gave out, and the ticket that used each; empty: it is still good.
CREATE TABLE coupons (
    code TEXT PRIMARY KEY,
    promotion TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    used_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How often a member used the offers that have a limit per member.
CREATE TABLE offer_uses (
    member TEXT NOT NULL,
    promotion TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (member, promotion)
) STRICT, WITHOUT ROWID;

ALTER TABLE members ADD COLUMN first_bought_on TEXT NOT NULL DEFAULT '';
