-- Breaks where SQLite reads it, after much that it did.
CREATE TABLE other (n INTEGER PRIMARY KEY);
UPDATE note SET text = 'changed';
DROP TABLE note;
CREATE TABLE;
CREATE TABLE never (n INTEGER PRIMARY KEY);
