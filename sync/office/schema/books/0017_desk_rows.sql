-- What the order desk counts and sorts by stands beside the words: one narrow row an order, and the wide one is read
-- for those alone that are shown.
ALTER TABLE order_words ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE order_words ADD COLUMN placed_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_words ADD COLUMN promise_date TEXT NOT NULL DEFAULT '';
ALTER TABLE order_words ADD COLUMN answer_by_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_words ADD COLUMN store TEXT NOT NULL DEFAULT '';
ALTER TABLE order_words ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE order_words ADD COLUMN delivery TEXT NOT NULL DEFAULT '';
UPDATE order_words SET
    state = (SELECT o.state FROM orders o WHERE o.order_id = order_words.order_id),
    placed_at_ms = (SELECT o.placed_at_ms FROM orders o WHERE o.order_id = order_words.order_id),
    promise_date = (SELECT o.promise_date FROM orders o WHERE o.order_id = order_words.order_id),
    answer_by_ms = (SELECT o.answer_by_ms FROM orders o WHERE o.order_id = order_words.order_id),
    store = (SELECT o.store FROM orders o WHERE o.order_id = order_words.order_id),
    source = (SELECT o.source FROM orders o WHERE o.order_id = order_words.order_id),
    delivery = (SELECT o.delivery FROM orders o WHERE o.order_id = order_words.order_id);
