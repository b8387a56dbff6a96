"""REF016 unread-citation: a citation or link in a form that is shown as it was typed."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place, Severity
from briefbook.model import Brief, Entity, Record, Source, Topic, parse_prose
from briefbook.model.leaves import leaves
from briefbook.model.mentions import Stray, is_foreign_key
from briefbook.rules import Rule, whole
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


def _check(edition: Edition) -> Iterator[Finding]:
    corpus = edition.corpus
    library = corpus.links.ids_by_role["source"]
    for file in corpus.files:
        if file.node:
            own = corpus.links.own_sources.get(file.id, frozenset())
            yield from _in(file.path, file.node, Brief, library | own)
    for held in corpus.library:
        yield from _in(held.path, held.node, _LISTS[held.role], library, listed=True)


def _in(
    path: str, node: Node, kind: type[Record], known: frozenset[str], *, listed: bool = False
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


def _is_meant(stray: Stray, known: frozenset[str]) -> bool:
    """Whether a key without brackets is one: names of accounts look the same."""
    key = stray.typed.removeprefix("@")
    return stray.form != "bare" or key in known or is_foreign_key(key)


RULE = Rule(KIND, __name__, whole(_check))
