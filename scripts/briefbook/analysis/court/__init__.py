"""The court of quotations: whether words stand in a stored text, and if not, what stands there."""
