"""What the rules for references that lead nowhere have in common."""

from collections.abc import Callable, Iterable, Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus, Link
from briefbook.findings import Finding, Kind
from briefbook.rules import Check, whole
from briefbook.text.suggest import nearest


def dangling(
    kind: Kind,
    roles: tuple[str, ...],
    describe: Callable[[str], tuple[str, str]],
    known: Callable[[Corpus, Link], Iterable[str]],
) -> Check:
    """A check for references of these roles that lead nowhere, with the nearest suggestion.

    `describe` gives message and advice for what was typed. Nothing is reported while the place
    where it could be defined cannot be read: that has its own finding.
    """

    def check(edition: Edition) -> Iterator[Finding]:
        corpus = edition.corpus
        unread = _unread(corpus)
        for link in corpus.links.dangling:
            name = link.reference.target
            if link.reference.roles != roles or unread & _definers(roles, name):
                continue
            message, advice = describe(name)
            guess = nearest(name, known(corpus, link))
            hint = f"Did you mean “{guess}”? " if guess else ""
            yield Finding(kind, message, link.place, hint + advice)

    return whole(check)


def _definers(roles: tuple[str, ...], name: str) -> set[str]:
    """What could define the name: roles of library files, and the id of a brief."""
    return {*roles, name.partition("#")[0]}


def _unread(corpus: Corpus) -> set[str]:
    """Library roles and brief ids whose file could not be read as YAML."""
    return {file.role for file in corpus.library if file.node is None} | {
        file.id for file in corpus.files if file.node is None
    }
