"""What the briefs are about: topics, and the actors of which most is said."""
