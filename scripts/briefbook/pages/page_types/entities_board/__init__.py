"""/entities/: the board of all entities."""
