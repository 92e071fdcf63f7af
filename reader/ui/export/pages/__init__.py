"""A document on pages: what stands on paper, set in lines, painted on screen, into a PDF file, on a printer."""
