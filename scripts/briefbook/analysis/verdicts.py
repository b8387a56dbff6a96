"""The verdict that the evidence suggests, in words a reader can check; the author's one stands.

After the IFCN's demand that a verdict follow from the evidence shown: support without dispute
suggests “supported”, dispute without support “refuted”, both “contested”, neither “unverified”.
Where a part holds and a part does not, one side or both leave room for “partly supported”. A
dispute that the author has answered does not count, and one origin alone leaves room for
“unverified”. A side on which every item comes from a source graded D or E, or is rated doubtful,
suggests nothing. What came after the day for which a claim is judged decides nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from briefbook.analysis.chronology import split
from briefbook.analysis.freshness import is_past
from briefbook.analysis.grades import DOUBTFUL, best, is_better, item_letter
from briefbook.analysis.origins import Origins
from briefbook.model import Brief, Claim, ClaimKind, Evidence, Source, Stance, Verdict
from briefbook.model.forecast import Outcome
from briefbook.model.source import Grade
from briefbook.text.listing import counted

_WEAK = (Grade.D, Grade.E)
_OUTCOMES = {
    Outcome.yes: (Verdict.supported,),
    Outcome.no: (Verdict.refuted,),
    Outcome.partly: (Verdict.partly_supported,),
    Outcome.void: (Verdict.not_checkable, Verdict.unverified),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The verdict that follows from the evidence, others that it leaves room for, and why."""

    verdict: Verdict
    allows: frozenset[Verdict]
    reason: str


@dataclass(frozen=True, slots=True)
class _Weight:
    """One side: its links, origins, best known letter, and whether anything on it is sound."""

    links: int
    origins: int
    grade: Grade | None
    sound: bool

    def __str__(self) -> str:
        graded = f"best grade {self.grade}" if self.grade else "no known grade"
        return f"{counted(self.origins, 'independent origin')} ({graded})"


@dataclass(frozen=True)
class Verdicts:
    """Suggested verdicts in the light of a library, on a day."""

    sources: Mapping[str, Source]
    origins: Origins
    day: Callable[[], date]
    """What counts as today; asked only where a verdict depends on it."""

    def of(self, claim: Claim, brief: Brief | None = None) -> Suggestion:
        """What the evidence known on the claim's day suggests.

        A forecast or a promise that has come out follows its outcome; one that has not is open.
        """
        known, _ = split(claim, self.sources, brief)
        return self._suggest(claim, known)

    def in_hindsight(self, claim: Claim) -> Suggestion:
        """What all the evidence suggests, whenever it appeared."""
        return self._suggest(claim, claim.evidence)

    def whatever_the_evidence(self, claim: Claim) -> Verdict | None:
        """The verdict that no evidence moves: of a forecast that has come out or whose day has not
        come, and of an opinion; None: the evidence decides."""
        if claim.forecast and claim.forecast.resolution:
            return _OUTCOMES[claim.forecast.resolution.outcome][0]
        if self._is_open(claim):
            return Verdict.open
        return Verdict.not_checkable if claim.kind is ClaimKind.opinion else None

    def _is_open(self, claim: Claim) -> bool:
        forecast = claim.forecast
        due = forecast is not None and is_past(forecast.resolves_on, self.day())
        return claim.kind in (ClaimKind.forecast, ClaimKind.promise) and not due

    def _suggest(self, claim: Claim, items: Iterable[Evidence]) -> Suggestion:
        forecast = claim.forecast
        if forecast and forecast.resolution:
            outcome = forecast.resolution.outcome
            verdicts = _OUTCOMES[outcome]
            return _suggestion(verdicts[0], f"the forecast came out “{outcome}”", *verdicts)
        items = list(items)
        pro = self._weigh(i for i in items if i.stance is Stance.supports)
        con = self._weigh(i for i in items if i.stance is Stance.disputes and not i.answered)
        found = _by_weight(pro, con)
        fixed = self.whatever_the_evidence(claim)
        if fixed is None:
            return found
        reason = "its day has not come" if fixed is Verdict.open else "it is an opinion"
        return _suggestion(fixed, reason, *found.allows, found.verdict, Verdict.unverified)

    def _weigh(self, items: Iterable[Evidence]) -> _Weight:
        items = list(items)
        links = {item.source for item in items}
        origins = {origin for item in items for origin in self.origins.of_item(item)}
        sound = any(
            item.credibility not in DOUBTFUL and item_letter(item, self.sources) not in _WEAK
            for item in items
        )
        return _Weight(len(links), len(origins), best(items, self.sources), sound)


def _suggestion(verdict: Verdict, reason: str, *allows: Verdict) -> Suggestion:
    return Suggestion(verdict, frozenset((verdict, Verdict.not_checkable, *allows)), reason)


def _by_weight(pro: _Weight, con: _Weight) -> Suggestion:
    if pro.links and con.links and pro.sound != con.sound:
        verdict = Verdict.supported if pro.sound else Verdict.refuted
        said = f"{pro} for it, {con} against it"
        return _suggestion(
            verdict, said, Verdict.contested, Verdict.partly_supported, Verdict.unverified
        )
    if pro.links and con.links and not pro.sound:
        said = f"{pro} for it, {con} against it, and all of it is weak"
        return _suggestion(
            Verdict.unverified, said, Verdict.contested, Verdict.partly_supported,
            *_outweighed(pro, con),
        )  # fmt: skip
    match bool(pro.links), bool(con.links):
        case False, False:
            return _suggestion(Verdict.unverified, "nothing stands for it or against it")
        case True, False:
            return _one_sided(pro, Verdict.supported, f"{pro} for it, nothing against it")
        case False, True:
            return _one_sided(con, Verdict.refuted, f"{con} against it, nothing for it")
        case _:
            cautious = (Verdict.unverified,) if min(pro.origins, con.origins) == 1 else ()
            return _suggestion(
                Verdict.contested, f"{pro} for it, {con} against it", Verdict.partly_supported,
                *cautious, *_outweighed(pro, con),
            )  # fmt: skip


def _outweighed(pro: _Weight, con: _Weight) -> tuple[Verdict, ...]:
    """Room for “refuted” where the dispute is graded at least as well as the support."""
    if con.grade and pro.grade and not is_better(pro.grade, con.grade):
        return (Verdict.refuted,)
    return ()


def _one_sided(side: _Weight, verdict: Verdict, reason: str) -> Suggestion:
    """One side alone: a part of the statement may hold and a part not, which one side can show.

    A single origin decides nothing for whoever wants a second one.
    """
    if side.sound:
        cautious = () if side.origins > 1 else (Verdict.unverified,)
        return _suggestion(verdict, reason, Verdict.partly_supported, *cautious)
    return _suggestion(
        Verdict.unverified, f"{reason}, and all of it is weak", verdict, Verdict.partly_supported
    )
