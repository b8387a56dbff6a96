"""CHG012 back-dated: something new bears a day from before the brief was last changed."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Place, Severity
from briefbook.model import Brief, Edtf
from briefbook.model.correction import Correction
from briefbook.model.forecast import Estimate
from briefbook.model.signoff import Signoff
from briefbook.model.withdrawal import Withdrawal
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change, was_published

KIND = Kind("CHG012", "back-dated", Severity.warning)
_DAYS = ("published", "updated")
_DATED = (Correction, Estimate, Signoff, Withdrawal)
_NEW = {
    ChangeKind.correction_added: "correction",
    ChangeKind.signoff_added: "sign-off",
    ChangeKind.probability_moved: "probability",
    ChangeKind.claim_withdrawn: "withdrawal",
    ChangeKind.judgment_withdrawn: "withdrawal",
}


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether days of a published brief stay, and new entries come after its last change."""
    for change in comparison.changes:
        here = brief_of_change(comparison, change)
        if here is None or change.gone or not was_published(comparison, change.brief):
            continue
        old = comparison.before.briefs[comparison.renamed.get(change.brief, change.brief)]
        if not change.record and change.field in _DAYS:
            was, now = getattr(old, change.field), getattr(here.record, change.field)
            if was and now and _is_before(now, was):
                yield _earlier(change, was, now)
        elif change.kind in _NEW:
            last = max((day for day in (old.updated, old.published) if day), default=None,
                       key=lambda day: day.sort_key)  # fmt: skip
            found = _day_of(change, here)
            if last and found and _is_before(found[1], last):
                yield _too_early(change, found[0], found[1], last)


def _is_before(one: Edtf, other: Edtf) -> bool:
    """Whether the whole of a date lies before the other begins."""
    late, early = one.latest, other.earliest
    return late is not None and early is not None and late < early


def _day_of(change: Change, here: Placed[Brief]) -> tuple[Place, Edtf] | None:
    """The day that a new entry bears, and where."""
    value: object = here.record
    for depth, step in enumerate(change.place.route, 1):
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        for name in ("date", "on") if isinstance(value, _DATED) else ():
            day = getattr(value, name, None)
            if isinstance(day, Edtf):
                return here.place(*change.place.route[:depth], name), day
    return None


def _earlier(change: Change, was: Edtf, now: Edtf) -> Finding:
    return Finding(
        KIND,
        f"This brief was {change.field} on {was.text}; now it says {now.text}, which is earlier.",
        change.place,
        "Put the day back. If it was wrong, enter a correction that says so.",
    )


def _too_early(change: Change, place: Place, day: Edtf, last: Edtf) -> Finding:
    return Finding(
        KIND,
        f"This {_NEW[change.kind]} is new and bears the day {day.text}; readers saw the brief "
        f"without it on {last.text}.",
        place,
        "Give it the day on which it was written.",
    )


RULE = Rule(KIND, __name__, compare=compare)
