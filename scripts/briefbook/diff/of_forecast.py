"""What differs between two states of a forecast: its probabilities over time, and its outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change
from briefbook.corpus import Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.match import match
from briefbook.diff.of_evidence import of_evidence
from briefbook.diff.words import percent
from briefbook.model import Record
from briefbook.model.canonical_form import plain
from briefbook.model.forecast import Estimate, Forecast, Resolution

Numbered = tuple[int, Estimate]
_SAID = ("date", "probability")
_PLAIN = ("resolves_on", "review_on", "criteria")


def of_forecast(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record]
) -> Iterator[Change]:
    """A forecast made, dropped, changed, moved, rewritten or resolved."""
    old: Forecast | None = getattr(before.record, "forecast", None)
    new: Forecast | None = getattr(after.record, "forecast", None)
    if old is None or new is None:
        if new is not None:
            said = sides.words_after.say(new.resolves_on or new.review_on)
            holds = sides.held(new, field="forecast")
            yield sides.change(
                ChangeKind.forecast_created, before, after, "forecast", None, said, holds
            )
        elif old is not None:
            said = sides.words_before.say(old.resolves_on or old.review_on)
            holds = sides.held(old, field="forecast", gone=True)
            yield sides.change(ChangeKind.forecast_removed, before, after, "", said, None, holds)
        return
    for name in _PLAIN:
        was, now = getattr(old, name), getattr(new, name)
        field = f"forecast.{name}"
        yield from sides.differ(ChangeKind.forecast_changed, before, after, field, was, now)
    yield from _of_history(sides, before, after, old.history, new.history)
    yield from _of_resolution(sides, before, after, old.resolution, new.resolution)


def _of_history(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record],
    old: Sequence[Estimate], new: Sequence[Estimate],
) -> Iterator[Change]:  # fmt: skip
    """Probabilities are append-only: what stood on a day, and why, stays as it was written.

    One that comes in before the last of the old ones rewrites the past, too.
    """
    last = percent(old[-1].probability) if old else None
    newest = max((step.date for step in old), key=lambda day: day.sort_key, default=None)
    pairs = match(
        list(enumerate(old)), list(enumerate(new)),
        lambda item: item[1].date.text, lambda item: item[1],
    )  # fmt: skip
    for one, other in pairs:
        late = newest is None or (other and other[1].date.sort_key >= newest.sort_key)
        if one is None and other is not None and late:
            now = percent(other[1].probability)
            field = f"forecast.history.{other[0]}"
            holds = sides.held(other[1], field=field, without=("probability",))
            yield sides.change(ChangeKind.probability_moved, before, after, field, last, now, holds)
            last = now
        elif plain(one and one[1]) != plain(other and other[1]):
            yield _rewritten(sides, before, after, one, other)
    were, are = (
        [step for step in side if all(plain(step) in map(plain, each) for each in (old, new))]
        for side in (old, new)
    )
    if [*map(plain, were)] != [*map(plain, are)]:  # of one day the last one counts
        sequence = [", then ".join(map(_dated, steps)) for steps in (were, are)]
        kind, field = ChangeKind.probability_rewritten, "forecast.history"
        yield sides.change(kind, before, after, field, sequence[0], sequence[1])


def _rewritten(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record],
    one: Numbered | None, other: Numbered | None,
) -> Change:  # fmt: skip
    """An estimate that came into the past, went from it, or says something else there."""
    kind, field = ChangeKind.probability_rewritten, f"forecast.history.{(other or one or (0,))[0]}"
    was, now = (_dated(side[1]) if side else None for side in (one, other))
    if one and other:
        parts = tuple(sides.parts(one[1].because, other[1].because, f"{field}.because"))
        if was == now:
            was, now = f"{was}: {one[1].because or ''}", f"{now}: {other[1].because or ''}"
            parts = ()
        return sides.change(kind, before, after, field, was, now, parts)
    step = one or other
    holds = sides.held(step[1], field=field, without=_SAID, gone=other is None) if step else ()
    return sides.change(kind, before, after if other else None, field, was, now, holds)


def _dated(step: Estimate) -> str:
    return f"{percent(step.probability)} on {step.date.text}"


def _of_resolution(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record],
    old: Resolution | None, new: Resolution | None,
) -> Iterator[Change]:  # fmt: skip
    if plain(old) == plain(new):
        return
    if old is None or new is None:
        kind = ChangeKind.forecast_resolved if new else ChangeKind.resolution_rewritten
        field = "forecast.resolution" if new else "forecast"
        yield from sides.differ(kind, before, after, field, old, new)
        return
    for name in ("date", "recorded", "outcome", "because"):
        was, now = getattr(old, name), getattr(new, name)
        field = f"forecast.resolution.{name}"
        yield from sides.differ(ChangeKind.resolution_rewritten, before, after, field, was, now)
    field = "forecast.resolution.evidence"
    # What an outcome rests on is part of it, and none of the record's own evidence.
    for change in of_evidence(sides, before, after, field, old.evidence, new.evidence):
        yield replace(change, kind=ChangeKind.resolution_rewritten)
