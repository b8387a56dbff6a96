"""/corrections/: what was changed after publication."""
