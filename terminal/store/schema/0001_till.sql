-- What no event says: which till this is, how far the head office has confirmed
-- it, and what is still to come out of the printer.
CREATE TABLE device (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    till INTEGER NOT NULL,
    store TEXT NOT NULL,
    office_url TEXT NOT NULL, -- Empty: a shop of its own.
    office TEXT NOT NULL,
    test INTEGER NOT NULL
) STRICT;

CREATE TABLE cursors (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_jobs (
    job INTEGER PRIMARY KEY AUTOINCREMENT, -- Never given twice, not even when all are printed.
    text TEXT NOT NULL,
    open_drawer INTEGER NOT NULL,
    barcode TEXT NOT NULL
) STRICT;
