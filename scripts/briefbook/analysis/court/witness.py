"""Where a quotation stands in a text word for word: whole, or in parts that follow each other."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from briefbook.analysis.court.parts import Part, Quoted
from briefbook.analysis.court.proof import Proof, Quotation, QuotationState
from briefbook.analysis.court.signs import MARK, MARK_END
from briefbook.analysis.court.stored_text import Place, StoredText

_BRACKET = re.compile(r"\s?\[(?P<inside>[^\[\]]*)\]")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|cannot|without|hardly|n't|не|ни|нет|никогда|без|nicht|kein\w*|nie"
    r"|pas|jamais|aucun\w*|nunca|jamás|ningun\w*)\b|n't\b|[不没沒无無非未否別别]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The places of a quotation's parts in a text; `times`: how often it stands there."""

    places: tuple[Place, ...]
    times: int

    def proof(self, name: str, text: StoredText) -> Proof:
        """That it stands there."""
        whole = Place(self.places[0].start, self.places[-1].end)
        gaps = [
            text.folded[one.end : other.start]
            for one, other in zip(self.places, self.places[1:], strict=False)
        ]
        swallowed = next((found for gap in gaps if (found := _NEGATION.search(gap))), None)
        return Proof(
            QuotationState.verbatim, found=text.excerpt(whole), at=text.origin(whole.start),
            text=name, places=self.times, omitted=swallowed[0] if swallowed else "",
        )  # fmt: skip


def standing(words: Quoted, quotation: Quotation, text: StoredText) -> Standing | None:
    """Where a quotation stands in a text, with the words around it where they are given."""
    found: list[tuple[Place, ...]] = [(place,) for place in text.places(words.whole)]
    if not found and words.in_parts:
        found = chains(words.parts, text)
    fitting = [places for places in found if _in_context(places, quotation, text)]
    return Standing(fitting[0], len(fitting)) if fitting else None


def _in_context(places: Sequence[Place], quotation: Quotation, text: StoredText) -> bool:
    return (not quotation.prefix or text.has_before(places[0], quotation.prefix)) and (
        not quotation.suffix or text.has_after(places[-1], quotation.suffix)
    )


def chains(parts: Sequence[Part], text: StoredText) -> list[tuple[Place, ...]]:
    """Every way in which parts follow each other, each near the one before and as close as can
    be."""
    found: list[tuple[Place, ...]] = [(place,) for place in text.places(parts[0])]
    for part in parts[1:]:
        ends = [chain[-1].end for chain in found]
        longer = list[tuple[Place, ...]]()
        for place in text.places(part):
            at = bisect_right(ends, place.start) - 1
            if (
                at >= 0
                and text.near(found[at][-1], place)
                and _holds(part, found[at][-1], place, text)
            ):
                longer.append((*found[at], place))
        found = longer
    return found


def _holds(part: Part, before: Place, place: Place, text: StoredText) -> bool:
    """Whether an editor's bracket says what that of the text at this place says."""
    if part.bracket is None:
        return True
    between = text.folded[before.end : place.start].replace(MARK, "").replace(MARK_END, "")
    theirs = _BRACKET.match(between)
    return theirs is None or theirs["inside"].strip() == part.bracket.strip()
