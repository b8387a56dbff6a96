"""/reference/reading/: what the words and marks on the pages mean, for readers."""
