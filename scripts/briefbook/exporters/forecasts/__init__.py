"""/data/v1/forecasts.json: our forecasts, what was said when, how they came out, their scores."""
