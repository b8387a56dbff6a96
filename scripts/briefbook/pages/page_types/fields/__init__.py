"""/reference/fields/: every field of the format, made from the models."""
