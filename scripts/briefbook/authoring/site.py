"""Starts a site: a folder that builds at once; later renews what nobody has changed."""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from difflib import unified_diff
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from briefbook import __version__
from briefbook.authoring.site_record import (
    RECORD,
    Answers,
    hash_of,
    read_record,
    write_record,
)
from briefbook.model.json_schema import schemas
from briefbook.project.config import CONFIG
from briefbook.project.files import write_whole
from briefbook.project.repository import within_repository
from briefbook.project.wrong_use import WrongUse
from briefbook.text.markdown import heading_text

_DOTTED = {"gitignore": ".gitignore"}  # a package may leave out files whose name begins with a dot


@dataclass(frozen=True, slots=True)
class Written:
    """Paths that were written, and those that were left: with what they lack of the new ones."""

    files: tuple[str, ...]
    left: Mapping[str, str]


def write_site(folder: Path, answers: Answers) -> Written:
    """Write a new site; what is there already stays as it is.

    Raises WrongUse if there is a site already, here or in a folder above, or nothing can be
    written.
    """
    _refuse_a_site(folder)
    return _written(folder, answers, answers, {})


def add_host(folder: Path, host: str, today: str) -> Written:
    """Write the files by which a host checks each change, beside a site that is there.

    What is there already stays as it is; `renew_site` renews the others from now on.

    Raises WrongUse if nothing can be written, or the record of a site cannot be read.
    """
    known: Mapping[str, str] = {}
    answers = Answers("", "", began=today)
    if (folder / RECORD).exists():
        answers, known = read_record(folder)
    return _written(folder, Answers("", "", host=host), replace(answers, host=host), known)


def renew_site(folder: Path) -> Written:
    """Bring files that `new site` wrote, and nobody has changed since, to this version.

    Files that were changed are left, with the difference to the new ones; deleted ones stay so.

    Raises WrongUse if the folder holds no record of what was written.
    """
    answers, known = read_record(folder)
    wanted = _rendered(folder, answers)
    written, left = {}, {}
    for path, text in wanted.items():
        place = _place(folder, path)
        there = place.read_bytes() if place.is_file() else None
        if there == text.encode() or (there is None and path in known):
            continue
        if there is None or hash_of(there) == known.get(path):
            write_whole(place, text.encode())
            written[path] = text
        else:
            left[path] = _difference(path, there, text)
    kept = {path: mark for path, mark in known.items() if path in wanted}
    write_record(folder, answers, kept | {path: hash_of(t.encode()) for path, t in written.items()})
    return Written(tuple(written), left)


def _written(folder: Path, now: Answers, answers: Answers, known: Mapping[str, str]) -> Written:
    """Write what is asked for now and is not there yet; remember it with what was known before."""
    wanted = _rendered(folder, now)
    if (folder / "docs/README.md").is_file():  # a front page of its own
        wanted.pop("docs/index.md", None)
    _refuse_what_is_in_the_way(folder, wanted)
    there = [path for path in wanted if _place(folder, path).exists()]
    left = {path: _lacking(_place(folder, path), path, wanted[path]) for path in there}
    fresh = {path: text for path, text in wanted.items() if path not in left}
    for path, text in fresh.items():
        write_whole(_place(folder, path), text.encode())
    marks = {path: hash_of(text.encode()) for path, text in fresh.items()}
    write_record(folder, answers, {**known, **marks})
    return Written(tuple(fresh), left)


def _refuse_what_is_in_the_way(folder: Path, wanted: Iterable[str]) -> None:
    """Half a site is worse than none: nothing is written where a file stands for a folder."""
    for path in wanted:
        for above in _place(folder, path).parents:
            if os.path.lexists(above) and not above.is_dir():
                raise WrongUse(f"{above} is a file, where a folder is needed; nothing was written")
            if above.is_dir():
                break
    there = next(above for above in (folder, *folder.resolve().parents) if above.is_dir())
    if not os.access(there, os.W_OK):
        raise WrongUse(f"nothing can be written in {there}")


