"""Files as reference managers export them, with what their formats allow."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "exported"


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


BIBLATEX = _text("biblatex.bib")
RIS = _text("odd.ris")
CSL = _text("names.json")
DOI_RECORD = _text("doi.json")
PAGE = _text("page.html")
SCHOLARLY = _text("scholarly.html")
LINKED = _text("linked.html")
THREE_BIB = _text("three.bib")
THREE_RIS = _text("three.ris")
THREE_JSON = _text("three.json")
