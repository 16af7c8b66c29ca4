-- A delivery slot that is over and was not kept is overdue at the desk: told beside the words, and in the index from which
-- the desk counts.
ALTER TABLE order_words ADD COLUMN slot TEXT NOT NULL DEFAULT '';
UPDATE order_words SET slot = (SELECT o.slot FROM orders o WHERE o.order_id = order_words.order_id);
DROP INDEX orders_by_desk;
CREATE INDEX orders_by_desk
    ON orders (state, store, source, delivery, promise_date, placed_at_ms, answer_by_ms, slot);
