-- Books put back to an older copy. Until every till has shown what it holds, a lot may have more
-- out than these books know that was earned.
DROP TABLE purse_lots;
CREATE TABLE purse_lots (
    lot TEXT NOT NULL PRIMARY KEY,
    place INTEGER NOT NULL, -- The how manieth of all.
    account TEXT NOT NULL,
    member TEXT NOT NULL, -- Who earned it.
    lot_kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    earned_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    matures_on TEXT NOT NULL,
    receipt TEXT NOT NULL,
    sale_minor INTEGER NOT NULL,
    back_minor INTEGER NOT NULL,
    back INTEGER NOT NULL,
    origin TEXT NOT NULL,
    pending INTEGER NOT NULL CHECK (pending >= 0),
    available INTEGER NOT NULL CHECK (available >= 0),
    leased INTEGER NOT NULL CHECK (leased >= 0), -- The sum of its parts in leases.
    spent INTEGER NOT NULL CHECK (spent >= 0),
    expired INTEGER NOT NULL CHECK (expired >= 0),
    taken INTEGER NOT NULL CHECK (taken >= 0),
    moved INTEGER NOT NULL CHECK (moved >= 0),
    lacking INTEGER NOT NULL CHECK (lacking >= 0), -- Out at tills beyond what these books know of.
    CHECK (amount + lacking = pending + available + leased + spent + expired + taken + moved)
) STRICT, WITHOUT ROWID;
CREATE INDEX purse_lots_by_account ON purse_lots (account);
CREATE INDEX purse_lots_by_place ON purse_lots (place);
CREATE INDEX purse_lots_by_maturity ON purse_lots (matures_on);
CREATE INDEX purse_lots_by_expiry ON purse_lots (expires_on);

-- Every history but the first; the last row is the one that is written now.
CREATE TABLE office_histories (
    number INTEGER NOT NULL PRIMARY KEY, -- Of the event that began it.
    generation TEXT NOT NULL,
    before TEXT NOT NULL,
    recovered INTEGER NOT NULL -- Of the event that ended its recovery; 0: it lasts.
) STRICT;

-- The tills that each history waits for.
CREATE TABLE restored_tills (
    generation TEXT NOT NULL,
    till INTEGER NOT NULL,
    shown INTEGER NOT NULL,
    through INTEGER NOT NULL, -- Done once its journal is here up to this.
    gone INTEGER NOT NULL, -- Nobody waits for it any more.
    PRIMARY KEY (generation, till)
) STRICT, WITHOUT ROWID;
