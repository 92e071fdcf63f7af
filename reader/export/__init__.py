"""Domain objects to Word, clipboard and plain text; no Qt."""
