"""Program text with positions, and one escaping module for each language that text leaves in."""
