-- Purses in which one lot paid what the goods of another gave back; few, and looked at every day.
CREATE INDEX purse_lots_set_off ON purse_lots (account) WHERE taken <> back;
