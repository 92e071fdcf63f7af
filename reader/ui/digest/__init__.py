"""The digest (摘编): clauses of several documents, chosen while reading, in the order and under the themes of the user."""
