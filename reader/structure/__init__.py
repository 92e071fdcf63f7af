"""Reading text to front matter, section tree and annexes; every heading names the rule that made it."""
