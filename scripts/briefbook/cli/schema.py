"""`briefbook schema`: writes the JSON Schemas, or says when the committed ones are stale."""

from datetime import date

import click

from briefbook.cli.options import project_options
from briefbook.model.json_schema import schemas
from briefbook.project.files import write_whole
from briefbook.project.project import Project

FOLDER = "docs/schema/v1"


@click.command("schema")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is stale.")
@project_options
def schema(check: bool, project: Project, today: date) -> int:
    """Write the JSON Schemas of brief and library to docs/schema/v1/."""
    stale = 0
    for name, text in schemas().items():
        path = project.root / FOLDER / name
        if path.is_file() and path.read_bytes() == text.encode():
            continue
        stale = 1
        if check:
            click.echo(f"{FOLDER}/{name} is stale: run briefbook schema", err=True)
        else:
            write_whole(path, text.encode())
            click.echo(f"{FOLDER}/{name}")
    return stale if check else 0
