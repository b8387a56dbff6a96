"""/judgments/: the board of all judgments."""
