"""Stores the text of a source, so that quotations can be proven against it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from briefbook.analysis.mirrors import archived_original
from briefbook.analysis.same_work import normal_url
from briefbook.authoring.extractors import NoText, Taken, Wanted, take
from briefbook.authoring.guarded import TookTooMuch, guarded
from briefbook.authoring.yaml_edits import Change, descend, edited, flow_list, refused, with_field
from briefbook.corpus import Corpus, gather
from briefbook.model import Source
from briefbook.model.edtf import Edtf
from briefbook.project.cache import keep_out_of_git
from briefbook.project.edition import read_edition
from briefbook.project.files import read_beginning, write_whole
from briefbook.project.lock import LOCK, locked
from briefbook.project.project import TEXTS, Project
from briefbook.project.stored_texts import MOST, Kept, text_hash
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import MappingNode
from briefbook.text.listing import opening
from briefbook.text.suggest import nearest
from briefbook.text.terminal import visible

MOST_OF_A_FILE = 64 * 1024 * 1024
"""Bytes of a file from which a text is taken."""


@dataclass(frozen=True, slots=True)
class StoredSource:
    """A source whose text was stored: its hash, the day on which it was read and that of `before`,
    how many characters it has, and the file in which the source stands."""

    source: str
    hash: str
    day: str
    before: str
    characters: int
    path: str


def snapshot(
    project: Project, files: Mapping[str, bytes | Path], today: date, encoding: str = ""
) -> tuple[list[StoredSource], dict[str, str]]:
    """Store the text of each source and write its hash and the day to the source.

    Returns what was stored, and for each source whose text could not be, why.

    Raises WrongUse if a file of the library cannot be written, or the store cannot.
    """
    with locked(project.root / LOCK):
        return _snapshot(project, files, today, encoding)


def _snapshot(
    project: Project, files: Mapping[str, bytes | Path], today: date, encoding: str
) -> tuple[list[StoredSource], dict[str, str]]:
    corpus = read_edition(project, today).corpus
    done, failed = dict[str, StoredSource](), dict[str, str]()
    for name, file in files.items():
        try:
            done[name] = _stored(project, corpus, name, file, today, encoding)
        except NoText as error:
            failed[name] = str(error)
        except WrongUse as error:
            if len(files) == 1:
                raise
            failed[name] = str(error)
    for path in dict.fromkeys(one.path for one in done.values()):
        _note(project, corpus, path, [one for one in done.values() if one.path == path])
    return [*done.values()], failed


def _stored(
    project: Project, corpus: Corpus, name: str, file: bytes | Path, today: date, encoding: str
) -> StoredSource:
    record = _source(corpus, name)
    raw = file if isinstance(file, bytes) else _read(file)
    if len(raw) > MOST_OF_A_FILE:
        raise WrongUse(_too_large("what comes in"))
    file_name = "" if isinstance(file, bytes) else file.name
    wanted = Wanted(file_name, encoding, partial(_is_its_own, record))
    try:
        taken = guarded(partial(take, raw, wanted))
    except TookTooMuch as error:
        raise NoText(str(error)) from None
    return _put(project, corpus, name, taken, today)


def _too_large(what: str) -> str:
    most = MOST_OF_A_FILE // 1024 // 1024
    return f"{what} is larger than {most} MiB; store the part that is quoted"


def _source(corpus: Corpus, name: str) -> Source:
    if name in corpus.sources:
        return corpus.sources[name].record
    if name in corpus.links.ids_by_role["source"]:
        raise WrongUse(f"the source “{visible(name)}” has mistakes, so that it cannot be read: "
                       "briefbook check says which")  # fmt: skip
    guess = nearest(name, corpus.sources)
    hint = f"; did you mean “{guess}”?" if guess else ""
    raise WrongUse(f"there is no source “{visible(name)}”{hint}")


def _read(path: Path) -> bytes:
    try:
        raw = read_beginning(path, MOST_OF_A_FILE + 1)
    except OSError as error:
        said = visible(opening(str(path), 200))
        raise WrongUse(f"{said} cannot be read: {(error.strerror or '').lower()}") from None
    if len(raw) > MOST_OF_A_FILE:
        raise WrongUse(_too_large(str(path)))
    return raw


def _is_its_own(source: Source, address: str) -> bool:
    """Whether an address is that of a source: its own, its DOI's, or what its copy is of."""
    copied = archived_original(source.archived_url) if source.archived_url else None
    own = (source.url, source.doi_address, source.archived_url, copied)
    return normal_url(address) in {normal_url(one) for one in own if one}


