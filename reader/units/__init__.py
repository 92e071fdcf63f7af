"""Who is responsible: sections to assignments, with the lexicon of organs."""
