"""How to cite a brief and its records, as files: BibTeX, CSL-JSON, RIS, and one for the script."""

import json
from collections.abc import Iterator

from briefbook.model import Brief
from briefbook.model.record import id_of
from briefbook.model.record_types import with_permalinks
from briefbook.pages.citation import FOLDER, brief_citation, record_citation
from briefbook.pages.context import Context
from briefbook.pages.records import display_of
from briefbook.text.artifact import Artifact
from briefbook.text.json_text import compact


def citation_files(brief: Brief, context: Context) -> Iterator[Artifact]:
    """The brief and all its records in every format, and as one file for the page's script."""
    found = {"": brief_citation(brief, context)}
    for record in with_permalinks(brief):
        title = display_of(record).title(record, context)
        found[id_of(record)] = record_citation(brief, context, id_of(record), title)
    here = f"{FOLDER}{context.brief}"
    every = list(found.values())
    items = json.dumps([one.csl() for one in every], ensure_ascii=False, indent=1, allow_nan=False)
    yield Artifact(f"{here}.bib", "\n".join(one.bibtex() for one in every).encode())
    yield Artifact(f"{here}.csl.json", f"{items}\n".encode())
    yield Artifact(f"{here}.ris", "\r\n".join(one.ris() for one in every).encode())
    for_script = {
        name: {
            "plain": one.plain(context), "url": one.url, "bib": one.bibtex(),
            "csl": json.dumps([one.csl()], ensure_ascii=False, indent=1), "ris": one.ris(),
        }
        for name, one in found.items()
    }  # fmt: skip
    yield Artifact(f"{here}.json", compact(for_script).encode())
