"""Who is responsible: the clause in view, and the whole document by clause or by unit."""
