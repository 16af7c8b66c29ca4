-- Tickets of other tills that are taken up, of which no word came that they were put aside: a head
-- office that was put back tells it again, and after that.
CREATE TABLE recalled_unheard (
    till INTEGER NOT NULL,
    ticket INTEGER NOT NULL,
    PRIMARY KEY (till, ticket)
) STRICT, WITHOUT ROWID;
