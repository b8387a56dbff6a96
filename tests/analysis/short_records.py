"""Records in one line, for tests that need only a few of their fields."""

from briefbook.analysis.edition import Edition
from briefbook.corpus import Corpus
from briefbook.corpus.corpus import LibraryRecord
from briefbook.model import Brief, Claim, Edtf, Entity, Evidence, Source
from briefbook.model.settings import Settings
from briefbook.model.source import Reliability
from harness import DAY

TITLE = {"title": "T", "summary": "S.", "status": "draft"}


def source(name: str, *letters: str | Reliability, **fields: object) -> Source:
    """A source with the letters that it was given, the newest last."""
    return Source.model_validate({"id": name, "title": name, "reliability": letters, **fields})


def item(name: str, stance: str = "supports", **fields: object) -> Evidence:
    """An item of evidence, from the source of that name."""
    return Evidence.model_validate({"source": name, "stance": stance, **fields})


def claim(*items: Evidence, **fields: object) -> Claim:
    """A claim with its evidence: a fact that is supported, unless told otherwise."""
    plain = {"id": "c", "statement": "S.", "kind": "fact", "verdict": "supported"}
    return Claim.model_validate({**plain, "evidence": items, **fields})


def brief(**fields: object) -> Brief:
    """A brief with what must be there and these fields."""
    return Brief.model_validate({**TITLE, **fields})


def day(text: str) -> Edtf:
    """A date as it is typed."""
    return Edtf.parse(text)


def entity(one: str, **fields: object) -> Entity:
    """An organization of that id and name."""
    return Entity.model_validate({"id": one, "name": one, "kind": "organization", **fields})


def library(*records: Source | Entity) -> Edition:
    """An edition without briefs, with these in its library."""
    held = [
        {one.id: LibraryRecord(one.id, one, "library.yml", (index,))
         for index, one in enumerate(records) if isinstance(one, kind)}
        for kind in (Source, Entity)
    ]  # fmt: skip
    return Edition(Corpus((), *held), DAY, Settings())  # type: ignore[arg-type]
