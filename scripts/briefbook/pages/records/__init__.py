"""How each record type is shown: a folder a type."""
