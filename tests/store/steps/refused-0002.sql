-- Breaks by what the file holds.
DELETE FROM note WHERE text = 'mine';
CREATE UNIQUE INDEX note_text ON note (text);
