-- The shop where an order is fetched, where that is not the one that took it; empty: it is, or not known.
ALTER TABLE orders ADD COLUMN collect_at TEXT NOT NULL DEFAULT '';
CREATE INDEX orders_to_fetch ON orders (collect_at, id) WHERE collect_at <> '';

-- Of whom nothing is kept but her number: what this till writes of her later is no exception.
CREATE TABLE erased_members (
    member TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The place of the news in the journal: a parcel that was ordered after it needs its address.
ALTER TABLE erasures_left ADD COLUMN through INTEGER NOT NULL DEFAULT 9007199254740991;
