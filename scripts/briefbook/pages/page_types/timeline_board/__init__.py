"""/timeline/: what happened, over all briefs."""
