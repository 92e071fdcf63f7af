"""The command line: one module a command, JSON shapes, no Qt."""
