"""/topics/<id>/: everything filed under one topic."""
