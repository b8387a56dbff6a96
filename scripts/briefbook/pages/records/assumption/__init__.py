"""How a record of this type is shown: assumption."""
