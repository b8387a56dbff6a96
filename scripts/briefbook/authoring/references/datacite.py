"""The record of a DOI at DataCite, in the words of CSL-JSON (DataCite Metadata Schema 4.5)."""

from collections.abc import Mapping
from typing import Any

_TYPES = {
    "Dataset": "dataset", "Software": "software", "Text": "document", "Book": "book", "Report":
    "report", "JournalArticle": "article-journal", "ConferencePaper": "paper-conference",
    "BookChapter": "chapter", "Dissertation": "thesis", "Preprint": "manuscript", "Audiovisual":
    "motion_picture", "Image": "graphic", "Collection": "dataset", "Standard": "standard",
}  # fmt: skip


def as_csl(item: Mapping[str, Any]) -> dict[str, Any]:
    """A record as CSL-JSON; what it has no name for stays as it is, to be named."""
    left = dict(item)
    titles = _dicts(left.pop("titles", None))
    main = [one.get("title") for one in titles if not one.get("titleType")]
    found = {"title": (main or [""])[0], "subtitle": ""}
    others = [one.get("title") for one in titles if one.get("titleType")] + main[1:]
    kinds = left.pop("types", None)
    kinds = kinds if isinstance(kinds, dict) else {}
    general = str(kinds.pop("resourceTypeGeneral", ""))
    kind = str(kinds.pop("citeproc", "") or _TYPES.get(general, ""))
    creators = [_person(one) for one in _dicts(left.pop("creators", None))]
    publisher = left.pop("publisher", "")
    publisher = publisher.get("name", "") if isinstance(publisher, dict) else publisher
    dates = _dicts(left.pop("dates", None))
    issued = next((one["date"] for one in dates if one.get("dateType") == "Issued"
                   and one.get("date")), "")  # fmt: skip
    year = str(left.pop("publicationYear", "") or "")
    found |= {
        "type": kind, "author": creators, "publisher": publisher, "issued": {"raw": issued or year},
        "DOI": left.pop("doi", ""), "URL": left.pop("url", ""), "other titles": others,
        "dates": [one for one in dates if one.get("dateType") != "Issued"], "types": kinds,
    }  # fmt: skip
    return {**left, **found}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _person(creator: Mapping[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in creator.items()
            if name not in ("name", "givenName", "familyName", "nameType") and value}  # fmt: skip
    if creator.get("familyName"):
        return {"family": creator["familyName"], "given": creator.get("givenName", ""), **rest}
    return {"literal": creator.get("name", ""), **rest}
