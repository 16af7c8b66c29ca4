-- What members complain of, at a counter or to the head office.
CREATE TABLE complaints (
    complaint TEXT NOT NULL PRIMARY KEY,
    member TEXT NOT NULL,
    matter TEXT NOT NULL,
    about TEXT NOT NULL,
    sku TEXT NOT NULL, -- Empty: nothing that was bought.
    opened_at_ms INTEGER NOT NULL,
    store TEXT NOT NULL, -- Whose it is to see to; empty: the head office's.
    staff TEXT NOT NULL,
    due_at_ms INTEGER NOT NULL, -- Of the next duty; 0: it is closed.
    closed_at_ms INTEGER NOT NULL -- 0: it is not.
) STRICT, WITHOUT ROWID;
CREATE INDEX complaints_by_member ON complaints (member);
CREATE INDEX complaints_by_due ON complaints (due_at_ms);

-- One of each duty: the first that was done.
CREATE TABLE complaint_answers (
    complaint TEXT NOT NULL,
    duty TEXT NOT NULL,
    member TEXT NOT NULL,
    words TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    store TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (complaint, duty)
) STRICT, WITHOUT ROWID;
CREATE INDEX complaint_answers_by_staff ON complaint_answers (staff, at_ms);
CREATE INDEX complaint_answers_by_member ON complaint_answers (member);
