"""RIS: a line for each field, `TY  -` to begin an entry and `ER  -` to end it."""

import re
from collections.abc import Iterator

from briefbook.authoring.extractors import NoText
from briefbook.authoring.extractors.encodings import decoded
from briefbook.authoring.references import Reference, ReferenceFormat, Unread, Unreadable
from briefbook.authoring.references.filling import Filling, as_edtf, reversed_name
from briefbook.text.listing import opening

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?:\s(.*))?$")
_NEXT_ADDRESS = re.compile(r"[;,]\s*(?=https?://)|\s+(?=https?://)")
_DATE = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})/(.*)")
_TYPES = {
    "JOUR": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal",
    "MGZN": "article-magazine", "NEWS": "article-newspaper", "RPRT": "report", "GOVDOC": "report",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "THES": "thesis", "DATA": "dataset",
    "DBASE": "dataset", "AGGR": "dataset", "ELEC": "webpage", "WEB": "webpage",
    "BLOG": "post-weblog", "GEN": "document", "VIDEO": "motion_picture", "MPCT": "motion_picture",
    "ADVS": "motion_picture", "SOUND": "song", "STAT": "legislation", "BILL": "bill",
    "CASE": "legal_case", "HEAR": "hearing", "PAT": "patent", "STAND": "standard",
    "COMP": "software", "UNPB": "manuscript", "MANSCPT": "manuscript", "INPR": "article-journal",
    "PCOMM": "personal_communication", "ICOMM": "personal_communication", "MAP": "map",
    "UNBILL": "bill", "LEGAL": "legislation", "SLIDE": "speech",
}  # fmt: skip
_TITLES = ("TI", "T1", "CT")
_OUTLETS = ("T2", "JO", "JF", "JA", "J1", "J2", "BT")
_DATES = ("DA", "PY", "Y1")


def _knows(raw: bytes, name: str) -> bool:
    return name.lower().endswith(".ris") or bool(
        re.match(rb"(?:\xef\xbb\xbf)?\s*TY\s{1,2}-", raw[:2_000])
    )


def _read(raw: bytes, name: str) -> Iterator[Reference | Unread]:
    try:
        lines = decoded(raw).splitlines()
    except NoText as error:
        raise Unreadable(str(error)) from None
    start: int | None = None
    for number, line in enumerate([*lines, "TY  - "], 1):
        found = _LINE.match(line.strip())
        tag = found[1] if found else ""
        if tag in ("TY", "ER") and start is not None:
            yield _entry(lines[start - 1 : number - 1], start)
            start = None
        if tag == "TY":
            start = number
        elif line.strip() and tag != "ER" and start is None:
            yield Unread(number, "a line that belongs to no entry: “TY  -” begins one")


def _entry(lines: list[str], number: int) -> Reference | Unread:
    """One entry; a line without a tag goes on with the one before."""
    seen, last = dict[str, list[str]](), ""
    for line in lines:
        if found := _LINE.match(line.strip()):
            last = found[1]
            seen.setdefault(last, []).append((found[2] or "").strip())
        elif last and line.strip():
            seen[last][-1] += f" {line.strip()}"
    filling = Filling(seen.get("ID", [""])[0], number)
    seen["ID"] = seen.get("ID", [])[1:]
    kind = seen.pop("TY")[0]
    if not filling.take("type", _TYPES.get(kind, ""), "TY"):
        filling.leave("TY", kind)
    _titles(seen, filling)
    _people(seen, filling)
    _dates(seen, filling)
    takers = {"DO": _doi, "SN": Filling.identifier, "LA": Filling.language, "UR": _addresses}
    for tag, taker in takers.items():
        for value in seen.pop(tag, ()):
            taker(filling, value, tag)
    for tag, values in seen.items():
        for value in values:
            filling.leave(tag, value)
    if "title" not in filling.reference.fields:
        left_out = dict(filling.reference.left).get("TI") or dict(filling.reference.left).get("T1")
        if left_out:
            return Unread(number, f"a title that is too long: {opening(left_out, 60)}")
        return Unread(number, "an entry without a title")
    return filling.reference


def _addresses(filling: Filling, value: str, tag: str) -> bool:
    """EndNote writes several on one line."""
    kept = [filling.address(one.strip(), tag) for one in _NEXT_ADDRESS.split(value)]
    return any(kept)


def _doi(filling: Filling, value: str, tag: str) -> bool:
    return filling.take("doi", value, tag)


def _titles(seen: dict[str, list[str]], filling: Filling) -> None:
    is_book = filling.reference.fields.get("type") == "book"
    for tag in (*_TITLES, *(("BT",) if is_book else ())):
        for value in seen.pop(tag, ()):
            filling.take("title", value, tag)
    for tag in ("TT",):
        for value in seen.pop(tag, ()):
            filling.take("translated_title", value, tag)
    for tag in (*_OUTLETS, "PB"):
        for value in seen.pop(tag, ()):
            filling.take("publisher", value, tag)


def _people(seen: dict[str, list[str]], filling: Filling) -> None:
    names = [value for tag in ("A1", "AU") for value in seen.pop(tag, ()) if value]
    if not names:
        names = [value for tag in ("A2", "ED") for value in seen.pop(tag, ()) if value]
    if names:
        filling.take("authors", tuple(map(reversed_name, dict.fromkeys(names))), "AU")


def _parts(value: str) -> tuple[str, str]:
    """A date of RIS (YYYY/MM/DD/other, of which all but the year may be empty): as EDTF, and what
    else it says."""
    slashed = _DATE.fullmatch(value)
    if slashed is None:
        return as_edtf(value.strip("/")), ""
    parts = [part for part in slashed.groups()[:3] if part]
    return as_edtf("-".join(part.zfill(2) for part in parts)), slashed[4].strip()


def _dates(seen: dict[str, list[str]], filling: Filling) -> None:
    given = [(tag, value) for tag in _DATES for value in seen.pop(tag, ())]
    best = max((_parts(value)[0] for _, value in given), key=len, default="")
    if best:
        filling.take("published", best, "DA")
    for tag, value in given:
        date, other = _parts(value)
        if not best.startswith(date or "-"):
            filling.leave(tag, value)
        elif other:
            filling.leave(tag, other)
    for value in seen.pop("Y2", ()):
        date, other = _parts(value)
        filling.date("accessed", date or value, "Y2")
        filling.leave("Y2", other)


FORMAT = ReferenceFormat("RIS", _knows, _read)
