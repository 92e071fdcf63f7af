"""The office's own list of units, and which names are one unit."""
