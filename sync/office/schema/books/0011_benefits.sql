-- Whose coupon it is; empty: of whoever holds the paper.
ALTER TABLE coupons ADD COLUMN member TEXT NOT NULL DEFAULT '';
CREATE INDEX coupons_by_member ON coupons (member);

-- Whose birthday a day is: month and day, 02-29.
CREATE INDEX members_by_month_day ON members (substr(birthday, 6));

-- What the chain gave its members unasked; each of them at most once.
CREATE TABLE gifts (
    member TEXT NOT NULL,
    subject TEXT NOT NULL, -- welcome, BD2026-…, referral/…
    points INTEGER NOT NULL,
    expires_on TEXT NOT NULL, -- Of the points.
    coupon TEXT NOT NULL, -- Its code; empty: points alone.
    given_on TEXT NOT NULL,
    taken_back INTEGER NOT NULL,
    PRIMARY KEY (member, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX gifts_by_subject ON gifts (subject);
CREATE INDEX gifts_by_coupon ON gifts (coupon);

-- The first ticket with goods that each member paid, as far as we have heard.
CREATE TABLE first_sales (
    member TEXT NOT NULL PRIMARY KEY,
    receipt TEXT NOT NULL,
    business_date TEXT NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX first_sales_by_receipt ON first_sales (receipt);
