CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    order_id TEXT NOT NULL UNIQUE,
    receipt TEXT NOT NULL, -- Of the sale that took its payment; empty where another till sold it.
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    member TEXT NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    variant TEXT NOT NULL,
    milli INTEGER NOT NULL,
    delivery TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    recipient_phone TEXT NOT NULL,
    recipient_address TEXT NOT NULL,
    total INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    due INTEGER NOT NULL,
    placed_at_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    promise_date TEXT NOT NULL,
    carrier TEXT NOT NULL,
    tracking TEXT NOT NULL,
    own INTEGER NOT NULL, -- Taken by this till: of others it knows no phone and no address.
    reason TEXT NOT NULL,
    cancel_asked INTEGER NOT NULL,
    going_on INTEGER NOT NULL -- Somebody still has something to do about it.
) STRICT;
CREATE INDEX orders_of_store ON orders (store, going_on, id);
CREATE INDEX orders_of_store_by_state ON orders (store, state, id);
CREATE INDEX orders_of_member ON orders (member, going_on, id) WHERE member <> '';

CREATE TABLE order_steps (
    order_row INTEGER NOT NULL,
    n INTEGER NOT NULL,
    state TEXT NOT NULL,
    what TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (order_row, n)
) STRICT, WITHOUT ROWID;
