"""Shared vocabulary of text: spans, edits, offset maps, folding, scripts, numerals; no input or output."""
