"""EST: estimative language, likelihood apart from confidence."""
