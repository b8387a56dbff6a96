"""BAR: barriers, their instruments and dates."""
