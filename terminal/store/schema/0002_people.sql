CREATE TABLE places (
    place TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    tax_included INTEGER NOT NULL,
    tax_rate INTEGER NOT NULL,
    delivery_fee INTEGER NOT NULL,
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

-- Apart from staff: news about a person must not forgive a try.
CREATE TABLE sign_in_tries (
    name TEXT PRIMARY KEY,
    failed INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
