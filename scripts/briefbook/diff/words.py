"""Values of fields in words, as a reviewer reads them."""

from decimal import Decimal
from enum import Enum

from briefbook.analysis.edition import Edition
from briefbook.analysis.likelihood import view
from briefbook.model import Brief, Edtf, Likelihood, Record, Source
from briefbook.model.canonical_form import folded
from briefbook.model.claim import Actor
from briefbook.model.evidence import Evidence
from briefbook.model.forecast import Estimate, Resolution
from briefbook.model.numerals import in_figures
from briefbook.model.quote import Quote, Said
from briefbook.model.source import Derivation, Reliability
from briefbook.model.withdrawal import Withdrawal


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
