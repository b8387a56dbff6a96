"""/entities/<id>/: one actor."""
