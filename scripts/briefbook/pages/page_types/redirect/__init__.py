"""/briefings/<former id>/: where a renamed brief is now."""
