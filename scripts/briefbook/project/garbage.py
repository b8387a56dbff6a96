"""Keeps Python from looking for garbage where there is none: among what is read and stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_holders = 0


@contextmanager
def held() -> Iterator[None]:
    """What is in memory now stays as long as this lasts: nobody looks for garbage among it. A
    process that is forked meanwhile would copy all memory by looking."""
    global _holders  # noqa: PLW0603 Python knows it too, but counts all that is held to tell
    gc.freeze()
    _holders += 1
    try:
        yield
    finally:
        _holders -= 1
        if not _holders:
            gc.unfreeze()


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """While millions of small objects are made that all stay, looking for garbage among them would
    take longer than making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if not _holders:
                # All that was made counts as old now: else it would be gone through at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
