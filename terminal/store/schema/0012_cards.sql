-- What the payment terminal was asked for and is neither in a sale nor declined
-- nor given back: after a crash it is looked up.
CREATE TABLE open_cards (
    key TEXT PRIMARY KEY,
    number INTEGER NOT NULL, -- Of the event that asked.
    amount INTEGER NOT NULL, -- Below zero: back to the card.
    asked_at_ms INTEGER NOT NULL,
    approved INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
