"""SRC015 one-publisher: documents of one publisher that count as one origin behind a claim."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Question, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.text.listing import both

KIND = Kind("SRC015", "one-publisher", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether roots of one publisher stand on one side of a record; named once a publisher."""
    first: dict[tuple[Stance, str], str] = {}
    told: set[str] = set()
    for steps, item in placed.evidence():
        if item.stance not in (Stance.supports, Stance.disputes) or item.origin:
            continue
        for root in edition.origins.roots(item.source):
            origin, *_ = edition.origins.behind([root])
            if root not in edition.origins.of_publisher.get(origin, ()):
                continue
            before = first.setdefault((item.stance, origin), root)
            if before != root and origin not in told:
                told.add(origin)
                yield Finding(
                    KIND,
                    f"{both(f'“{name}”' for name in (before, root))} are both by "
                    f"{edition.origin_name(origin)}, and count as one origin.",
                    placed.place(*steps, "source"),
                    "If both carry its own words, name it under `speaker:` of both; if one repeats "
                    "the other, say so under `derives_from:`; if they know it from different "
                    "people, say why under `independent:` of one.",
                )


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
