-- Points of a head office, for screens: what is not good yet stands apart.
DROP TABLE points_lots;
CREATE TABLE points_lots (
    member TEXT NOT NULL,
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    matures_on TEXT NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (member, origin, number, expires_on, matures_on)
) STRICT, WITHOUT ROWID;

-- The leases of this till as its own journal and the head office's news have them. A row is no
-- right to spend: that is in the memory of the process that it was granted to. Closed is for ever.
CREATE TABLE lease_rows (
    lease TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    ahead INTEGER NOT NULL, -- Left here for when the line is down.
    closed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lease_row_lots (
    lease TEXT NOT NULL,
    lot TEXT NOT NULL,
    lot_kind TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    earned_on TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    PRIMARY KEY (lease, lot)
) STRICT, WITHOUT ROWID;

-- Points of a shop of its own, as a head office keeps them: the same tables and the same arithmetic.
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
    CHECK (amount = pending + available + leased + spent + expired + taken + moved)
) STRICT, WITHOUT ROWID;
CREATE INDEX purse_lots_by_account ON purse_lots (account);
CREATE INDEX purse_lots_by_place ON purse_lots (place);
CREATE INDEX purse_lots_by_maturity ON purse_lots (matures_on);
CREATE INDEX purse_lots_by_expiry ON purse_lots (expires_on);

CREATE TABLE purse_leases (
    lease TEXT NOT NULL PRIMARY KEY,
    place INTEGER NOT NULL,
    number INTEGER NOT NULL, -- Of the office's event that granted it; 0: born at the till.
    till INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    account TEXT NOT NULL,
    ask INTEGER NOT NULL, -- 0: nobody asked.
    ask_epoch INTEGER NOT NULL, -- In which it was asked: a lease may be carried into a later one.
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX purse_leases_by_till ON purse_leases (till, state);
CREATE INDEX purse_leases_by_place ON purse_leases (place);
CREATE INDEX purse_leases_by_account ON purse_leases (account, state);
CREATE UNIQUE INDEX purse_leases_by_ask ON purse_leases (till, ask_epoch, ask) WHERE ask > 0;

CREATE TABLE purse_lease_lots (
    lease TEXT NOT NULL,
    lot TEXT NOT NULL,
    rem INTEGER NOT NULL CHECK (rem >= 0),
    PRIMARY KEY (lease, lot)
) STRICT, WITHOUT ROWID;
CREATE INDEX purse_lease_lots_by_lot ON purse_lease_lots (lot);

-- Step 0 says that the redemption is known; the others are its lots as they were drawn.
CREATE TABLE purse_redemptions (
    redemption TEXT NOT NULL,
    step INTEGER NOT NULL,
    lot TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (redemption, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE purse_debts (
    place INTEGER NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    member TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX purse_debts_by_account ON purse_debts (account);

-- Goods that came back before their sale was known here.
CREATE TABLE purse_waiting (
    place INTEGER NOT NULL PRIMARY KEY,
    what TEXT NOT NULL, -- lot or redemption.
    name TEXT NOT NULL,
    amount INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    good_until TEXT NOT NULL
) STRICT;
CREATE INDEX purse_waiting_by_name ON purse_waiting (what, name);

-- The starts of each till.
CREATE TABLE purse_tills (
    till INTEGER NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL,
    nonce TEXT NOT NULL,
    started INTEGER NOT NULL, -- The number of its last start, and of its last end in order.
    stopped INTEGER NOT NULL,
    set_aside INTEGER NOT NULL,
    written_off INTEGER NOT NULL
) STRICT;

CREATE TABLE purse_facts (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people should know: points spent twice, or gone back twice.
CREATE TABLE purse_notes (
    origin INTEGER NOT NULL,
    number INTEGER NOT NULL,
    step INTEGER NOT NULL,
    code TEXT NOT NULL,
    account TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (origin, number, step)
) STRICT, WITHOUT ROWID;
