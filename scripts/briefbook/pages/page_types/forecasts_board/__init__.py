"""/forecasts/: what will be decided, what is due, and how the rest came out."""
