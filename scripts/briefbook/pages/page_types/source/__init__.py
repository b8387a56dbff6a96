"""/sources/<id>/: one source."""
