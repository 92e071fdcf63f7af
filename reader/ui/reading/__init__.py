"""The reading pane: the paper, its marks, finding in it, and the receipt of the cleaning."""