def _put(project: Project, corpus: Corpus, name: str, taken: Taken, today: date) -> StoredSource:
    """Write a text to the store, unless it is there."""
    text = taken.text if taken.text.endswith("\n") else f"{taken.text}\n"
    raw = text.encode()
    if len(raw) > MOST:
        raise NoText(
            f"its text has {len(raw) / 1024 / 1024:.0f} MiB, and {MOST // 1024 // 1024} are the "
            "most; store the part that is quoted"
        )
    digest, store = text_hash(raw), project.store
    _keep_out_of_git(project)
    if not store.path(digest).exists() or store.is_damaged(digest):
        known = Kept(
            taken.address or corpus.sources[name].record.address or "",
            taken.day or today.isoformat(), taken.media_type, taken.extractor,
        )  # fmt: skip
        body = {"version": 1, **{field: getattr(known, field) for field in Kept.__slots__}}
        described = json.dumps(body, ensure_ascii=False, indent=1)
        _write(store.path(digest, f"orig.{taken.ending}"), taken.original)
        _write(store.path(digest, "json"), f"{described}\n".encode())
        _write(store.path(digest), raw)  # last: where it is, all is
    day = taken.day or today.isoformat()
    was = corpus.sources[name].record.accessed
    before = was.text if was else ""
    return StoredSource(name, digest, day, before, len(text), corpus.sources[name].path)


def _write(path: Path, content: bytes) -> None:
    """Write a file of the store; what is there and no file (a pipe) would wait for ever."""
    if path.exists() and not path.is_file():
        raise WrongUse(f"{path} is no file; remove it, and store the text again")
    write_whole(path, content)


def _keep_out_of_git(project: Project) -> None:
    if project.texts_dir == TEXTS:
        keep_out_of_git(project.root)
    elif not project.commits_texts:
        ignored = project.store.folder / ".gitignore"
        if not ignored.exists():
            write_whole(ignored, b"*\n")


def _note(project: Project, corpus: Corpus, path: str, stored: list[StoredSource]) -> None:
    """Write hashes and days to the sources of a file, where they do not stand there already."""
    document, edits = corpus.document(path), list[Change]()
    wanted = dict[str, Source]()
    for one in stored:
        entry = corpus.sources[one.source]
        node = descend(corpus.node(path), entry.route)
        source = entry.record
        if document is None or not isinstance(node, MappingNode):
            raise refused(path, _instead(stored))
        day = Edtf.parse(one.day)
        others = tuple(other for other in source.snapshot if other != one.hash)
        is_older = bool(others and source.accessed and day.is_before(source.accessed))
        hashes = (*others, one.hash) if is_older else (one.hash, *others)
        if is_older:
            day = source.accessed or day  # the newest text is what was read last
        if source.accessed is None or source.accessed.text != day.text:
            beside = ("url", "archived_url", "published")
            edits.append(with_field(document, node, "accessed", day.text, beside))
        if source.snapshot != hashes:
            beside = ("url", "archived_url", "accessed")
            edits.append(with_field(document, node, "snapshot", flow_list(hashes), beside))
        wanted[one.source] = source.replace(snapshot=hashes, accessed=day)
    if document is None or not edits:
        return
    place = project.root / path
    mended = edited(path, place.read_bytes(), document, edits)
    read = gather([(path, mended)]).sources
    found = {name: read[name].record for name in wanted if name in read}
    if found != wanted:
        raise refused(path, _instead(stored))
    write_whole(place, mended)


def _instead(stored: list[StoredSource]) -> str:
    lines = ", ".join(f"“snapshot: {one.hash}” to “{one.source}”" for one in stored)
    return f"add yourself {lines}"
