"""How to cite a brief and its records, as files: BibTeX, CSL-JSON, RIS."""

import json
from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.record import id_of
from briefbook.model.record_types import with_permalinks
from briefbook.pages.citation import FOLDER, brief_citation, record_citation
from briefbook.pages.context import Context
from briefbook.pages.records import display_of
from briefbook.text.artifact import Artifact


def citation_files(brief: Brief, context: Context) -> Iterator[Artifact]:
    """The brief and all its records in every format, in the same order."""
    every = [brief_citation(brief, context)]
    for record in with_permalinks(brief):
        title = display_of(record).title(record, context)
        every.append(record_citation(brief, context, id_of(record), title))
    here = f"{FOLDER}{context.brief}"
    items = (_plain(one.csl()) for one in every)
    yield Artifact(f"{here}.bib", "\n".join(one.bibtex() for one in every).encode())
    yield Artifact(f"{here}.csl.json", "[{}]\n".format(",\n".join(items)).encode())
    yield Artifact(f"{here}.ris", "\r\n".join(one.ris() for one in every).encode())


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
