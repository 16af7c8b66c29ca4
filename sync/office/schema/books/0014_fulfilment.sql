-- Who was asked to pick it and until when, what is offered instead, and the order that it was parted from.
ALTER TABLE orders ADD COLUMN answer_by_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN picker TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_sku TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_name TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_variant TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN substitute_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN split_from TEXT NOT NULL DEFAULT '';
CREATE INDEX orders_by_split ON orders (split_from);
-- The order desk asks by state, shop, promise and clock, and is answered from this index without reading a row.
CREATE INDEX orders_by_desk ON orders (state, store, source, delivery, promise_date, placed_at_ms, answer_by_ms);

-- Places that said they can not send it: they are not asked again.
CREATE TABLE order_rejections (
    order_id TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (order_id, place)
) STRICT, WITHOUT ROWID;

-- How the chain fulfils: one row, and one of each place that was named.
CREATE TABLE fulfilment_rules (
    one INTEGER NOT NULL PRIMARY KEY,
    automatic INTEGER NOT NULL,
    parcels_max INTEGER NOT NULL,
    answer_minutes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE fulfilment_places (
    place TEXT NOT NULL PRIMARY KEY,
    sends INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    ring_fence_milli INTEGER NOT NULL,
    region TEXT NOT NULL,
    share_bp INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The line of the receipt that an order was paid with, and what the shop has of it when it was worn.
CREATE TABLE order_lines (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    order_id TEXT NOT NULL,
    PRIMARY KEY (receipt, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE dealer_shares (
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    part INTEGER NOT NULL, -- Of that event: a ticket can bring back several.
    order_id TEXT NOT NULL,
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    base_minor INTEGER NOT NULL, -- Below zero: it came back.
    share_bp INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (origin, number, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX dealer_shares_by_store ON dealer_shares (store, business_date);
CREATE INDEX dealer_shares_by_order ON dealer_shares (order_id);
