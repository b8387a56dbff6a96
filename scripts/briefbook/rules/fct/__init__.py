"""FCT: forecasts, their criteria, history and outcome."""
