"""Checks a finished or published site against its own manifest, and against the briefs here."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from briefbook.analysis.edition import Edition
from briefbook.exporters import exporters
from briefbook.exporters.manifest.export import PATH
from briefbook.lint.published import Manifest, UnreadableManifest
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.site_scan import marks
from briefbook.text.url import UnsafeUrl, safe_url

_SECONDS = 30
_MOST = 64 * 1024 * 1024
_AT_ONCE = 4
Read = Callable[[str], bytes | None]
"""The content of a file of the site, by its path; None where it has none."""


@dataclass(frozen=True, slots=True)
class Verified:
    """How many addresses were looked at, and what is wrong, a line each."""

    addresses: int
    wrong: tuple[str, ...]


def verify(place: str, edition: Edition) -> Verified:
    """Whether each address in the manifest of a site leads to its page and anchor, and whether
    the site says what the briefs here say (by the hashes of their meaning).

    `place` is a folder, or the http address of a published site.

    Raises WrongUse if there is no manifest, or it cannot be read.
    """
    read = _of_site(place) if place.startswith(("http://", "https://")) else _of_folder(place)
    raw = read(PATH)
    if raw is None:
        raise WrongUse(f"{place} has no {PATH}: is it a site that briefbook built?")
    try:
        Manifest.parse(raw)
    except UnreadableManifest as error:
        raise WrongUse(f"the manifest of {place} cannot be used: {error}") from None
    there = _entries(json.loads(raw))
    made = next(one for one in exporters() if one.name == "manifest")
    here = _entries(json.loads(next(iter(made.run(edition))).content))
    wrong = [*_broken(there, read), *_differing(there, here)]
    return Verified(len(there), tuple(wrong))


@dataclass(frozen=True, slots=True)
class _Entry:
    address: str
    hash: str


def _entries(manifest: Mapping[str, Any]) -> dict[str, _Entry]:
    """Everything with an address, by a name for people: “brief#record”, “source x”."""
    found = {}
    for name, brief in manifest["briefs"].items():
        found[name] = _entry(brief)
        for record, one in brief["records"].items():
            found[f"{name}#{record}"] = _entry(one)
    for listed, noun in (("sources", "source"), ("entities", "actor"), ("topics", "topic")):
        for name, one in manifest[listed].items():
            found[f"{noun} {name}"] = _entry(one)
    return found


def _entry(one: Any) -> _Entry:  # noqa: ANN401 read from JSON, checked here
    held = one if isinstance(one, dict) else {}
    return _Entry(str(held.get("address", "")), str(held.get("hash", "")))


def _broken(entries: Mapping[str, _Entry], read: Read) -> Iterator[str]:
    """Addresses that lead to no page, or to a page without the anchor."""
    pages = sorted({entry.address.partition("#")[0] for entry in entries.values()})
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        held = pool.map(lambda page: read(f"{page}index.html"), pages)
        ids = {
            page: None if raw is None else marks(raw.decode(errors="replace"))
            for page, raw in zip(pages, held, strict=True)
        }
    for name, entry in entries.items():
        page, _, anchor = entry.address.partition("#")
        known = ids[page]
        if known is None:
            yield f"{name}: there is no page at {entry.address}"
        elif anchor and not known.has(anchor):
            yield f"{name}: the page has no anchor for {entry.address}"


def _differing(there: Mapping[str, _Entry], here: Mapping[str, _Entry]) -> Iterator[str]:
    for name in {**there, **here}:
        if name not in here:
            yield f"{name}: it is on the site and not in the briefs here"
        elif name not in there:
            yield f"{name}: it is in the briefs here and not on the site"
        elif there[name].hash != here[name].hash:
            yield f"{name}: the site says something else than the briefs here"


def _of_folder(place: str) -> Read:
    root = Path(place).resolve()

    def read(path: str) -> bytes | None:
        file = (root / path).resolve()
        return file.read_bytes() if file.is_relative_to(root) and file.is_file() else None

    return read


def _of_site(place: str) -> Read:
    try:
        root = safe_url(f"{place.rstrip('/')}/")
    except UnsafeUrl as error:
        raise WrongUse(f"{place} cannot be asked: {error}") from None

    def read(path: str) -> bytes | None:
        url = urljoin(root, path)
        if not url.startswith(root):
            return None
        try:
            with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310 http only
                return bytes(answer.read(_MOST))
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                return None
            raise WrongUse(f"{url} answered with {error.code}") from None
        except (OSError, ValueError):
            raise WrongUse(f"{url} cannot be reached") from None

    return read
