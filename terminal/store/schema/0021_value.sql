-- Money in purses (储值) and on gift cards, for screens: what is left of each part, by its last day.
-- No right to spend, where there is a head office.
CREATE TABLE value_lots (
    account TEXT NOT NULL,
    expires_on TEXT NOT NULL, -- Empty: it stays.
    minor INTEGER NOT NULL,
    PRIMARY KEY (account, expires_on)
) STRICT, WITHOUT ROWID;

-- What of a payment out of a purse was given back, by its receipt and place there.
CREATE TABLE value_restored (
    redemption TEXT PRIMARY KEY,
    minor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The key that names gift cards, as the head office sealed it for this till.
CREATE TABLE gift_keys (
    till INTEGER PRIMARY KEY,
    sealed TEXT NOT NULL
) STRICT;
