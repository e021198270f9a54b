-- Steps of the tests, not of the program.
CREATE TABLE note (n INTEGER PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO note (text) VALUES ('first');
