"""The search index: words in shards, records in blocks, each a small file that a browser asks for.

A query of two words reads two shards and the blocks of what is shown, whatever the size of the
site; and one edited record changes the shards of its own words. `assets/search.js` reads it.
"""
