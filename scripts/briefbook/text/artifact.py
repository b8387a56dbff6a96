"""An artifact: a file that is to be written, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A path below the output folder (forward slashes) and the file's bytes."""

    path: str
    content: bytes
