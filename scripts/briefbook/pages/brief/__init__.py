"""/briefings/<id>/: one brief."""
