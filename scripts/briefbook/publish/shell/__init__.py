"""Generated pages put into the theme's shell: MkDocs prints one page of each class, and what it
printed around the text stands around the others, too, byte for byte."""
