-- Receipts of other tills that were asked for at the head office: copies, not our books.
CREATE TABLE other_receipts (
    receipt TEXT PRIMARY KEY,
    sale TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE other_returns (
    receipt TEXT NOT NULL,
    line INTEGER NOT NULL,
    milli INTEGER NOT NULL,
    PRIMARY KEY (receipt, line)
) STRICT, WITHOUT ROWID;
