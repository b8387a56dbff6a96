"""What the rules for references that lead nowhere have in common."""

from collections.abc import Callable, Iterable, Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile, Corpus, Link, Target
from briefbook.findings import Finding, Kind
from briefbook.rules import Check, each_file
from briefbook.text.listing import lower_first
from briefbook.text.suggest import nearest

_ESCAPE = " If nothing is meant here, write a backslash before the bracket."
_GUESSES = 200
"""Suggestions in a file for references that lead nowhere; with more of them the mistake is
another."""


def dangling(
    kind: Kind,
    roles: tuple[str, ...],
    describe: Callable[[str, Corpus], tuple[str, str]],
    known: Callable[[Corpus, Link], Iterable[str]],
) -> Check:
    """A check for references of these roles that lead nowhere, with the nearest suggestion.

    `describe` gives message and advice for what was typed. Nothing is reported while the place
    where it could be defined cannot be read: that has its own finding.
    """

    def check(edition: Edition, path: str) -> Iterator[Finding]:
        corpus = edition.corpus
        file = corpus.file_at.get(path)
        some = [one for one in file.references if one.roles == roles] if file else []
        if file is None or not some:
            return
        brief = file.id if isinstance(file, BriefFile) else ""
        number = 0
        for link in corpus.links.of_references(some, path, brief):
            name = link.reference.target
            if link.target or corpus.unread & _definers(roles, name):
                continue
            message, advice = describe(name, corpus)
            number += 1
            guess = nearest(name, known(corpus, link)) if number <= _GUESSES else None
            hint = f"Did you mean “{guess}”? If not: {lower_first(advice)}" if guess else advice
            escape = _ESCAPE if link.reference.text and not guess else ""
            yield Finding(kind, message, link.place, hint + escape)

    return each_file(check)


def _definers(roles: tuple[str, ...], name: str) -> set[Target]:
    """What could define the name, in the terms of `Corpus.unread`."""
    found = {Target(role, "") for role in roles}
    brief, mark, _ = name.partition("#")
    if mark or {"brief", "link"} & {*roles}:
        found |= {Target("brief", brief), Target("brief", "")}
    return found
