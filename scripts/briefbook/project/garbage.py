"""Keeps Python from looking for garbage where there is none: among what is read and stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
            if not gc.get_freeze_count():
                # All that was made counts as old now: else it would be gone through at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
