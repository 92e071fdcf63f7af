"""The ways out: Word files and the clipboard."""
