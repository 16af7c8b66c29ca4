-- Catalogue files that take effect on a day to come, as they were handed in.
CREATE TABLE planned_catalogues (
    id INTEGER NOT NULL PRIMARY KEY,
    on_date TEXT NOT NULL,
    missing TEXT NOT NULL, -- kept or withdrawn: what the file no longer has.
    draft TEXT NOT NULL,
    staff TEXT NOT NULL,
    made_at_ms INTEGER NOT NULL,
    problem TEXT NOT NULL -- Why it could not be put into force on its day; empty: it waits.
) STRICT;
