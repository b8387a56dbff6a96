"""/briefings/<id>/article/: a text under review, assertion by assertion."""
