"""Page types: a folder each, with a page.py that computes a view and a template that prints."""
