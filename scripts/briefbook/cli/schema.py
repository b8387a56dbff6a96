"""`briefbook schema`: writes the JSON Schemas, or says when the committed ones are stale."""

from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.model.json_schema import schemas
from briefbook.project.files import write_whole
from briefbook.project.project import Project

FOLDER = "docs/schema/v1"


@click.command("schema", cls=Command, one="With --check: a file is stale.")
@click.option("--check", is_flag=True, help="Write nothing, and exit with 1 if a file is stale.")
@project_options
def schema(check: bool, project: Project, today: date) -> int:
    """Write the JSON Schemas of briefs to docs/schema/v1/.

    With them an editor knows every field of briefs and of the library, and says what is wrong while
    you type.
    """
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
