"""Which Chromium the tests drive, and how it is started."""

import os
import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """$BRIEFBOOK_CHROMIUM, else an installed one, else None: playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next(filter(None, map(shutil.which, names)), None)
    return os.environ.get("BRIEFBOOK_CHROMIUM") or installed
