-- What each record refers to, as `collection/id`, so that records find each other from either end.
CREATE TABLE link (
  n INTEGER NOT NULL REFERENCES record (n) ON DELETE CASCADE,
  target TEXT NOT NULL,
  PRIMARY KEY (n, target)
) WITHOUT ROWID;
CREATE INDEX link_target ON link (target);

-- The records that are here already are linked when the file is opened, by the field tables.
INSERT INTO setting (name, value) VALUES ('unlinked', '1');
