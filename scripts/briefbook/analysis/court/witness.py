"""Where a quotation stands in a text word for word: whole, or in parts that follow each other."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefbook.analysis.court.parts import Part, Quoted
from briefbook.analysis.court.proof import Proof, Quotation, QuotationState
from briefbook.analysis.court.signs import HAN, MARK, MARK_END
from briefbook.analysis.court.stored_text import Place, StoredText

_BRACKET = re.compile(r"\s?\[(?P<inside>[^\[\]]*)\]")
_MARKS = re.compile(f"[{MARK}{MARK_END}]")
_NOTED = re.compile(rf" ?{MARK}[^{MARK_END}]*{MARK_END}")
_REST = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|cannot|without|hardly|barely"
    r"|scarcely|rarely|seldom|unlikely|impossible|less|fail(?:s|ed|ing)?|refus(?:e[sd]?|ing|al)"
    r"|den(?:y|ies|ied|ying)|n't"
    r"|не|ни|нет|никогда|ник(?:то|ого|ому|ем|ак|уда)|нич(?:то|его|ему|ем)|нигде|нельзя"
    r"|невозможн\w+|отнюдь|едва|вряд|отказ\w*|без"
    r"|nicht|nichts|kein\w*|nie|niemals|niemand\w*|nirgend\w*|weder|kaum|ohne"
    r"|pas|jamais|aucun\w*|rien|sans|ni|nunca|jamás|ningun\w*|nada|nadie|sin)\b"
    r"|n't\b|[不没沒无無非未否別别勿]|难以|難以|拒绝|拒絕",
    re.IGNORECASE,
)
"""What turns a sentence into its opposite, or nearly."""


_ALNUM = re.compile(rf"(?!{HAN})[^\W_]")
_TAIL = re.compile(rf"(?!{HAN})[^\W_]\Z")
_HEAD = re.compile(rf"(?:(?!{HAN})[^\W_])+\Z")
_LONGEST = 40
"""Letters of what a bracket may stand for."""
_MOST_TRIED = 300_000
"""So many places of parts are tried: hundreds of parts of which each stands everywhere prove
nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The places of a quotation's parts in a text; `times`: how often it stands there; `added`: a
    negation among the editor's own words."""

    places: tuple[Place, ...]
    times: int
    edited: bool = False
    added: str = ""

    def proof(self, name: str, text: StoredText) -> Proof:
        """That it stands there."""
        whole = Place(self.places[0].start, self.places[-1].end)
        gaps = [text.folded[one.end : other.start] for one, other in pairwise(self.places)]
        swallowed = next((found for gap in gaps if (found := _NEGATION.search(gap))), None)
        return Proof(
            QuotationState.verbatim, found=text.excerpt(whole), at=text.origin(whole.start),
            text=name, places=self.times, omitted=swallowed[0] if swallowed else "",
            edited=self.edited, added=self.added,
        )  # fmt: skip


def standing(words: Quoted, quotation: Quotation, text: StoredText) -> Standing | None:
    """Where a quotation stands in a text, with the words around it where they are given."""
    found: list[tuple[Place, ...]] = [(place,) for place in text.places(words.whole)]
    edited = not found and words.in_parts
    if edited:
        found = chains(words.parts, text)
    fitting = [places for places in found if _in_context(places, quotation, text)]
    if not fitting:
        return None
    own = _NEGATION.search(" ".join(words.own)) if edited else None
    return Standing(fitting[0], len(fitting), edited, own[0] if own else "")


def _in_context(places: Sequence[Place], quotation: Quotation, text: StoredText) -> bool:
    return (not quotation.prefix or text.has_before(places[0], quotation.prefix)) and (
        not quotation.suffix or text.has_after(places[-1], quotation.suffix)
    )


@dataclass(frozen=True, slots=True)
class _Link:
    """A part at its place, and the part before it at its own."""

    place: Place
    before: "_Link | None"

    def chain(self) -> tuple[Place, ...]:
        """The places of all parts up to this one."""
        link: _Link | None = self
        places = list[Place]()
        while link is not None:
            places.append(link.place)
            link = link.before
        return tuple(reversed(places))


def chains(parts: Sequence[Part], text: StoredText) -> list[tuple[Place, ...]]:
    """Every way in which parts follow each other, each near the one before and as close as can
    be."""
    known = dict[Part, list[Place]]()

    def places(part: Part) -> list[Place]:
        bare = replace(part, start=0, bracket=None)
        if bare not in known:
            known[bare] = [*(text.signs if part.is_signs_alone else text.places)(part)]
        return known[bare]

    tried = 0
    found = [
        _Link(place, None) for place in places(parts[0]) if _begins_well(parts[0], place, text)
    ]
    for before, part in pairwise(parts):
        ends = [link.place.end for link in found]
        longer = list[_Link]()
        tried += len(places(part))
        if tried > _MOST_TRIED:
            return []
        for place in places(part):
            at = bisect_right(ends, place.start) - 1
            if at < 0:
                continue
            link = found[at]
            if text.near(link.place, place) and _holds(before, part, link.place, place, text):
                longer.append(_Link(place, link))
        found = longer
    return [link.chain() for link in found if _ends_well(parts[-1], link.place, text)]


def _begins_well(part: Part, place: Place, text: StoredText) -> bool:
    """Whether a bracket before a part that begins within a word holds what it stands for: the same
    letters, as in “[L]oans” out of “loans”, and not another beginning. One that stands for no
    letters, as in “[un]lawful” out of “lawful”, makes another word."""
    if not part.open_before:
        return True
    if not text.goes_on(place.start):
        return not (_TAIL.search(part.bracket or "") and _ALNUM.match(text.folded, place.start))
    head = _HEAD.search(text.folded, max(place.start - _LONGEST, 0), place.start)
    same = head is not None and head[0].casefold() == (part.bracket or "").strip().casefold()
    return head is not None and same and not text.goes_on(head.start())


def _ends_well(part: Part, place: Place, text: StoredText) -> bool:
    """Whether a bracket at the end cuts no word down to its opposite, or to a scrap."""
    if part.open_after and text.folded[place.end - 1].isdigit() and text.goes_on(place.end):
        return False
    rest = _REST.match(text.folded, place.end)
    return not (part.open_after and rest and text.goes_on(place.end) and _is_cut_wrong(part, rest))


def _is_cut_wrong(part: Part, rest: re.Match[str]) -> bool:
    scrap = len(part.text.split()[-1]) < 2
    return scrap or bool(_NEGATION.fullmatch(rest[0].strip(" '")))


def _holds(before: Part, part: Part, one: Place, other: Place, text: StoredText) -> bool:
    """Whether an editor's bracket may stand between two places.

    It says what a bracket of the text at this place says; and it cuts a word only to go on in its
    place: what is cut off is the rest of that word and no negation, and more than a letter is left.
    """
    if part.bracket is None:
        return True
    if not _begins_well(part, other, text):
        return False
    if before.open_after and text.folded[one.end - 1].isdigit() and text.goes_on(one.end):
        return False
    noted = text.folded[one.end : other.start]
    gap = _MARKS.sub("", noted) if part.bracket.strip().isdigit() else _NOTED.sub("", noted)
    theirs = _BRACKET.match(gap)
    if theirs is not None and theirs["inside"].strip() != part.bracket.strip():
        return False
    rest = _REST.match(gap)
    if before.open_after and rest and text.goes_on(one.end):
        return not _is_cut_wrong(before, rest)
    return True
