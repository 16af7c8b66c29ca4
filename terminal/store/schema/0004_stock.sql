CREATE TABLE stock (
    sku TEXT NOT NULL,
    place TEXT NOT NULL,
    milli INTEGER NOT NULL, -- Opening plus movements; below zero where more was sold than counted.
    PRIMARY KEY (sku, place)
) STRICT, WITHOUT ROWID;

-- How old the news of other places is.
CREATE TABLE stock_news (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    at_ms INTEGER NOT NULL
) STRICT;
