-- What promotions ask of an item beside style and category; tags and collections a line each.
ALTER TABLE items ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN collections TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN discountable INTEGER NOT NULL DEFAULT 1;
ALTER TABLE items ADD COLUMN weighed INTEGER NOT NULL DEFAULT 0;
