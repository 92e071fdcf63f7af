"""Which derivation stored readings come from; apart from it, since deriving loads much that opening does not need."""

from __future__ import annotations

# Raised whenever the same source text would be read otherwise than before: rows with an older stamp are derived anew.
DERIVATION = 4
