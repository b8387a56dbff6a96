"""Where a folder lies in its git repository; asked of the folders, not of git."""

from pathlib import Path


def within_repository(folder: Path) -> Path:
    """The path of a folder from the top of its git work tree; “.” if it is the top, or in none."""
    there = folder.resolve()
    for above in (there, *there.parents):
        if (above / ".git").exists():
            return there.relative_to(above)
    return Path()
