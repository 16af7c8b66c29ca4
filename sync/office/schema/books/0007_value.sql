-- Which tills know the key that names gift cards.
CREATE TABLE gift_keys (
    till INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL -- Of the event that told it.
) STRICT;
