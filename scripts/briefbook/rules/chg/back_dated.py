"""CHG012 back-dated: something new bears a day from before the brief was last changed."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Place, Severity
from briefbook.model import Brief, Edtf
from briefbook.model.claim import Reply
from briefbook.model.correction import Correction
from briefbook.model.forecast import Estimate, Resolution
from briefbook.model.indicator import Indicator
from briefbook.model.question import Search
from briefbook.model.signoff import Signoff
from briefbook.model.withdrawal import Withdrawal
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change, changed_sources, was_published

KIND = Kind("CHG012", "back-dated", Severity.warning)
_DAYS = ("published", "updated")
_DATED = (Correction, Estimate, Indicator, Reply, Search, Signoff, Withdrawal)
_LOOKED = ("accessed", "last_confirmed", "searched_until", "on")
"""Days on which somebody looked: these only come nearer."""
_NEW = {
    ChangeKind.correction_added: "correction",
    ChangeKind.signoff_added: "sign-off",
    ChangeKind.probability_moved: "probability",
    ChangeKind.claim_withdrawn: "withdrawal",
    ChangeKind.judgment_withdrawn: "withdrawal",
    ChangeKind.barrier_withdrawn: "withdrawal",
    ChangeKind.question_withdrawn: "withdrawal",
    ChangeKind.assumption_withdrawn: "withdrawal",
    ChangeKind.forecast_resolved: "outcome",
    ChangeKind.question_changed: "",
    ChangeKind.claim_changed: "",
}
_OF_MUCH = (ChangeKind.question_changed, ChangeKind.claim_changed)
"""Kinds of many other changes, too: what is new is called by its type."""


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether days of a published brief stay, new entries come after its last change, and days on
    which somebody looked come no earlier than they were."""
    yield from _regraded(comparison)
    for change in comparison.changes:
        if not change.brief and not change.gone and (days := _put_back(change)):
            yield _looked_earlier(change, *days)
        here = brief_of_change(comparison, change)
        if here is None or change.gone or not was_published(comparison, change.brief):
            continue
        old = comparison.before.briefs[comparison.renamed.get(change.brief, change.brief)]
        if not change.record and change.field in _DAYS:
            was, now = getattr(old, change.field), getattr(here.record, change.field)
            if was and now and now.is_before(was):
                yield _earlier(change, was, now)
        elif days := _put_back(change):
            yield _looked_earlier(change, *days)
        elif change.kind in _NEW and _is_new(change):
            last = max((day for day in (old.updated, old.published) if day), default=None,
                       key=lambda day: day.sort_key)  # fmt: skip
            found = _day_of(change, here)
            if last and found and found[1].is_before(last):
                yield _too_early(*found, last)


def _is_new(change: Change) -> bool:
    """Whether an entry came, and was not only changed."""
    return change.kind not in _OF_MUCH or change.before is None


def _day_of(change: Change, here: Placed[Brief]) -> tuple[Place, Edtf, str] | None:
    """Where the day of a new entry stands, the day, and what the entry is called."""
    value: object = here.record
    for depth, step in enumerate(change.place.route, 1):
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        for name in ("date", "on") if isinstance(value, _DATED) else ():
            day = getattr(value, name, None)
            if isinstance(day, Edtf):
                noun = _NEW[change.kind] or type(value).__name__.lower()
                return here.place(*change.place.route[:depth], name), day, noun
        if isinstance(value, Resolution) and value.recorded:
            place = here.place(*change.place.route[:depth], "recorded")
            return place, value.recorded, _NEW[change.kind]
    return None


def _put_back(change: Change) -> tuple[Edtf, Edtf] | None:
    """Of a day on which somebody looked what it was and is, if it is earlier now."""
    if change.field.rpartition(".")[2] not in _LOOKED or not change.before or not change.after:
        return None
    try:
        was, now = Edtf.parse(change.before), Edtf.parse(change.after)
    except ValueError:
        return None  # shortened, or no day at all
    return (was, now) if now.is_before(was) else None


def _regraded(comparison: Comparison) -> Iterator[Finding]:
    """New grades that bear a day before the last one's, or before the source was opened."""
    for placed, old, new in changed_sources(comparison):
        days = [one.on for one in old.reliability] or [old.accessed or old.published]
        last = max((day for day in days if day), default=None, key=lambda day: day.sort_key)
        for index, grade in enumerate(new.reliability):
            if grade in old.reliability or not grade.on or not last:
                continue
            if len(new.reliability) > len(old.reliability) and grade.on.is_before(last):
                yield Finding(
                    KIND,
                    f"This grade is new and bears the day {grade.on.text}; the source stood here "
                    f"without it on {last.text}.",
                    placed.place("reliability", index, "on"),
                    "Give it the day on which you graded it.",
                )


def _earlier(change: Change, was: Edtf, now: Edtf) -> Finding:
    return Finding(
        KIND,
        f"This brief was {change.field} on {was.text}; now it says {now.text}, which is earlier.",
        change.place,
        "Put the day back. If it was wrong, enter a correction that says so.",
    )


def _looked_earlier(change: Change, was: Edtf, now: Edtf) -> Finding:
    return Finding(
        KIND,
        f"The day on which somebody looked went back from {was.text} to {now.text} "
        f"(`{change.field}`).",
        change.place,
        "Who looks again gives the new day. If the old one was wrong, say so in a correction.",
    )


def _too_early(place: Place, day: Edtf, noun: str, last: Edtf) -> Finding:
    return Finding(
        KIND,
        f"This {noun} is new and bears the day {day.text}; readers saw the brief "
        f"without it on {last.text}.",
        place,
        "Give it the day on which it was written.",
    )


RULE = Rule(KIND, __name__, compare=compare)
