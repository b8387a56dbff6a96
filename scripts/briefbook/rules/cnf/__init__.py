"""CNF: confidence, and what it may rest on."""
