"""CHG005 rewritten-past: a past probability or a correction no longer says what it said."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.findings import Finding, Kind
from briefbook.model.correction import CorrectionSeverity
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change, corrected_as, is_corrected, was_published
from briefbook.text.rewording import says_the_same

KIND = Kind("CHG005", "rewritten-past")
_WHAT = {
    ChangeKind.probability_rewritten: "A past probability",
    ChangeKind.correction_rewritten: "A past correction",
    ChangeKind.correction_removed: "A past correction",
    ChangeKind.resolution_rewritten: "The outcome",
    ChangeKind.forecast_removed: "The forecast",
}
_GOALPOSTS = ("forecast.criteria", "forecast.resolves_on")


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether histories of forecasts and lists of corrections only grew."""
    for change in comparison.changes:
        if not was_published(comparison, change.brief):
            continue
        if change.kind == ChangeKind.forecast_changed and change.field in _GOALPOSTS:
            yield from _moved_goalposts(comparison, change)
        if change.kind not in _WHAT or _is_owned_up(comparison, change):
            continue
        if change.kind == ChangeKind.correction_rewritten and says_the_same(*_sides(change)):
            continue
        here = brief_of_change(comparison, change)
        if change.gone and here is None:
            continue
        place = (
            change.place if not change.gone or here is None else here.place("title", on_key=True)
        )
        where = f" of “{change.record}”" if change.record else ""
        did = "was deleted" if change.after is None else f"now reads {change.after}"
        was = f"it read {change.before}" if change.before else "it was not there"
        yield Finding(
            KIND,
            f"{_WHAT[change.kind]}{where} {did}; {was}.",
            place,
            "Put it back as it was. A new probability is a new entry with its own date; a "
            "correction is corrected by another one, an outcome by one that names the record.",
        )


def _sides(change: Change) -> tuple[str, str]:
    return change.before or "", change.after or ""


def _is_owned_up(comparison: Comparison, change: Change) -> bool:
    """Whether an outcome that was entered wrongly is mended openly, by a correction."""
    return (
        change.kind == ChangeKind.resolution_rewritten
        and (change.after is not None or change.field != "forecast")
        and is_corrected(comparison, change.brief, change.record)
    )


def _moved_goalposts(comparison: Comparison, change: Change) -> Iterator[Finding]:
    """A forecast that asks for something else, or on another day, than readers were told."""
    weight = corrected_as(comparison, change.brief, change.record)
    if change.before is None or weight not in (None, CorrectionSeverity.minor):
        return
    what = "day" if change.field.endswith("resolves_on") else "criterion"
    yield Finding(
        KIND,
        f"The {what} by which “{change.record}” is to be decided was {change.before} and is now "
        f"{change.after or 'none'}: probabilities given before were about something else.",
        change.place,
        "Put it back and make a new forecast, or enter a correction that names the record, and not "
        "as a minor one.",
    )


RULE = Rule(KIND, __name__, compare=compare)
