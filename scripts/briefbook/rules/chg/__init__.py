"""CHG: alarms on what a change does, seen between two revisions; `briefbook diff` raises them."""

import re
from collections.abc import Iterator

from briefbook.analysis.changes import Change, Comparison, Pair
from briefbook.corpus import Placed, Target
from briefbook.model import Brief, Record, Source
from briefbook.model.correction import CorrectionSeverity
from briefbook.rules import PUBLIC_STATUSES
from briefbook.text.rewording import says_the_same
from briefbook.text.skeleton import as_seen


def was_published(comparison: Comparison, brief: str) -> bool:
    """Whether readers have seen the brief as it stood in the base.

    Of one that cannot be read whole in the head nothing is judged.
    """
    if brief in comparison.hidden:
        return False
    old = comparison.before.briefs.get(comparison.renamed.get(brief, brief))
    return old is not None and old.status in PUBLIC_STATUSES


def is_corrected(comparison: Comparison, brief: str, record: str) -> bool:
    """Whether a new correction that says why names the record; for the brief itself, whether there
    is one."""
    return corrected_as(comparison, brief, record) is not None


def corrected_as(comparison: Comparison, brief: str, record: str) -> CorrectionSeverity | None:
    """How much new corrections that name a record say it changes, the gravest of them; for the
    brief itself, any of them. None where there is none."""
    named = comparison.corrected.get(brief, {})
    known = (record, f"{brief}#{record}") if record else named.keys()
    return max((named[one] for one in known if one in named), key=_GRAVITY.index, default=None)


_GRAVITY = [*CorrectionSeverity]


def brief_of_change(comparison: Comparison, change: Change) -> Placed[Brief] | None:
    """The brief of a change, where it stands in the head."""
    file = comparison.after.corpus.briefs.get(change.brief)
    if file is None or file.brief is None:
        return None
    return Placed(file.brief, file.path, (), file.id, file.brief)


def pairs(comparison: Comparison, *nouns: str) -> Iterator[Pair]:
    """Records of these types that stand on both sides, and are not withdrawn in the head."""
    for pair in comparison.pairs:
        both = pair.before is not None and pair.after is not None
        if pair.noun in nouns and both and not (pair.after and pair.after.is_withdrawn):
            yield pair


def changed_sources(
    comparison: Comparison,
) -> Iterator[tuple[Placed[Record], Source, Source]]:
    """Sources on both sides that are not withdrawn: where each stands in the head, and what it was
    and is.
    """
    for pair in pairs(comparison, "source"):
        old = pair.before.record if pair.before else None
        new = pair.after.record if pair.after else None
        if isinstance(old, Source) and isinstance(new, Source) and pair.after is not None:
            yield pair.after, old, new


def is_withdrawn(comparison: Comparison, change: Change) -> bool:
    """Whether what changed is withdrawn in the head, alone or with its brief."""
    return comparison.after.is_withdrawn(Target("record", change.record, change.brief))


def is_titled_alike(old: Source, new: Source) -> bool:
    """Whether two titles say the same, or have most of their words in common."""
    one, other = ({*_WORDS.findall(side.title.casefold())} for side in (old, new))
    return (
        as_seen(old.title) == as_seen(new.title)
        or says_the_same(old.title, new.title)
        or 2 * len(one & other) > len(one | other)
    )


_WORDS = re.compile(r"\w+")
