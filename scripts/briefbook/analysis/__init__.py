"""What nobody should type: computed from the corpus by pure functions, one a file."""
