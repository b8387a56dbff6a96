"""A likelihood in words: the term with its range in brackets, and the point estimate."""

from dataclasses import dataclass

from briefbook.analysis.likelihood import LikelihoodView, view
from briefbook.model import Judgment, Likelihood
from briefbook.pages.context import Context


@dataclass(frozen=True, slots=True)
class LikelihoodWords:
    """A likelihood for the page: the term with its range in brackets, and the point."""

    text: str
    point: str
    drawn: LikelihoodView | None


def likelihood_words(judgment: Judgment, context: Context) -> LikelihoodWords | None:
    """“unlikely (20–45 %)” on the scale of the context's brief; None where none is given."""
    return words_of(judgment.likelihood, context) if judgment.likelihood else None


def words_of(likelihood: Likelihood, context: Context) -> LikelihoodWords:
    """The words of a likelihood on the scale of the context's brief."""
    edition, locale = context.edition, context.locale
    found = view(likelihood, edition.scale(edition.briefs[context.brief]))
    term = locale.word("likelihood", found.term)
    text = term or found.range
    if term and found.band_range:
        text = locale.say(
            "%(term)s (%(band)s; here %(range)s)",
            term=term, band=found.band_range, range=found.range,
        )  # fmt: skip
    elif term and found.has_range:
        text = locale.say("%(term)s (%(range)s)", term=term, range=found.range)
    drawn = found if found.has_range else None
    point = "" if found.point is None else locale.percent(found.point / 100)
    return LikelihoodWords(text, point, drawn)
