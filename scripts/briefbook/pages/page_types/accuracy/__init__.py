"""The page of accuracy: how our own forecasts came out."""
