"""/questions/: the board of all questions."""
