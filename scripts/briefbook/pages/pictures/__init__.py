"""Pictures made at build: inline SVG with a title, a description and a table that says the same."""
