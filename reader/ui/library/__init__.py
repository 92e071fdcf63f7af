"""The list of documents, and the way into it."""
