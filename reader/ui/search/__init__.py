"""Search over documents and notes, on screen."""
