-- From when on an order is late: the end of the day it was promised for, or of its delivery slot. The desk counts by it,
-- out of the index and out of the narrow rows beside the words.
ALTER TABLE orders ADD COLUMN late_after TEXT NOT NULL DEFAULT '';
DROP INDEX orders_by_desk;
CREATE INDEX orders_by_desk ON orders (state, store, source, delivery, late_after, placed_at_ms, answer_by_ms);
ALTER TABLE order_words ADD COLUMN late_after TEXT NOT NULL DEFAULT '';
ALTER TABLE order_words DROP COLUMN promise_date;
