-- The audit asks who did what.
CREATE INDEX office_acts_by_actor ON office_acts (actor, number);
