"""Which brief of one edition is which of the other."""

from collections.abc import Mapping

from briefbook.corpus import BriefFile, Corpus
from briefbook.diff.match import by_likeness
from briefbook.model.record import id_of
from briefbook.model.record_types import (
    of_briefs,
    records_of,
)

Files = tuple[BriefFile | None, BriefFile | None]


def paired_briefs(before: Corpus, after: Corpus, apart: set[str]) -> list[Files]:
    """Briefs of both sides: by id, by `renamed_from`, else by the ids of their records."""
    blocked = {name for side in (before, after) for name, file in by_id(side).items()
               if file.path in apart}  # fmt: skip
    old = {name: file for name, file in before.briefs.items() if name not in blocked}
    new = {name: file for name, file in after.briefs.items() if name not in blocked}
    pairs: list[Files] = [(old.pop(name), new.pop(name)) for name in list(new) if name in old]
    for file in list(new.values()):
        former = file.brief.renamed_from if file.brief else ()
        known = next((name for name in former if name in old), None)
        if known:
            pairs.append((old.pop(known), new.pop(file.id)))
    for one, other in by_likeness(list(old.values()), list(new.values()), _ids_of):
        pairs.append((old.pop(one.id), new.pop(other.id)))
    pairs += [(None, file) for file in new.values()]
    pairs += [(file, None) for file in old.values()]
    return pairs


def by_id(corpus: Corpus) -> Mapping[str, BriefFile]:
    """The files of briefs by their id."""
    return {file.id: file for file in corpus.files}


def _ids_of(file: BriefFile) -> str:
    if file.brief is None:
        return ""
    lists = (records_of(file.brief, kind) for kind in of_briefs())
    return " ".join(name for records in lists for record in records if (name := id_of(record)))
