"""REF016 unread-citation: a citation or link in a form that is shown as it was typed."""

from collections.abc import Iterator, Set

from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile, LibraryFile
from briefbook.findings import Finding, Kind, Place, Severity
from briefbook.model import Brief, Entity, Record, Source, Topic, parse_prose
from briefbook.model.leaves import leaves
from briefbook.model.mentions import Stray, is_foreign_key
from briefbook.rules import Rule, each_file
from briefbook.syntax import Node

KIND = Kind("REF016", "unread-citation", Severity.warning)

_LISTS: dict[str, type[Record]] = {"source": Source, "entity": Entity, "topic": Topic}
_CITING = (
    "Write [@source-id], with a place in it [@source-id, p. 5], with words before it "
    "[see @source-id], several as [@one; @another]."
)
_LINKING = "Write [[record-id]], or [[record-id|your words]] for a link in words of your own."
_WORDS = {
    "citation": (
        "A bracket with “{typed}” in it is not read as a citation.",
        f"{_CITING} If it is none, write a backslash before the bracket.",
    ),
    "link": (
        "“{typed}” is not read as a link.",
        f"{_LINKING} If it is none, write a backslash before the brackets.",
    ),
    "embedded": (
        "The “!” before “{typed}” takes a record in with other tools; here it does nothing.",
        "Take the “!” away: the link alone leads to the record.",
    ),
    "command": ("“{typed}” is a command of LaTeX.", _CITING),
    "bare": (
        "“{typed}” without brackets is not read as a citation.",
        f"{_CITING} If it is none, put it in `backquotes`.",
    ),
}


def _check(edition: Edition, path: str) -> Iterator[Finding]:
    links = edition.corpus.links
    library = links.ids_by_role["source"]
    match edition.corpus.file_at.get(path):
        case BriefFile(id=name, node=node) if node:
            own = links.own_sources.get(name, frozenset())
            yield from _in(path, node, Brief, (library, own))
        case LibraryFile(role=role, node=node) if node:
            yield from _in(path, node, _LISTS[role], (library,), listed=True)


Known = tuple[Set[str], ...]


def _in(
    path: str, node: Node, kind: type[Record], known: Known, *, listed: bool = False
) -> Iterator[Finding]:
    for leaf in leaves(node, kind, listed=listed):
        text = leaf.node.value
        if "prose" not in leaf.roles or not ("@" in text or "[[" in text or "cite" in text):
            continue
        for stray, nth in parse_prose(leaf.node.text).strays():
            if _is_meant(stray, known):
                message, advice = _WORDS[stray.form]
                message = f"{message.format(typed=stray.typed)} Readers see it as it was typed."
                yield Finding(KIND, message, Place(path, leaf.route, text=stray.typed, nth=nth),
                              advice)  # fmt: skip


def _is_meant(stray: Stray, known: Known) -> bool:
    """Whether a key without brackets is one: names of accounts look the same."""
    key = stray.typed.removeprefix("@")
    return stray.form != "bare" or any(key in ids for ids in known) or is_foreign_key(key)


RULE = Rule(KIND, __name__, each_file(_check))
