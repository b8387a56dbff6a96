"""Edits of a project at random, as they come about: a word here, a brief gone there, another day.

What comes out is often full of mistakes; whoever reads it has to say the same of it each time.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

COMPLETE = Path(__file__).parent / "complete" / "project"
SECOND = {
    "title": "A second view", "summary": "It leans on [[everything#opened]].",
    "status": "published", "published": "2026-10-01", "topics": ["banking", "streets"],
    "claims": [
        {"id": "again", "statement": "The bank said so once more.", "kind": "fact",
         "verdict": "supported", "depends_on": ["everything#opened"],
         "evidence": [{"source": "agency-report", "stance": "supports", "note": "It says so."}]},
        {"id": "never", "statement": "Nobody else said so at any time.", "kind": "fact",
         "verdict": "unverified"},
    ],
    "questions": [{"id": "who", "question": "Who else?", "status": "open", "bears_on": ["again"]}],
}  # fmt: skip
_LANGUAGES = ("en", "ru", "zh")


@dataclass
class Edited:
    """A copy of the complete project with one more brief; `today` is its day."""

    root: Path
    today: date = date(2026, 11, 23)
    _first: dict[Path, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(COMPLETE, self.root)
        place = self.root / "briefings" / "second.yml"
        place.write_text(yaml.safe_dump(SECOND, allow_unicode=True))
        self._first = {path: path.read_bytes() for path in self._files()}

    def edit(self, chance: random.Random) -> str:
        """One edit; returns what was done."""
        done = chance.choices(
            (self._value, self._brief, self._settings, self._day, self._back), (12, 2, 1, 1, 2)
        )[0]
        return done(chance)

    def _files(self) -> list[Path]:
        return sorted((self.root / "briefings").rglob("*.yml"))

    def _value(self, chance: random.Random) -> str:
        """A field as it is elsewhere, one more word, an item or field less."""
        path = chance.choice(self._files())
        data = yaml.safe_load(path.read_text())
        places = list(_places(data))
        if not places:
            return "nothing"
        holder, key = chance.choice(places)
        said = f"{path.name}: {key}"
        match chance.choice(("like another", "like another", "longer", "gone", "twice")):
            case "like another":
                known = [h[k] for p in self._files() for h, k in
                         _places(yaml.safe_load(p.read_text())) if k == key]  # fmt: skip
                holder[key] = chance.choice(known or [holder[key]])
            case "longer" if isinstance(holder[key], str):
                holder[key] += f" {chance.randint(1, 99)}"
            case "twice" if isinstance(holder, list):
                holder.append(holder[key])
            case _:
                del holder[key]
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
        return said

    def _brief(self, chance: random.Random) -> str:
        """A brief gone, under another name, or as another one."""
        path = chance.choice([p for p in self._files() if "_library" not in p.parts])
        other = path.with_name(f"{chance.choice(('moved', 'second', 'later'))}.yml")
        match chance.choice(("gone", "renamed", "copied")):
            case "gone":
                path.unlink()
            case "renamed":
                path.rename(other)
            case _:
                other.write_bytes(path.read_bytes())
        return f"{path.name} and {other.name}"

    def _settings(self, chance: random.Random) -> str:
        path = self.root / "mkdocs.yml"
        settings = yaml.safe_load(path.read_text())
        settings["theme"] = {**(settings.get("theme") or {}), "language": chance.choice(_LANGUAGES)}
        settings["site_name"] = f"Site {chance.randint(1, 3)}"
        path.write_text(yaml.safe_dump(settings, allow_unicode=True))
        return "settings"

    def _day(self, chance: random.Random) -> str:
        self.today += timedelta(chance.choice((-400, -1, 1, 30, 400)))
        return f"today {self.today}"

    def _back(self, chance: random.Random) -> str:
        path, held = chance.choice([*self._first.items()])
        path.write_bytes(held)
        return f"{path.name} as it was"


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or mapping with a key or place in it."""
    waiting: list[Any] = [data]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict | list):
            for key in here if isinstance(here, dict) else range(len(here)):
                yield here, key
                waiting.append(here[key])
