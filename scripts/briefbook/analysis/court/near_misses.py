"""What is wrong with a quotation that does not stand in a text, by what comes near it there."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise

from briefbook.analysis.court.nearness import Nearest, Neighbourhood
from briefbook.analysis.court.parts import Part, Quoted
from briefbook.analysis.court.proof import Proof, Quotation, QuotationState
from briefbook.analysis.court.signs import HAN
from briefbook.analysis.court.stored_text import Parting, Place, StoredText
from briefbook.analysis.court.witness import chains

_UNIT = re.compile(
    rf"{HAN}|(?:(?!{HAN})[^\W_])+(?:(?:['-]|(?<=\d)[.,](?=\d))(?:(?!{HAN})[^\W_])+)*"
)
_HAN = re.compile(HAN)
_MOSTLY = 0.8
_WORD = 30
"""Letters of a word that is shown whole."""
_BACK = 8
"""So many words before a word or a number that goes on, a piece may have ended."""
_SHORTEST = 8
"""A part of a splice has at least so many letters (a Han sign counts as two)."""


class NearMisses:
    """What stands in one text in place of what was typed."""

    def __init__(self, name: str, text: StoredText) -> None:
        self._name, self._text = name, text
        self._first: dict[Part, Place | None] = {}

    @cached_property
    def _nearest(self) -> Callable[[str], Nearest | None]:
        return lru_cache(8)(Neighbourhood(self._text).nearest)

    def slip(self, words: Quoted, quotation: Quotation) -> Proof | None:
        """The same letters with other signs, other words around them, or one word that differs."""
        if words.in_parts:
            return self._in_parts(words, quotation)
        if (quotation.prefix or quotation.suffix) and (place := self._somewhere(words.whole)):
            return self._altered(place, None)
        if (parting := self._parting(words.whole)) and not _is_scrap(parting, words.whole):
            return self._parted(words, parting)
        nearest = self._nearest(words.whole.text)
        if nearest and nearest.is_one_word_off and _enough(nearest, words.whole.text):
            return self._altered_near(words, nearest)
        return None

    def splice(self, words: Quoted) -> Proof | None:
        """Parts that stand apart, with nothing to say so."""
        if words.in_parts:
            places = [self._somewhere(part) for part in words.parts]
            there = [place for place in places if place]
            if len(there) < len(words.parts):
                return None
            whole = Place(there[0].start, there[0].end)
            return self._spliced(there) if len(there) > 1 else self._altered(whole, None, edge=True)
        nearest = self._nearest(words.whole.text)
        if nearest and nearest.whole and nearest.apart:
            apart = [*nearest.apart]
            return None if self._is_one_passage(apart) else self._spliced(apart)
        pieces = self._pieces(words.whole.text)
        if not pieces or self._is_one_passage(pieces):
            return None
        if nearest and nearest.alike >= _MOSTLY and not nearest.whole:
            return None  # it stands in one place, but for words that were changed
        return self._spliced(pieces)

    def _is_one_passage(self, pieces: list[Place]) -> bool:
        """Whether pieces follow each other, with no more than a word left out between."""
        return all(
            one.end <= other.start and _length(self._text.folded[one.end : other.start]) <= 1
            for one, other in pairwise(pieces)
        )

    def near(self, words: Quoted) -> Proof | None:
        """Words of which some differ."""
        if parting := self._parting(words.whole):
            return self._parted(words, parting)
        for part in words.parts:
            if self._somewhere(part) or part.is_signs_alone:
                continue
            nearest = self._nearest(part.text)
            if nearest and nearest.is_near:
                return self._altered_near(words, nearest, part)
            return None
        signs = next((part for part in words.parts if part.is_signs_alone), None)
        return self._without(signs, words) if signs else None

    def _without(self, signs: Part, words: Quoted) -> Proof | None:
        """The words before or behind signs that do not stand there."""
        there = next((place for part in words.parts if (place := self._somewhere(part))), None)
        return self._altered(there, words.folded.origin(signs.start)) if there else None

    def _in_parts(self, words: Quoted, quotation: Quotation) -> Proof | None:
        """Parts that stand there, but with another bracket or other words around them."""
        bare = tuple(_without_bracket(part) for part in words.parts)
        found = chains(bare, self._text)
        if found:
            return self._altered(Place(found[0][0].start, found[0][-1].end), None)
        missing = [part for part in words.parts if not self._somewhere(part)]
        slips = [
            near
            for part in missing
            if (near := self._nearest(part.text))
            and near.is_one_word_off
            and _enough(near, part.text)
        ]
        if slips and len(slips) == len(missing):
            return self._altered_near(words, slips[0], missing[0])
        return None

    def _somewhere(self, part: Part) -> Place | None:
        bare = replace(part, start=0, bracket=None)
        if bare not in self._first:
            self._first[bare] = self._place(part)
        return self._first[bare]

    def _place(self, part: Part) -> Place | None:
        return next(self._text.places(part), None)

    def _parting(self, part: Part) -> Parting | None:
        """Where the same letters stand with other signs: the place that agrees longest."""
        found = [one for one in self._text.tried(part) if isinstance(one, Parting)]
        return max(found, key=lambda one: (one.edge, one.typed), default=None)

    def _parted(self, words: Quoted, parting: Parting) -> Proof:
        length = len(words.whole.text)
        place = Place(parting.start, min(parting.start + length, len(self._text.folded)))
        place = self._to_word_ends(place) if parting.edge else self._to_its_words_end(place)
        return self._altered(place, words.folded.origin(parting.typed), edge=parting.edge)

    def _to_its_words_end(self, place: Place) -> Place:
        """What is shown ends with a whole word, if that is not far."""
        most = min(place.end + _WORD, len(self._text.folded))
        end = next((at for at in range(place.end, most) if not self._text.goes_on(at)), place.end)
        return Place(place.start, end)

    def _to_word_ends(self, place: Place) -> Place:
        text, start, end = self._text.folded, place.start, place.end
        while start and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        return Place(start, end)

    def _altered_near(self, words: Quoted, nearest: Nearest, part: Part | None = None) -> Proof:
        typed = (part or words.whole).text
        stands = self._text.folded[nearest.place.start : nearest.place.end]
        same = next(
            (n for n, (one, other) in enumerate(zip(typed, stands, strict=False)) if one != other),
            min(len(typed), len(stands)),
        )
        at = same + (part.start if part else 0)
        return self._altered(nearest.place, words.folded.origin(min(at, len(words.whole.text) - 1)))

    def _altered(self, place: Place, difference: int | None, *, edge: bool = False) -> Proof:
        return Proof(
            QuotationState.altered, found=self._text.excerpt(place),
            at=self._text.origin(place.start), text=self._name, difference=difference, edge=edge,
        )  # fmt: skip

    def _spliced(self, places: list[Place]) -> Proof:
        first, second = places[0], places[1]
        ordered = first.end <= second.start
        gap = self._text.excerpt(Place(first.end, second.start)) if ordered else ""
        return Proof(
            QuotationState.spliced, found=self._text.excerpt(first),
            at=self._text.origin(first.start), text=self._name, gap=gap.strip(),
        )  # fmt: skip

    def _pieces(self, text: str) -> list[Place]:
        """The places of two or three longest pieces that make up the whole; none if it does not
        fall into so few, or into pieces too short to tell anything."""
        units = [found.span() for found in _UNIT.finditer(text)]
        most = max(2, min(3, len(units) // 4))
        places, at = list[Place](), 0
        while at < len(units):
            low, place = at, None
            high = len(units)
            while low < high:  # whatever goes on behind it: of what stands there each part does
                middle = (low + high + 1) // 2
                tried = Part(text[units[at][0] : units[middle - 1][1]], 0, open_after=True)
                if self._place(tried):
                    low = middle
                else:
                    high = middle - 1
            for shorter in range(low, max(at, low - _BACK), -1):
                low = shorter
                place = self._place(Part(text[units[at][0] : units[low - 1][1]], 0))
                if place:
                    break
            if place is None or _letters(text[units[at][0] : units[low - 1][1]]) < _SHORTEST:
                return []
            if low - at < 2 or len(places) == most:
                return []
            places.append(place)
            at = low
        return places if len(places) > 1 else []


def _without_bracket(part: Part) -> Part:
    return Part(part.text, part.start, part.open_before, part.open_after)


def _length(text: str) -> float:
    """How many words a text has; two Han signs are one."""
    return sum(0.5 if _HAN.match(unit) else 1.0 for unit in _UNIT.findall(text))


def _letters(text: str) -> int:
    return sum(2 if _HAN.match(sign) else 1 for sign in text if sign.isalnum())


def _is_scrap(parting: Parting, part: Part) -> bool:
    """Whether what was found is only the inside of words that have nothing to do with it."""
    return parting.edge and len(_UNIT.findall(part.text)) < 2


def _enough(nearest: Nearest, text: str) -> bool:
    """Whether more than one word tells that this is the place."""
    number = len(_UNIT.findall(text))
    return nearest.is_near or number >= 5 or (number >= 3 and nearest.alike >= 0.5)
