"""What makes the same work another one: the program's own files, its packages, the system."""

import platform
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from briefbook import __version__
from briefbook.project.trees import add_tree

_PACKAGE = Path(__file__).parents[1]


@cache
def program() -> str:
    """A digest of everything but a project that decides what Briefbook makes of it."""
    digest = blake2b(digest_size=16)
    for part in _parts():
        digest.update(f"{part}\0".encode(errors="surrogateescape"))
    add_tree(digest, _PACKAGE, "__pycache__")
    return digest.hexdigest()


def _parts() -> Iterator[str]:
    yield from (__version__, sys.version, platform.platform())
    for folder in map(Path, sorted({*sys.path})):
        if folder.is_dir():
            yield from sorted(one.name for one in folder.iterdir() if one.suffix == ".dist-info")
