"""The section tree of the open document: where am I."""