def _lacking(place: Path, path: str, wanted: str) -> str:
    """What should be added to a file that is there: lines of .gitignore keep private drafts in."""
    if path != ".gitignore" or not place.is_file():
        return ""
    known = {line.strip().strip("/") for line in place.read_text("utf-8", "replace").splitlines()}
    lines = [line for line in wanted.splitlines() if line and not line.startswith("#")]
    lacking = [line for line in lines if line.strip("/") not in known]
    return (
        "".join(["add these lines to it:\n", *(f"{line}\n" for line in lacking)]) if lacking else ""
    )


def _place(folder: Path, path: str) -> Path:
    """Where a file goes; “..” is taken away, as it leads nowhere from a folder yet to be made."""
    return Path(os.path.normpath(folder.resolve() / path))


def _refuse_a_site(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WrongUse(f"{folder} is a file; name a folder")
    if (folder / "mkdocs.yaml").exists():
        raise WrongUse(f"{folder} has a mkdocs.yaml; rename it to {CONFIG}, which is what is read")
    if (folder / CONFIG).exists():
        raise WrongUse(
            f"{folder} has a {CONFIG} already; add “briefbook” to its list of plugins instead, "
            "and a folder “briefings” beside it"
        )
    for above in folder.resolve().parents:
        if (above / CONFIG).is_file():
            raise WrongUse(
                f"{folder} lies in the site {above}; start a new one elsewhere, or add briefs there"
            )


def _rendered(folder: Path, answers: Answers) -> dict[str, str]:
    """Every file of a site, by path within its folder.

    A host looks for its files at the top of a repository, which may be a folder further up.
    """
    values = {**asdict(answers), "today": answers.began, "version": __version__}
    made = _made("new_site", values) if answers.name else {}
    if answers.host != "none":
        project = within_repository(folder)
        up = "../" * len(project.parts)
        for path, text in host_files(answers.host, _ACTION, project.as_posix()).items():
            made[f"{up}{path}"] = text
    if answers.name:
        made |= {f"docs/schema/v1/{name}": text for name, text in schemas().items()}
    return made


def host_files(host: str, action: str, project: str) -> dict[str, str]:
    """The files of a host, by path within the repository.

    `action` is what its workflows call, `project` the folder of the site in the repository.
    """
    directory = "/" if project == "." else f"/{project}"
    return _made(f"hosts/{host}", {"action": action, "project": project, "directory": directory})


_ACTION = (
    f"briefbook/briefbook@v{__version__} "
    "# zizmor: ignore[unpinned-uses] the version of Briefbook that wrote this file"
)


def _made(template: str, values: Mapping[str, str]) -> dict[str, str]:
    jinja = Environment(
        autoescape=False,  # noqa: S701 YAML and Markdown; each value goes through a filter of its own
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        variable_start_string="[[ ",
        variable_end_string=" ]]",
    )
    jinja.filters |= {
        "quoted": lambda text: json.dumps(text, ensure_ascii=False),
        "heading": heading_text,
    }
    found = _below(files("briefbook.authoring").joinpath(template), "")
    return {path: _filled(jinja, text, values) for path, text in found}


_PLACEHOLDER = re.compile(r"\[\[ \w+(?: \| \w+)? \]\]")


def _filled(jinja: Environment, text: str, values: Mapping[str, str]) -> str:
    """A text with its placeholders filled; everything else, links in double brackets too, stays."""
    return _PLACEHOLDER.sub(lambda found: jinja.from_string(found[0]).render(values), text)


def _below(folder: Traversable, before: str) -> Iterator[tuple[str, str]]:
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        path = f"{before}{_DOTTED.get(item.name, item.name)}"
        if item.is_dir():
            yield from _below(item, f"{path}/")
        else:
            yield path, item.read_text(encoding="utf-8")


def _difference(path: str, there: bytes, wanted: str) -> str:
    old = there.decode("utf-8", errors="replace").splitlines(keepends=True)
    lines = unified_diff(old, wanted.splitlines(keepends=True), path, f"{path} (new)")
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
