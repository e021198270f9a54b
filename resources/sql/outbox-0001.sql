-- What only this computer has. Never deleted by the program.
CREATE TABLE operation (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  bucket TEXT NOT NULL,
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN ('create', 'change', 'delete')),
  base TEXT,                      -- the document the edit was made on; NULL for a create
  doc TEXT,                       -- the document as it shall be; NULL for a delete
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'conflict')),
  frozen INTEGER NOT NULL DEFAULT 0, -- it may be at the service already: repeat it as it is
  waits_for INTEGER,              -- sent only when that operation is done
  theirs TEXT,                    -- in a conflict: the service's document
  reason TEXT,                    -- why it is refused or which members disagree
  made TEXT NOT NULL              -- UTC
);
CREATE INDEX operation_record ON operation (collection, id);

-- Text that is being written: saved as one types, gone when the record is saved.
CREATE TABLE draft (
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  bucket TEXT NOT NULL,
  base TEXT,
  doc TEXT NOT NULL,
  made TEXT NOT NULL,
  PRIMARY KEY (collection, id)
) WITHOUT ROWID;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
