-- Where a sale stands in this till's journal, which holds all the rest of it.
CREATE TABLE sales (
    number INTEGER PRIMARY KEY,
    receipt TEXT NOT NULL UNIQUE,
    member TEXT NOT NULL
) STRICT;
CREATE INDEX sales_of_member ON sales (member, number) WHERE member <> '';

CREATE TABLE parked_tickets (
    ticket INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    staff TEXT NOT NULL,
    member TEXT NOT NULL,
    pieces INTEGER NOT NULL
) STRICT;

-- How many of what this till has made: the next one's number is one more.
CREATE TABLE counts (
    what TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
