"""REF009 dangling-link: `[[…]]` in prose that leads to no record and no brief."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling
from briefbook.rules.ref.unknown_record import known_records

KIND = Kind("REF009", "dangling-link")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    brief, mark, _ = name.rpartition("#")
    if mark and brief in corpus.links.routes_by_brief:
        return (f"The link [[{name}]] leads to no record of “{brief}”.", "Give the record's id.")
    return (
        f"The link [[{name}]] leads nowhere.",
        "Write [[record-id]] for a record of this brief, [[brief-id#record-id]] for another's.",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return {*known_records(corpus, link), *corpus.links.routes_by_brief}


RULE = Rule(KIND, __name__, dangling(KIND, ("link",), _describe, _known))
