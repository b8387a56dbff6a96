"""Starts a brief: a commented file that passes `check` once its blanks are filled."""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefbook.authoring.add_source import fields_of, ids_in_use
from briefbook.authoring.known_works import KnownWorks
from briefbook.authoring.library_file import entry
from briefbook.authoring.references import Reference
from briefbook.authoring.references.ids import readable_id
from briefbook.corpus import BRIEFINGS, Corpus
from briefbook.model.reserved import RESERVED
from briefbook.model.scalars import Id
from briefbook.project.edition import read_edition
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse


def write_new_brief(
    project: Project, brief_id: str, today: date, references: Sequence[Reference] = ()
) -> Path:
    """Write the file and return its path; with `references` those are its first sources, but for
    works that the library has.

    Raises WrongUse if the id cannot be one, is reserved, or is taken by another brief.
    """
    try:
        TypeAdapter(Id).validate_python(brief_id)
    except ValidationError as error:
        raise WrongUse(error.errors(include_url=False)[0]["msg"]) from None
    if brief_id in RESERVED:
        raise WrongUse(f"the id “{brief_id}” is reserved for the site's own addresses")
    corpus = read_edition(project, today).corpus
    taken = [file.path for file in corpus.files if file.id == brief_id]
    if taken:
        raise WrongUse(f"{taken[0]} is there already; an id is never used twice")
    path = project.root / BRIEFINGS / f"{brief_id}.yml"
    text = files("briefbook.authoring").joinpath("new_brief.yml").read_text(encoding="utf-8")
    text = text.replace("TODAY", today.isoformat())
    if references:
        text = _with_sources(text, references, corpus)
    write_whole(path, text.encode())
    return path


def _with_sources(text: str, references: Sequence[Reference], corpus: Corpus) -> str:
    """The file with its sources: new ones in it, those of the library named in a comment."""
    known = KnownWorks({name: entry.record for name, entry in corpus.sources.items()})
    taken = ids_in_use(corpus)
    entries, there = list[str](), list[str]()
    for one in references:
        if name := known.find(one):
            there.append(f"{name} ({one.text('title')})")
            continue
        name = readable_id(one, taken)
        taken.add(name)
        known.add(name, one)
        entries.append(entry(name, fields_of(one), "  "))
    head, mark, rest = text.partition("# sources:\n")
    notes = [f"# In the library already: {name}\n" for name in dict.fromkeys(there)]
    made = "".join(["sources:\n", *entries]) if entries else f"{mark}{rest}"
    return "".join([head, *notes, made])
