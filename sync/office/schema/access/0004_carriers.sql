-- Carriers that tell us how their parcels fare. Their keys are worked out, and stand nowhere.
CREATE TABLE carriers (
    name TEXT NOT NULL PRIMARY KEY,
    adapter TEXT NOT NULL,
    generation INTEGER NOT NULL -- Of the key: one that leaked is replaced by the next.
) STRICT, WITHOUT ROWID;

-- What each said, once: a message that comes again is known by its id, and an old one by its time.
CREATE TABLE carrier_messages (
    carrier TEXT NOT NULL,
    message TEXT NOT NULL,
    tracking TEXT NOT NULL,
    event TEXT NOT NULL,
    said_at_ms INTEGER NOT NULL,
    heard_at_ms INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (carrier, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX carrier_messages_by_parcel ON carrier_messages (carrier, tracking, said_at_ms);

-- Who is told of every step of an order, and how far.
CREATE TABLE webhooks (
    id INTEGER NOT NULL PRIMARY KEY,
    url TEXT NOT NULL,
    position INTEGER NOT NULL, -- Of the journal: everything before it was told.
    failures INTEGER NOT NULL, -- In a row.
    next_try_ms INTEGER NOT NULL,
    last_error TEXT NOT NULL
) STRICT;
