"""Prose like that of the real briefs, cut and mixed, so that patterns hit as often as there."""

import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

import yaml

ROOT = Path(__file__).parents[2]


@cache
def prose() -> dict[str, list[str]]:
    """All texts of the real briefs by the name of their field, without links and citations."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "briefings").glob("*.yml")):
        _collect(yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader), "", found)
    return found


def _collect(value: object, name: str, found: dict[str, list[str]]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _collect(inner, key, found)
    elif isinstance(value, list):
        for inner in value:
            _collect(inner, name, found)
    elif isinstance(value, str):
        plain = re.sub(r"\s*\(?\[\[[^\]]*\]\]\)?|\s*\[@[^\]]*\]", "", value)
        found.setdefault(name, []).append(" ".join(plain.split()))


_SYLLABLES = ("ba", "ro", "lin", "ke", "dor", "mi", "san", "tu")


@cache
def _vocabulary() -> tuple[list[str], list[int]]:
    """The words of all statements, and how often each and all before it occur."""
    often: dict[str, int] = {}
    for text in (t for name in ("statement", "note", "established") for t in prose()[name]):
        for word in re.findall(r"(?<![\w'’-])[a-z][a-z'’-]*[a-z]\b", text):
            often[word] = often.get(word, 0) + 1
    return list(often), list(accumulate(often.values()))


def sentence(random: Random, length: int = 0) -> str:
    """Words as frequent as in real statements, with a name of its own and often a figure."""
    words, weights = _vocabulary()
    chosen = random.choices(words, cum_weights=weights, k=length or random.randint(9, 22))
    name = "".join(
        random.choice(("ba", "ro", "lin", "ke", "dor", "mi", "san", "tu")) for _ in "123"
    )
    chosen.insert(2, name.capitalize())
    if random.random() < 0.4:
        chosen.insert(-2, str(random.randint(3, 9999)))
    return " ".join(chosen).capitalize().replace(name, name.capitalize()) + "."


def text(random: Random, name: str) -> str:
    """A text that stands in a field of this name somewhere in the real briefs."""
    return random.choice(prose()[name])
