"""The search bundles hold filters, and the same records give the same bytes."""

import gzip
from pathlib import Path

import cbor2
import pytest

from briefbook.pages import SearchRecord
from briefbook.publish.pagefind import bundles
from briefbook.publish.pagefind_files import canonical

KINDS = ("claim", "source", "judgment", "question", "barrier")


def records() -> list[SearchRecord]:
    return [
        SearchRecord(
            f"briefings/b/#r{at}", f"Record {at}", KINDS[at % 5], {"en": f"word number {at}"}, {},
            {"kind": (KINDS[at % 5],), "topic": tuple("abcdefg"[: at % 7 + 1]), "year": (str(at),)},
        )
        for at in range(40)
    ]  # fmt: skip


def filters(files: dict[str, bytes]) -> dict[str, list[str]]:
    found = {}
    for path, content in files.items():
        if path.endswith(".pf_filter"):
            name, values = cbor2.loads(gzip.decompress(content)[len(b"pagefind_dcd") :])
            found[name] = [value for value, _ in values]
    return found


def test_the_same_bytes() -> None:
    first, second = ({a.path: a.content for a in bundles(records(), ("en",))} for _ in range(2))
    assert first == second
    assert filters(first)["kind"] == sorted(KINDS)
    assert filters(first)["topic"] == list("abcdefg")


def test_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="not a file"):
        canonical({"filter/en_x.pf_filter": gzip.compress(b"other")})
    meta = gzip.compress(b"pagefind_dcd" + cbor2.dumps(["1.6", [], []]))
    with pytest.raises(ValueError, match="another form"):
        canonical({"pagefind.en_x.pf_meta": meta, "pagefind-entry.json": b"{}"})


def test_the_real_site_has_every_facet(built: Path) -> None:
    found = filters({p.as_posix(): p.read_bytes() for p in (built / "site/search/en").rglob("*.*")})
    assert set(found) == {
        *("kind", "verdict", "confidence", "likelihood", "topic", "entity", "grade", "status"),
        *("year", "language"),
    }
    assert "refuted" in found["verdict"]
    assert "Sberbank" in found["entity"]
    assert "Sanctions" in found["topic"]
