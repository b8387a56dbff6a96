"""An edition: its ground, and what is computed on it; what pages, exporters and rules see."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from briefbook.analysis.blast_radius import BlastRadius
from briefbook.analysis.corpus_on_day import CorpusOnDay
from briefbook.analysis.corrections import CorrectionIndex
from briefbook.analysis.court.proof import UNPINNED, Proof, Quotation
from briefbook.analysis.dependencies import DependencyGraph
from briefbook.analysis.facets import FacetedRecord, Key, by_value, facets
from briefbook.analysis.institutions import Institutions
from briefbook.analysis.involvement import Involvement
from briefbook.analysis.linchpins import Linchpins
from briefbook.analysis.origins import JOINT, Origins
from briefbook.analysis.people import People
from briefbook.analysis.remembered import Kept
from briefbook.analysis.signoffs import SignedBrief
from briefbook.analysis.staleness import Staleness, staleness
from briefbook.analysis.verdicts import Verdicts
from briefbook.corpus.of_each import OfEach

T = TypeVar("T")


def no_texts(edition: "Edition") -> Mapping[Quotation, Proof]:
    """The proofs where no text is stored."""
    return {}


@dataclass(frozen=True)
class Edition(CorpusOnDay):
    """What is computed from a corpus, each when it is first asked for.

    `prove` asks the stored texts for its quotations: given from outside, like `today`.
    """

    prove: "Callable[[Edition], Mapping[Quotation, Proof]]" = no_texts

    @cached_property
    def proofs(self) -> Mapping[Quotation, Proof]:
        """Whether quotations stand where they should; those of none that is not here."""
        return self.prove(self)

    def proof(self, quotation: Quotation) -> Proof:
        """Whether a quotation stands where it should."""
        return self.proofs.get(quotation, UNPINNED)

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What others work out of it and want to find again, made when it is first asked for; keys
        begin with the name of the module that does."""
        found: T
        if key in self._memo:
            found = self._memo[key]
        else:
            found = self._memo[key] = make()
        return found

    def kept(self, kind: Kept, *name: str) -> str:
        """A text of this kind, made when it is first asked for."""
        return self.remembered((kind.name, *name), lambda: kind.make(self, name))

    @cached_property
    def _memo(self) -> dict[Hashable, Any]:
        return {}

    @cached_property
    def origins(self) -> Origins:
        """Who stands behind whom."""
        return Origins(self.sources)

    def origin_name(self, origin: str) -> str:
        """The name of an origin: an entity's, a publisher's, else a source's in a word or two.

        Of those who speak together all names, with “+” between them.
        """
        if origin in self.entities:
            return self.entities[origin].name
        if roots := self.origins.of_publisher.get(origin):
            return self.short_name(roots[0])
        if JOINT in origin:
            return f" {JOINT} ".join(self.origin_name(one) for one in origin.split(JOINT))
        return self.short_name(origin)

    @cached_property
    def institutions(self) -> Institutions:
        """Which origins belong together."""
        return Institutions(self.entities, self.origins)

    @cached_property
    def dependencies(self) -> DependencyGraph:
        """What rests on what."""
        return DependencyGraph(self.corpus)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The verdicts that the evidence suggests."""
        return Verdicts(self.sources, self.origins, lambda: self.today)

    @cached_property
    def linchpins(self) -> Linchpins:
        """What falls with what."""
        return Linchpins.of(self.corpus, self.dependencies, self.institutions, self.remembered)

    @cached_property
    def blast_radius(self) -> BlastRadius:
        """What changes with a source's grade, or without it."""
        return BlastRadius(self.corpus, self.dependencies, self.verdicts, self.remembered)

    @cached_property
    def staleness(self) -> Staleness:
        """What is past its day, and what leans on it."""
        return staleness(self.corpus, self.dependencies, self.today)

    @cached_property
    def involvement(self) -> Involvement:
        """Where actors and texts play a part."""
        return Involvement.of(self.corpus, self.briefs)

    @cached_property
    def faceted(self) -> Mapping[Key, tuple[FacetedRecord, ...]]:
        """Records by kind, facet and value, the newest brief first."""
        return by_value(facets(self))

    @cached_property
    def signed(self) -> Mapping[str, SignedBrief]:
        """The hashes of what can be signed, of each brief."""
        return OfEach(self.briefs, lambda brief: SignedBrief(brief, self.sources))

    @cached_property
    def people(self) -> People:
        """Who is who among those who sign and write."""
        return People(self.settings.rules.reviewers)

    @cached_property
    def corrections(self) -> Mapping[str, CorrectionIndex]:
        """The corrections of each brief, with their anchors and by what they changed."""
        return OfEach(self.briefs, lambda brief: CorrectionIndex(brief.corrections))
