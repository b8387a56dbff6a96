"""What holds each claim, judgment and barrier, worked out when it is first asked for: who looks at
one brief needs to know it of few."""

from collections.abc import Iterable, Iterator, Mapping

from briefbook.analysis.chronology import judged_on
from briefbook.analysis.deciding_evidence import carriers
from briefbook.analysis.dependencies import leans_of
from briefbook.analysis.fall import Bearer
from briefbook.corpus import Corpus, Placed, Target
from briefbook.model import Claim, Confidence, Judgment, Source
from briefbook.model.barrier import Barrier

Bearing = Claim | Judgment | Barrier
_KINDS: tuple[type[Bearing], ...] = (Claim, Judgment, Barrier)


class Bearers(Mapping[Target, Bearer]):
    """The bearers of a corpus by their targets, but for those that are withdrawn."""

    def __init__(self, corpus: Corpus, sources: Mapping[str, Source]) -> None:
        self._corpus, self._sources = corpus, sources
        self._placed: Mapping[Target, Placed[Bearing]] = corpus.by_target(_standing, *_KINDS)
        self._made: dict[Target, Bearer] = {}

    def __getitem__(self, target: Target) -> Bearer:
        if target not in self._made:
            self._made[target] = self._bearer(self._placed[target])
        return self._made[target]

    def __contains__(self, target: object) -> bool:
        return target in self._placed

    def __iter__(self) -> Iterator[Target]:
        return iter(self._placed)

    def __len__(self) -> int:
        return len(self._placed)

    def naming(self, source: str) -> Iterator[Target]:
        """Those in whose files a source is named, or an entity."""
        paths = (*self._corpus.links.naming(Target("source", source)),)
        for kind in _KINDS:
            for path in paths:
                for placed in self._corpus.at(path, kind):
                    if not placed.is_withdrawn:
                        yield placed.target

    def _bearer(self, placed: Placed[Bearing]) -> Bearer:
        record = placed.record
        return Bearer(
            carriers(record, self._sources, placed.brief),
            leans_of(placed),
            record.verdict if isinstance(record, Claim) else None,
            getattr(record, "confidence", None) is Confidence.high,
            judged_on(record, self._sources, placed.brief),
            (_KINDS.index(type(record)), placed.path, placed.route),
        )


def _standing(records: Iterable[Placed[Bearing]]) -> Mapping[Target, Placed[Bearing]]:
    return {placed.target: placed for placed in records if not placed.is_withdrawn}
