"""Runs the rules over a corpus."""

from briefbook.lint.run import Selection, run

__all__ = ["Selection", "run"]
