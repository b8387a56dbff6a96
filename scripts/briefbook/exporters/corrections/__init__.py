"""/corrections/feed.xml: what was changed after publication, as an Atom feed."""
