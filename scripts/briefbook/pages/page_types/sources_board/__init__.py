"""/sources/: the board of all sources."""
