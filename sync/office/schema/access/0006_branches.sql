-- Two stories under the number of one till: its disk was copied, and both sold. The one that was heard first stays the
-- till's; every other one is a branch and goes on under a till number of its own.
CREATE TABLE branches (
    branch INTEGER NOT NULL PRIMARY KEY,
    till INTEGER NOT NULL,     -- Whose number all of them had.
    parent INTEGER NOT NULL,   -- The story that it left: the till's own, or another branch.
    forked_at INTEGER NOT NULL -- The last event that both have.
) STRICT;
CREATE INDEX branches_by_till ON branches (till);

-- The chain of each as its till wrote it. What stands in the journal has another number and other names.
CREATE TABLE branch_lines (
    branch INTEGER NOT NULL,
    number INTEGER NOT NULL, -- As its till counts.
    chain TEXT NOT NULL,
    PRIMARY KEY (branch, number)
) STRICT, WITHOUT ROWID;

-- How many names of each series had been made where the stories part: what follows in the branch is its own.
CREATE TABLE branch_names (
    branch INTEGER NOT NULL,
    series TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (branch, series)
) STRICT, WITHOUT ROWID;
