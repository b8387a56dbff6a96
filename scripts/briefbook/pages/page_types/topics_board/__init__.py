"""/topics/: the board of all topics."""
