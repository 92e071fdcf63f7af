"""Text to index terms, query to index query, excerpts."""
