"""Writes briefs for their authors: new ones, sign-offs, mended mistakes."""
