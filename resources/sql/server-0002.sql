-- A list that went keeps its timestamp for when it comes again.

ALTER TABLE list ADD COLUMN open INTEGER NOT NULL DEFAULT 1;

-- Each bucket has a history, as those do that are made from now on.
INSERT INTO list (path, last_modified)
SELECT '/buckets/' || o.id || '/history', o.last_modified
FROM object o JOIN list l ON l.n = o.list
WHERE l.path = '/buckets' AND NOT o.deleted;
