-- Breaks only where it is committed.
CREATE TABLE child (note INTEGER REFERENCES note (n) DEFERRABLE INITIALLY DEFERRED);
INSERT INTO child VALUES (99);
