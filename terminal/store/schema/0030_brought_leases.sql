-- Leases that came on a member's phone. A head office that is put back to an older copy before the feed brought them
-- here learns of them from nobody else.
CREATE TABLE brought_leases (
    number INTEGER NOT NULL PRIMARY KEY, -- Of the head office's event.
    text TEXT NOT NULL
) STRICT;
