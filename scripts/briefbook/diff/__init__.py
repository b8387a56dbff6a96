"""What changed in the briefs between two states: claim by claim, not line by line."""

from briefbook.diff.compare import compare

__all__ = ["compare"]
