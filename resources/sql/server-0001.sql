-- What torg-service holds. A list is a plural endpoint of the API, named by its path; an object is
-- the JSON text that is sent for it.

CREATE TABLE list (
  n INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  last_modified INTEGER NOT NULL
) STRICT;

CREATE TABLE object (
  n INTEGER PRIMARY KEY,
  list INTEGER NOT NULL REFERENCES list (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  last_modified INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  doc TEXT NOT NULL,
  UNIQUE (list, id)
) STRICT;

CREATE UNIQUE INDEX object_last_modified ON object (list, last_modified);

-- Who may do what with the object of a URI; '' is the root.
CREATE TABLE permission (
  uri TEXT NOT NULL,
  name TEXT NOT NULL,
  principal TEXT NOT NULL,
  PRIMARY KEY (uri, name, principal)
) STRICT, WITHOUT ROWID;

CREATE INDEX permission_principal ON permission (principal, uri);

-- The members of groups, taken from the groups' documents.
CREATE TABLE member (
  principal TEXT NOT NULL,
  "group" TEXT NOT NULL,
  PRIMARY KEY (principal, "group")
) STRICT, WITHOUT ROWID;

CREATE INDEX member_group ON member ("group");

-- Argon2id hashes of passwords, which no answer ever holds.
CREATE TABLE secret (
  account TEXT PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE property (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The newest timestamp given to anything: the next one is always greater.
CREATE TABLE clock (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  last INTEGER NOT NULL
) STRICT;

INSERT INTO clock (only, last) VALUES (1, CAST (unixepoch ('subsec') * 1000 AS INTEGER));

INSERT INTO list (path, last_modified)
SELECT value, last FROM json_each ('["/buckets", "/accounts"]'), clock;
