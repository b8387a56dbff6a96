"""Files of a change that are no briefs, and settings of a commit, out of git."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefbook.diff.git import Repository
from briefbook.diff.git_objects import Blob


def changed_outside(repository: Repository, base: str, head: str | None) -> list[str]:
    """Files that differ between two commits, or a commit and the work tree, and are no briefs; from
    the top of the repository.

    Raises GitTrouble.
    """
    if head is not None:
        listing = repository.git.run(
            "diff-tree", "-r", "-z", "--name-only", "--no-renames", base, head
        )
        names = [name.decode(errors="replace") for name in listing.split(b"\0") if name]
    else:
        names = list(_differing_in_tree(repository, base))
    return sorted({name for name in names if not repository.is_brief(name)})


def _differing_in_tree(repository: Repository, base: str) -> Iterator[str]:
    """Files whose content in the work tree is another than in a commit.

    To git's index a copied file may be another; who asks has nothing written to set it right.
    """
    git = repository.git
    parts = git.run("diff-index", "-z", "--no-renames", base).split(b"\0")
    top = Path(os.fsdecode(git.run("rev-parse", "--show-toplevel").removesuffix(b"\n")))
    there: dict[bytes, str] = {}
    for head, raw in zip(parts[::2], parts[1::2], strict=False):
        name, path = raw.decode(errors="replace"), top / os.fsdecode(raw)
        if repository.is_brief(name):
            continue
        if path.is_file() and not path.is_symlink() and b"\n" not in raw:
            there[raw] = head.split(b" ")[2].decode()
        else:
            yield name
    if there:
        asked = b"".join(os.fsencode(top) + b"/" + raw + b"\n" for raw in there)
        now = git.run("hash-object", "--stdin-paths", given=asked).decode().split()
        yield from (raw.decode(errors="replace")
                    for (raw, was), mark in zip(there.items(), now, strict=True)
                    if was != mark)  # fmt: skip


def settings_files(repository: Repository, commit: str, most: int) -> Mapping[str, bytes]:
    """Files of YAML in a commit that are no briefs, from the top of the repository; so many.

    Raises GitTrouble.
    """
    listing = repository.git.run("ls-tree", "-r", "-z", "--full-tree", commit)
    found: dict[str, Blob] = {}
    for line in listing.split(b"\0"):
        head, _, path = line.partition(b"\t")
        name = path.decode(errors="replace")
        if name.endswith((".yml", ".yaml")) and not repository.is_brief(name):
            mode, _, identity = head.decode().split()[:3]
            found[name] = Blob(mode, identity)
    few = dict(list(found.items())[:most])
    return {name: raw for name, raw in repository.contents(few) if isinstance(raw, bytes)}
