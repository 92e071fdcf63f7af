"""The store: SQLite only, one module a table family; knows nothing of the reader."""
