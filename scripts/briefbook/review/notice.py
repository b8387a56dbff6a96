"""Which commit a comment is about, and the notice that there is no review of a later one."""

import re
from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "conflict": "it cannot be merged as it is. Bring it up to date with the branch that it is "
    "for, and resolve what conflicts",
    "fetch": "it could not be fetched from the host. Run the job once more",
    "shared": "another pull request stands at the same commit, and that one was looked at. Close "
    "one of the two, or give this one a commit of its own",
    "error": "the program ended with an error, or took too long. The log of its run says more",
}
"""Why no review could be made: fixed sentences, so that nothing of the change is printed."""

_COMMIT = "<!-- briefbook commit {} -->\n"
_BEGIN, _END = "<!-- briefbook notice -->\n", "\n<!-- briefbook notice ends -->\n"
_HEAD = re.compile(
    r"(?P<mark>[^\n]*)\n"
    rf"(?P<commit>{_COMMIT.format('(?P<id>[0-9a-f]{40,64})')})?"
    rf"({_BEGIN}[^\n]*\n{_END})?"
)
_REST = "\nThe rest was left out here.\n"


def is_commit(sha: str) -> bool:
    """Whether this is the full id of a commit."""
    return re.fullmatch("[0-9a-f]{40}|[0-9a-f]{64}", sha) is not None


def about(text: str, sha: str, most: int) -> str:
    """A comment that names, unseen, the commit it is about; as it was, if that is too much.

    `most` is in bytes of UTF-8.
    """
    mark, _, rest = text.partition("\n")
    named = f"{mark}\n{_COMMIT.format(sha)}{rest}"
    return named if _size(named) <= most else text


def with_notice(old: str, sha: str, reason: str, most: int) -> str:
    """A comment that says above all else that there is no review of the commit `sha`.

    An earlier notice gives way to this one; the rest stays as it is, up to `most` bytes of UTF-8.
    `reason` is a key of REASONS, and `old` the comment as it is, or its mark alone.
    """
    old = old.replace("\r\n", "\n").rstrip("\n") + "\n"
    found = _HEAD.match(old)
    if found is None:  # cannot be: the pattern needs no more than one line
        raise ValueError(old)
    rest = old[found.end() :]
    said = _said(found["id"], sha, bool(rest))
    head = f"{found['mark']}\n{found['commit'] or ''}{_BEGIN}**{said}**: {REASONS[reason]}.\n{_END}"
    return head + _cut(rest, most - _size(head))


def _said(old: str | None, new: str, review: bool) -> str:
    if not review:
        return f"No review could be made of commit `{new[:12]}` yet"
    if old is None:
        return f"This review is of an earlier commit; none could be made of `{new[:12]}` yet"
    if old == new:
        return f"This review of commit `{new[:12]}` stands, but it could not be made anew"
    return f"This review is of commit `{old[:12]}`; no review could be made of `{new[:12]}` yet"


def _cut(text: str, most: int) -> str:
    """The first lines of a comment, in at most so many bytes; what was folded stays so."""
    if _size(text) <= most:
        return text
    closing = "\n</details>\n"
    room = most - _size(_REST) - _size(closing)
    kept: list[str] = []
    for line in text.removesuffix(_REST).splitlines(keepends=True):
        room -= _size(line)
        if room < 0:
            break
        kept.append(line)
    starts = [line.partition(">")[0] for line in kept]
    is_open = starts.count("<details") > starts.count("</details")
    return "".join(kept) + (closing if is_open else "") + _REST


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))
