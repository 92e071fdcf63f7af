"""Two documents: pair their sections, then tell what differs inside each pair."""
