"""Values of fields in words, as a reviewer reads them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from briefbook.analysis.edition import Edition
from briefbook.analysis.likelihood import view
from briefbook.model import Brief, Edtf, Likelihood, Record, Source
from briefbook.model.canonical_form import as_texts, folded
from briefbook.model.claim import Actor
from briefbook.model.evidence import Evidence
from briefbook.model.forecast import Estimate, Resolution
from briefbook.model.numerals import in_figures
from briefbook.model.quote import Quote, Said
from briefbook.model.source import Derivation, Reliability
from briefbook.model.withdrawal import Withdrawal

SHORT: Mapping[type[Record], frozenset[str]] = {
    Likelihood: frozenset({"term", "probability", "range"}),
    Actor: frozenset({"entity", "name"}),
    Reliability: frozenset({"grade"}),
    Derivation: frozenset({"id"}),
    Quote: frozenset({"exact"}),
    Said: frozenset({"exact"}),
    Withdrawal: frozenset({"reason"}),
    Estimate: frozenset({"probability"}),
    Resolution: frozenset({"outcome"}),
}
"""Parts of records that have short words, and the fields that those tell."""


def percent(probability: Decimal) -> str:
    """“25 %”."""
    return f"{(probability * 100).normalize():f} %"


class Words:
    """Says values in the words of one edition: its scales, names of actors and sources."""

    def __init__(self, edition: Edition, brief: Brief | None = None) -> None:
        self._edition = edition
        self._scale = edition.scale(brief) if brief else edition.settings.scale

    def say(self, value: object) -> str | None:
        """A value in words; None for what is absent."""
        if value is None or value in ((), {}):
            return None
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Edtf):
            return value.text
        if isinstance(value, Decimal):
            return in_figures(value)
        if isinstance(value, tuple | list):
            return ", ".join(self.say(item) or "" for item in value)
        if isinstance(value, dict):
            return ", ".join(f"{key}: {self.say(item)}" for key, item in value.items())
        return folded(str(value))

    def _record(self, value: Record) -> str:
        if isinstance(value, Likelihood):
            return self.likelihood(value)
        if isinstance(value, Actor):
            return self._edition.actor_name(value)
        if isinstance(value, Reliability):
            return value.grade.value
        if isinstance(value, Derivation):
            return self.source(value.id)
        if isinstance(value, Quote | Said):
            return f"“{folded(value.exact)}”"
        if isinstance(value, Withdrawal):
            return folded(value.reason)
        if isinstance(value, Estimate):
            return percent(value.probability)
        if isinstance(value, Resolution):
            return value.outcome.value
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        said = ((name, self.say(item)) for name, item in fields)
        return "; ".join(f"{name.replace('_', ' ')}: {text}" for name, text in said if text)

    def whole(self, value: object) -> str | None:
        """A value in words with everything that it holds; None for what is absent."""
        if isinstance(value, tuple) and any(isinstance(item, Record) for item in value):
            return ", ".join(self.whole(item) or "" for item in value)
        if isinstance(value, Actor) and value.entity:
            also = f", also named {folded(value.name)}" if value.name else ""
            return f"{self._edition.actor_name(value)} ({value.entity}){also}"
        if not isinstance(value, Record):
            return self.say(value)
        told = "; ".join(
            f"{_named(name)}: {text}" for name, text in self.contents(value)
            if name not in SHORT.get(type(value), ())
        )  # fmt: skip
        if isinstance(value, Evidence):
            return f"{self.evidence(value)}; {told}" if told else self.evidence(value)
        if type(value) not in SHORT:
            return told
        said = self.say(value) or ""
        return f"{said} ({told})" if told else said

    def contents(
        self, value: object, field: str = "", without: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, str]]:
        """What a record holds: each filled field with its text, those of parts with their place.

        `without` are fields that are told already.
        """
        if not isinstance(value, Record):
            return
        apart = (*without, *_TOLD) if isinstance(value, Evidence) else without
        if isinstance(value, Evidence) and (address := self._address(value)):
            yield _joined(field, "address"), address
        for name, info in type(value).model_fields.items():
            item, place = as_texts(getattr(value, name)), _joined(field, name)
            if name in apart or name == "id" or item == info.get_default(call_default_factory=True):
                continue
            if isinstance(item, tuple) and any(isinstance(one, Record) for one in item):
                for at, one in enumerate(item):
                    yield f"{place}.{at}", self.whole(one) or ""
            elif isinstance(item, Record) and type(item) not in SHORT:
                yield from self.contents(item, place)
            elif text := self.whole(item):
                yield place, text

    def _address(self, item: Evidence) -> str | None:
        source = self._edition.sources.get(item.via or item.source)
        return source.address if source else None

    def assessment(self, record: Record) -> str:
        """“ (likely (55–80 %), moderate confidence)”: where a new judgment or claim stands."""
        held = getattr(record, "verdict", None) or getattr(record, "likelihood", None)
        confidence = getattr(record, "confidence", None)
        said = [self.say(held)] if held else []
        said += [f"{confidence.value} confidence"] if confidence else []
        return f" ({', '.join(word for word in said if word)})" if said else ""

    @property
    def scale(self) -> str:
        """The scale by which likelihoods are said."""
        return self._scale

    def likelihood(self, value: Likelihood) -> str:
        """“unlikely (20–45 %)”, with the point estimate where there is one."""
        shown = view(value, self._scale)
        if shown.point is None or shown.text == shown.point_text:
            return shown.text
        return f"{shown.text}, {shown.point_text}"

    def source(self, source: str) -> str:
        """A source's short name with its id."""
        name = self._edition.short_name(source)
        return name if name == source else f"{name} ({source})"

    def evidence(self, item: Evidence) -> str:
        """“supports: Reuters (reuters-1), read through Business Day (bd), B2”."""
        grade = self._grade(self._edition.sources.get(item.via or item.source), item)
        via = f", read through {self.source(item.via)}" if item.via else ""
        return f"{item.stance.value}: {self.source(item.source)}{via}{grade}"

    @staticmethod
    def _grade(source: Source | None, item: Evidence) -> str:
        if source is None or not source.reliability:
            return f", item {item.credibility}" if item.credibility else ""
        return f", {source.reliability[-1].grade.value}{item.credibility or ''}"


_TOLD = ("source", "via", "stance", "credibility")
"""What the words of an item of evidence tell."""


def _joined(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _named(field: str) -> str:
    """“also in 2”: a place within a record as a reader counts."""
    steps = (str(int(step) + 1) if step.isdigit() else step for step in field.split("."))
    return " ".join(steps).replace("_", " ")


def title_of(brief: Brief) -> str:
    """A brief's title; of a translation it says so."""
    other = brief.translation_of
    return f"{brief.title} (a translation of {other})" if other else brief.title
