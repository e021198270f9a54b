ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm';
CREATE INDEX note_mood ON note (mood);
-- The last line needs no semicolon, and may be a comment.
