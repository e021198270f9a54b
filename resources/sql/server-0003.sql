-- The attachments of records: which file each has, by the hash of its bytes.

CREATE TABLE file (
  uri TEXT PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX file_hash ON file (hash);

-- In a backup, which is one file, the bytes themselves; otherwise empty.
CREATE TABLE bytes (
  hash TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT;
