-- The square code under a receipt, and how often copies of a receipt were printed.
-- Neither is folded from events: a copy is no news to anybody but this printer.
ALTER TABLE print_jobs ADD COLUMN qr TEXT NOT NULL DEFAULT '';

CREATE TABLE reprints (
    receipt TEXT NOT NULL PRIMARY KEY,
    copies  INTEGER NOT NULL CHECK (copies > 0)
) STRICT, WITHOUT ROWID;
