-- Copies of the service's records. Columns to filter and sort by are expression indexes, made from
-- the field tables when the file is opened.
CREATE TABLE record (
  n INTEGER PRIMARY KEY,
  bucket TEXT NOT NULL,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  last_modified INTEGER NOT NULL, -- the service's revision; 0 before it has been there
  doc TEXT,                       -- what is shown; NULL where it is deleted here
  served TEXT,                    -- the service's document where an edit of ours waits, else NULL
  pending INTEGER NOT NULL DEFAULT 0, -- 0 none, 1 waiting, 2 refused, 3 conflict
  UNIQUE (bucket, collection, id)
);
CREATE INDEX record_id ON record (id);
CREATE INDEX record_pending ON record (pending) WHERE pending > 0;

-- How far each collection has been pulled.
CREATE TABLE cursor (
  bucket TEXT NOT NULL,
  collection TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  PRIMARY KEY (bucket, collection)
) WITHOUT ROWID;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(10.0, 1.0)');
