"""Asks the net whether what the briefs lean on is still there."""
