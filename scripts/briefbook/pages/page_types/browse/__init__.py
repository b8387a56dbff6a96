"""/browse/…: prepared pages for each value of each facet."""
