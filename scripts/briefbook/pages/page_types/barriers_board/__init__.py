"""/barriers/: the board of all barriers."""
