"""/briefings/: all briefs, the newest first."""
