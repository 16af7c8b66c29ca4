-- As what SKU the pieces of a receipt are out after swaps and returns.
CREATE TABLE pieces_moved (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    sku TEXT NOT NULL,
    milli INTEGER NOT NULL,
    PRIMARY KEY (receipt, line, sku)
) STRICT, WITHOUT ROWID;

-- Pieces with a serial number, and the ticket that moved each last; above zero it is out.
CREATE TABLE serials (
    sku TEXT NOT NULL,
    serial TEXT NOT NULL,
    receipt TEXT NOT NULL,
    out INTEGER NOT NULL,
    PRIMARY KEY (sku, serial)
) STRICT, WITHOUT ROWID;

ALTER TABLE items ADD COLUMN needs_serial INTEGER NOT NULL DEFAULT 0;
ALTER TABLE items ADD COLUMN needs_lot INTEGER NOT NULL DEFAULT 0;
