CREATE TABLE categories (
    id INTEGER PRIMARY KEY,
    category TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE styles (
    id INTEGER PRIMARY KEY,
    style TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    category TEXT NOT NULL,
    note TEXT NOT NULL,
    items_sold INTEGER NOT NULL -- Items of it that are not withdrawn.
) STRICT;
CREATE INDEX styles_sold ON styles (id) WHERE items_sold > 0;
CREATE INDEX styles_sold_by_category ON styles (category, id) WHERE items_sold > 0;
CREATE INDEX styles_by_typed_code ON styles (style COLLATE NOCASE);

CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    sku TEXT NOT NULL UNIQUE,
    style INTEGER NOT NULL REFERENCES styles (id),
    colour TEXT NOT NULL,
    size TEXT NOT NULL,
    price INTEGER NOT NULL,
    was_price INTEGER NOT NULL,
    member_price INTEGER NOT NULL,
    tax_rate INTEGER NOT NULL,
    picture TEXT NOT NULL,
    position INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL
) STRICT;
CREATE INDEX items_by_style ON items (style, position, id);
CREATE INDEX items_by_typed_code ON items (sku COLLATE NOCASE);

CREATE TABLE barcodes (
    item INTEGER NOT NULL,
    n INTEGER NOT NULL,
    barcode TEXT NOT NULL,
    PRIMARY KEY (item, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX barcodes_by_code ON barcodes (barcode);

-- Every hanzi is a word of its own: trigrams find nothing under three characters.
CREATE VIRTUAL TABLE style_words USING fts5 (name, initials, tokenize = 'unicode61', prefix = '1 2 3');
