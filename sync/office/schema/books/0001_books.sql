-- What the head office works out from its journal. Every row here can be thrown
-- away and built again; `guitai-office verify` does just that and compares.

CREATE TABLE places (
    place TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    place_kind TEXT NOT NULL,
    tax_included INTEGER NOT NULL,
    tax_rate INTEGER NOT NULL,
    delivery_fee_minor INTEGER NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    test INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    store TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (store, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tills (
    till INTEGER NOT NULL PRIMARY KEY,
    store TEXT NOT NULL,
    public_key TEXT NOT NULL,
    test INTEGER NOT NULL,
    enrolled_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE items (
    sku TEXT NOT NULL PRIMARY KEY,
    style TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    colour TEXT NOT NULL,
    size TEXT NOT NULL,
    category TEXT NOT NULL,
    note TEXT NOT NULL,
    price_minor INTEGER NOT NULL,
    was_price_minor INTEGER NOT NULL,
    member_price_minor INTEGER NOT NULL,
    tax_rate INTEGER NOT NULL,
    barcodes TEXT NOT NULL,
    picture TEXT NOT NULL,
    place_in_file INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX items_by_style ON items (style);

CREATE TABLE stock_levels (
    place TEXT NOT NULL,
    sku TEXT NOT NULL,
    on_hand_milli INTEGER NOT NULL,
    PRIMARY KEY (place, sku)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_levels_by_sku ON stock_levels (sku);

CREATE TABLE members (
    member TEXT NOT NULL PRIMARY KEY,
    phone TEXT NOT NULL,
    name TEXT NOT NULL,
    reading TEXT NOT NULL,
    form_of_address TEXT NOT NULL,
    tier TEXT NOT NULL,
    birthday TEXT NOT NULL,
    usual_size TEXT NOT NULL,
    note TEXT NOT NULL,
    card TEXT NOT NULL,
    joined_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_phone ON members (phone);
CREATE INDEX members_by_card ON members (card);

CREATE TABLE member_visits (
    member TEXT NOT NULL PRIMARY KEY,
    visits INTEGER NOT NULL,
    spend_minor INTEGER NOT NULL,
    pieces_milli INTEGER NOT NULL,
    last_visit_on TEXT NOT NULL,
    last_store TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE member_purchases (
    member TEXT NOT NULL,
    sku TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    spend_minor INTEGER NOT NULL,
    last_on TEXT NOT NULL,
    PRIMARY KEY (member, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE points_posts (
    number INTEGER NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    points INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    subject TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX points_posts_by_member ON points_posts (member);

CREATE TABLE orders (
    order_id TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    till INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    member TEXT NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    variant TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL,
    delivery TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    recipient_phone TEXT NOT NULL,
    recipient_address TEXT NOT NULL,
    total_minor INTEGER NOT NULL,
    paid_minor INTEGER NOT NULL,
    due_minor INTEGER NOT NULL,
    placed_at_ms INTEGER NOT NULL,
    test INTEGER NOT NULL,
    source TEXT NOT NULL,
    promise_date TEXT NOT NULL,
    carrier TEXT NOT NULL,
    tracking TEXT NOT NULL,
    parcels INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_by_state ON orders (state, placed_at_ms);
CREATE INDEX orders_by_member ON orders (member);
CREATE INDEX orders_by_source ON orders (source, sku, state);
CREATE INDEX orders_by_phone ON orders (recipient_phone);

CREATE TABLE order_history (
    order_id TEXT NOT NULL,
    step INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (order_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_takings (
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    tickets INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    turnover_minor INTEGER NOT NULL,
    order_turnover_minor INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    discounts_minor INTEGER NOT NULL,
    refunds_minor INTEGER NOT NULL,
    paid_in_minor INTEGER NOT NULL,
    paid_out_minor INTEGER NOT NULL,
    drops_minor INTEGER NOT NULL,
    PRIMARY KEY (store, business_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_tenders (
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    tender TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (store, business_date, tender)
) STRICT, WITHOUT ROWID;

CREATE TABLE shifts (
    till INTEGER NOT NULL,
    shift INTEGER NOT NULL,
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at_ms INTEGER NOT NULL,
    float_minor INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    closed_at_ms INTEGER NOT NULL,
    expected_minor INTEGER NOT NULL,
    counted_minor INTEGER NOT NULL,
    variance_minor INTEGER NOT NULL,
    variance_reason TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    PRIMARY KEY (till, shift)
) STRICT, WITHOUT ROWID;
CREATE INDEX shifts_by_day ON shifts (store, business_date);

CREATE TABLE day_reports (
    till INTEGER NOT NULL,
    z INTEGER NOT NULL,
    store TEXT NOT NULL,
    business_date TEXT NOT NULL,
    staff TEXT NOT NULL,
    closed_at_ms INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    turnover_minor INTEGER NOT NULL,
    variance_minor INTEGER NOT NULL,
    chain_head TEXT NOT NULL,
    PRIMARY KEY (till, z)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_reports_by_day ON day_reports (store, business_date);

CREATE TABLE misses (
    till INTEGER NOT NULL,
    miss INTEGER NOT NULL,
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    member TEXT NOT NULL,
    business_date TEXT NOT NULL,
    style TEXT NOT NULL,
    colour TEXT NOT NULL,
    size TEXT NOT NULL,
    reason TEXT NOT NULL,
    rescued_by TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (till, miss)
) STRICT, WITHOUT ROWID;
CREATE INDEX misses_by_day ON misses (business_date, store);

CREATE TABLE overrides (
    till INTEGER NOT NULL,
    number INTEGER NOT NULL,
    store TEXT NOT NULL,
    action TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    subject TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (till, number)
) STRICT, WITHOUT ROWID;
