"""SRC: sources, where they come from, and how far they can be relied on."""
