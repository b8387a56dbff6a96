"""QUO: quotations, and whether their words stand where they should."""
