-- Needs much room.
CREATE TABLE much (b BLOB);
INSERT INTO much VALUES (zeroblob (1000000));
