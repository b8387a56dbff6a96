"""/search/: the page that shows results."""
