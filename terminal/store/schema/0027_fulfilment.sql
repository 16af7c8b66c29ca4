-- Which place sends it, whether a piece there is spoken for, who was asked until when, and what this till said last of it.
ALTER TABLE orders ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN reserved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN answer_by_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN picker TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN said TEXT NOT NULL DEFAULT 'nothing';
ALTER TABLE orders ADD COLUMN substitute_sku TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_name TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_variant TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN split_from TEXT NOT NULL DEFAULT '';
CREATE INDEX orders_to_send ON orders (source, id) WHERE reserved = 1;
CREATE INDEX orders_reserved ON orders (sku, source) WHERE reserved = 1;
CREATE INDEX orders_by_receipt ON orders (receipt);

-- What other places keep for the people who come in, and whether they send at all; those that are not named keep
-- nothing and send.
CREATE TABLE sending_places (
    place TEXT PRIMARY KEY,
    sends INTEGER NOT NULL,
    ring_fence INTEGER NOT NULL -- Thousandths of a piece, of each article.
) STRICT, WITHOUT ROWID;
