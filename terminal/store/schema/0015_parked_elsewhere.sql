-- Tickets that other tills of this shop put aside: where the head office's journal tells of them.
CREATE TABLE parked_elsewhere (
    till INTEGER NOT NULL,
    ticket INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    staff TEXT NOT NULL,
    member TEXT NOT NULL,
    pieces INTEGER NOT NULL,
    PRIMARY KEY (till, ticket)
) STRICT, WITHOUT ROWID;
