"""A project on disk: where it is, its settings, the day, its files; wrong use of them."""
