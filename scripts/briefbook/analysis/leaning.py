"""Leaning has a sign: whether what becomes of a record speaks against who leans on it, or for it.

A record moves *up* when it becomes likelier that it holds: what speaks for it got firmer, or what
speaks against it weaker. It is *firmer* when what was found of it got firmer: a contested claim
that loses its disputes moves up and is less firmly contested.

Who leans on a record as it was found leans on a supported claim holding, on a refuted one not
holding, on a contested or partly supported one having both sides, and on a judgment, barrier or
assumption holding. On a claim that nobody could decide (open, unverified, not checkable) it leans
on that: less evidence leaves it as undecided as it was, and only what decides it speaks against who
leans on it so.
"""

from typing import NamedTuple

from briefbook.model import Stance, Verdict


class Moved(NamedTuple):
    """One way in which a record moved."""

    up: bool
    firmer: bool


UNDECIDED = frozenset({Verdict.open, Verdict.unverified, Verdict.not_checkable})
"""Of these claims nothing was established, so that nothing that falls can take their support."""
_HELD = {Verdict.supported: True, Verdict.refuted: False, None: True}


def moved_by(stance: Stance, *, firmer: bool) -> Moved:
    """How a claim moves when one of its sides gets firmer or weaker."""
    return Moved(firmer is (stance is Stance.supports), firmer)


def inherited(verdict: Verdict | None, *, against: bool) -> Moved:
    """How a record moves when something that it leans on moved against it, or for it.

    `verdict` is that of a claim; None: it is none. What weakens a refuted claim makes it likelier
    that it holds; all others become less likely.
    """
    return Moved(against is (verdict is Verdict.refuted), not against)


def wants(holds: bool | None, verdict: Verdict | None) -> bool | None:
    """Whether who leans on a record needs it to hold, or not to hold; None: to be as it was found.

    `holds` is what the leaning says, `verdict` that of the claim; None: it is none.
    """
    return _HELD.get(verdict) if holds is None else holds


def carries(stance: Stance, wanted: bool | None) -> bool:
    """Whether items of a stance carry who leans on a claim in that way (`wants`)."""
    return wanted is None or wanted is (stance is Stance.supports)


def speaks_against(
    holds: bool | None, verdict: Verdict | None, moved: Moved, *, decided: bool
) -> bool | None:
    """Whether a record that moved speaks against who leans on it, or for it; None: neither.

    `holds` is what the leaning says, `verdict` that of the claim that moved; `decided`: whether it
    moved towards a decision, by firmer evidence of its own or because it turned out otherwise.
    """
    wanted = wants(holds, verdict)
    if wanted is None and verdict in UNDECIDED:
        return True if decided else None
    return not moved.firmer if wanted is None else moved.up is not wanted
