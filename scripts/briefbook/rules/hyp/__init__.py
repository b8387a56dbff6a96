"""HYP: competing explanations and what is concluded from them."""
