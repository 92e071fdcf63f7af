"""Where a note belongs: span to anchor, anchor to a certain place or an orphan."""
