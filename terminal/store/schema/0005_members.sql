CREATE TABLE members (
    id INTEGER PRIMARY KEY,
    member TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    phone_reversed TEXT NOT NULL, -- People say the last four digits.
    name TEXT NOT NULL,
    reading TEXT NOT NULL,
    form_of_address TEXT NOT NULL,
    tier TEXT NOT NULL,
    birthday TEXT NOT NULL,
    usual_size TEXT NOT NULL,
    note TEXT NOT NULL,
    card TEXT NOT NULL,
    joined_on TEXT NOT NULL
) STRICT;
CREATE INDEX members_by_phone ON members (phone);
CREATE INDEX members_by_phone_end ON members (phone_reversed);
CREATE INDEX members_by_card ON members (card) WHERE card <> '';

CREATE VIRTUAL TABLE member_words USING fts5 (name, initials, tokenize = 'unicode61', prefix = '1 2 3');

-- One lot an event; a balance is worked out, never kept.
CREATE TABLE points_lots (
    member TEXT NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    points INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    PRIMARY KEY (member, origin, number)
) STRICT, WITHOUT ROWID;
