"""Views that several page types share: one module a block, its markup in macros.html.j2."""
