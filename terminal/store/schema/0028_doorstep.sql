-- When she is at home, whether anything was ever brought to that door, and what was learnt there.
ALTER TABLE orders ADD COLUMN slot TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN first_trip INTEGER NOT NULL DEFAULT 0;
CREATE INDEX orders_on_trip ON orders (source, id) WHERE carrier = 'own' AND going_on = 1;
ALTER TABLE members ADD COLUMN monthly_use TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN payday TEXT NOT NULL DEFAULT '';
