-- The order desk asks by whatever somebody scans or types whole.
CREATE INDEX orders_by_receipt ON orders (receipt);
CREATE INDEX orders_by_sku ON orders (sku);
CREATE INDEX orders_by_tracking ON orders (tracking);
-- Parts of words are looked for in one narrow row an order, in small letters.
CREATE TABLE order_words (
    order_id TEXT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every movement of a stock by itself: the level beside it is their sum.
CREATE TABLE stock_movements (
    number INTEGER NOT NULL, -- Of the head office's event …
    move INTEGER NOT NULL, -- … and the place in it, from 1.
    place TEXT NOT NULL,
    sku TEXT NOT NULL,
    change_milli INTEGER NOT NULL,
    reason TEXT NOT NULL,
    source_origin INTEGER NOT NULL, -- The till whose event caused it; 0: the head office.
    source_number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (number, move)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_movements_by_sku ON stock_movements (sku, number);

-- Where in the journal something of a member stands, so that her time line is a few lines read and not all of them.
CREATE TABLE member_moments (
    member TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (member, at_ms, origin, number)
) STRICT, WITHOUT ROWID;

-- What the head office wrote, by kind and time; who did it stands in office_acts.
CREATE TABLE office_lines (
    number INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX office_lines_by_kind ON office_lines (kind, number);
CREATE INDEX misses_by_style ON misses (style, business_date);
