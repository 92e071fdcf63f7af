"""The notes of the open document: list, filter and editor."""
