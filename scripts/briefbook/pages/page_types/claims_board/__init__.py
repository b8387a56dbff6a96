"""/claims/: the board of all claims."""
