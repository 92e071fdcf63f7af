"""The use-cases, one module a noun: the only door to the store; no Qt."""
