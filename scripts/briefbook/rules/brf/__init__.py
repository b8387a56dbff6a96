"""BRF: briefs as a whole."""
