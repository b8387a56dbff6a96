"""QST: questions, what they bear on, and what would answer them."""
