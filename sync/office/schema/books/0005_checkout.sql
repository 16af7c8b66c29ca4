-- Goods that say which piece they are.
ALTER TABLE items ADD COLUMN needs_serial INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN needs_lot INTEGER NOT NULL DEFAULT 0;

-- Codes by telephone: which tills were told their key, and who gave which code.
CREATE TABLE phone_keys (
    till INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL -- Of the event in the head office's journal.
) STRICT;

CREATE TABLE phone_codes (
    number INTEGER NOT NULL PRIMARY KEY, -- The same.
    till INTEGER NOT NULL,
    request TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    given_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX phone_codes_by_request ON phone_codes (till, request);

ALTER TABLE overrides ADD COLUMN phone_request TEXT NOT NULL DEFAULT '';
