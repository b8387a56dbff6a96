"""Starts a brief: a commented file that passes `check` once its blanks are filled."""

from datetime import date
from importlib.resources import files
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefbook.corpus import BRIEFINGS
from briefbook.model.reserved import RESERVED
from briefbook.model.scalars import Id
from briefbook.project.edition import read_edition
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse


def write_new_brief(project: Project, brief_id: str, today: date) -> Path:
    """Write the file and return its path.

    Raises WrongUse if the id cannot be one, is reserved, or is taken by another brief.
    """
    try:
        TypeAdapter(Id).validate_python(brief_id)
    except ValidationError as error:
        raise WrongUse(error.errors(include_url=False)[0]["msg"]) from None
    if brief_id in RESERVED:
        raise WrongUse(f"the id “{brief_id}” is reserved for the site's own addresses")
    taken = [file.path for file in read_edition(project, today).corpus.files if file.id == brief_id]
    if taken:
        raise WrongUse(f"{taken[0]} is there already; an id is never used twice")
    path = project.root / BRIEFINGS / f"{brief_id}.yml"
    text = files("briefbook.authoring").joinpath("new_brief.yml").read_text(encoding="utf-8")
    write_whole(path, text.replace("TODAY", today.isoformat()).encode())
    return path
