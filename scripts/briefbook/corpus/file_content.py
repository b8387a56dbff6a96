"""What a file below a project holds, as bytes: plain files only, of a bounded size."""

import stat
from pathlib import Path

from briefbook.corpus.walk import MAKE_READABLE, display_path, not_plain
from briefbook.findings import Finding
from briefbook.syntax import MAX_BYTES
from briefbook.syntax.decode import too_large


def content(root: Path, path: Path) -> bytes | Finding:
    """What a file below a project holds, or the finding that says why it is not read."""
    name = display_path(root, path)
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return not_plain(root, path, "no plain file")
        if status.st_size > MAX_BYTES:
            return too_large(name, status.st_size)
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return not_plain(root, path, f"a file that cannot be read ({reason})", MAKE_READABLE)
