"""A stored text, folded and ready to be asked where words stand in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import category

from briefbook.analysis.court.alike import fold
from briefbook.analysis.court.compared import Walk
from briefbook.analysis.court.parts import Part
from briefbook.analysis.court.rewritten import Rewritten
from briefbook.analysis.court.signs import FOLD, HAN
from briefbook.analysis.court.skeleton import Skeleton, Words, skeleton_of

_HAN = re.compile(HAN)
_BREAK = re.compile(r"\n\s*\n\s*")
_AGAINST = (
    "(?i:non|anti|not?|never|dis|mis|ex|de|counter|il|im|in|ir|over|under|pseudo|quasi|semi"
    "|не|анти|без|контр|экс|лже|псевдо|квази|nicht"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)|[Uu]n"
)
"""What turns the word behind its hyphen into its opposite or another number; not UN, as in
UN-backed."""
_ONE_WORD = re.compile(
    rf"\d[.,/:·˙٬٫′´`^×⁄](?=\d)\d|(?!{HAN})[^\W\d_](?P<dash>-)\d|(?<![\w.])\.\d|(?i:n't)(?!(?!{HAN})[^\W_])"
    rf"|(?<!(?!{HAN})[^\W_])[-\u2212](?:[A-Z]{{2,3}} ?)?(?:[$€£¥₽₴₹₩₺₿] ?)?[.\d½¼¾⅓⅔]|\u2212 \d"
    rf"|\[[^\W\d_]{{1,12}}-?\](?!{HAN})[a-zà-öø-ÿа-яё]"
    r"|(?<![^\W_])\((?i:un|in|im|il|ir|non|anti|dis|mis|s|не|без)-?\)[^\W\d_]"
    rf"|(?<![^\W_])(?:{_AGAINST})(?P<hyphen>-)[^\W\d_]|[^\W\d_](?P<end>-)(?:free|less)(?![^\W_])"
)
"""Signs within a number (a decimal sign, a minus), or within a word that turns into its opposite
without them: no word begins or ends there."""
_THOUSANDS_AFTER = re.compile(r"(?:[ \"']\d{3})+(?![ \"']?\d)")
_REST = re.compile(r"\d{3}(?:[ \"']\d{3})*(?![ \"']?\d)")
_THOUSANDS_BEFORE = re.compile(r"(?<![\w.,:/-])\d{1,3}[ \"']\Z")
_BEGUN = re.compile(r"(?<![\w.,:/-])\d{1,3}\Z")
"""The rest of a number behind an edge, and its beginning before one."""
_SIGN = re.compile(r"[\d\[(\u2212'-]")
"""Without one of these no such word or number is near."""
_HYPHENS = ("-", "\u2010", "\u2011", "\ufe63", "\uff0d")
_BOUND = re.compile(
    "(?i:non|anti|dis|mis|un|il|im|ir|pseudo|quasi|semi|анти|контр|лже|псевдо|квази)-"
)
_POWERS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_AROUND = 16
"""Characters on either side of an edge within which such a word lies."""
_MOST_PLACES, _MOST_LETTERS = 20_000, 4_000_000
"""So often letters are looked for, and so many are compared: a single one stands everywhere."""
NEAR = 1_500
"""Characters between two parts of a quotation at most, where paragraphs are not known."""


def _is_mark(sign: str) -> bool:
    """Whether a sign stands on, or beside, the letter before it and is no letter of its own."""
    return sign > "\u02ff" and category(sign)[0] == "M"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a folded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parting:
    """Where a quotation and a text that has the same letters part: offsets in each; `edge` where
    the words are there, but a word goes on."""

    start: int
    typed: int
    stands: int
    edge: bool = False


class StoredText:
    """A text as it was stored; `paragraphs` says whether blank lines in it part paragraphs (they
    are not known in a PDF)."""

    def __init__(self, text: str, *, paragraphs: bool = True) -> None:
        self.raw = text
        self._edges: dict[int, bool] = {}
        self._paragraphs = paragraphs and bool(_BREAK.search(text.strip()))

    @cached_property
    def folded(self) -> str:
        """The folded text."""
        return self._rewritten.text

    @cached_property
    def _rewritten(self) -> Rewritten:
        return fold(self.raw, stored=True)

    @cached_property
    def skeleton(self) -> Skeleton:
        """Its letters and digits."""
        return Skeleton(self.folded, stored=True)

    @property
    def words(self) -> Words:
        """Its words."""
        return Words.of(self.skeleton)

    @cached_property
    def _breaks(self) -> list[int]:
        """Where paragraphs begin, in the text as stored."""
        return [found.end() for found in _BREAK.finditer(self.raw)]

    def origin(self, offset: int) -> int:
        """Where a sign of the folded text stood in the text as stored."""
        return self._rewritten.origin(offset) if offset < len(self.folded) else len(self.raw)

    def excerpt(self, place: Place) -> str:
        """What stands at a place, in the signs of the text as stored."""
        if place.end <= place.start:
            return ""
        return self.raw[self.origin(place.start) : self.origin(place.end - 1) + 1]

    def places(self, part: Part) -> Iterator[Place]:
        """Where a part of a quotation stands word for word, in the order of the text."""
        for found in self.tried(part):
            if isinstance(found, Place):
                yield found

    def signs(self, part: Part) -> Iterator[Place]:
        """Where signs stand that hold no letter, in the order of the text."""
        found = self.folded.find(part.text)
        for _ in range(_MOST_PLACES):
            if found < 0:
                return
            yield Place(found, found + len(part.text))
            found = self.folded.find(part.text, found + 1)

    def tried(self, part: Part) -> Iterator[Place | Parting]:
        """Where the letters of a part stand; a Parting where signs or edges differ."""
        wanted = skeleton_of(part.text)
        if not wanted.text:
            return  # marks alone prove nothing
        first = wanted.place(0)
        found = self.skeleton.text.find(wanted.text)
        for _ in range(min(_MOST_PLACES, _MOST_LETTERS // len(wanted.text))):
            if found < 0:
                return
            yield self._compared(part, first, self.skeleton.place(found))
            found = self.skeleton.text.find(wanted.text, found + 1)

    def _compared(self, part: Part, first: int, stands: int) -> Place | Parting:
        text = self.folded
        back = Walk(part.text, first - 1, text, stands - 1, -1)
        start = back.stands + 1
        ahead = Walk(part.text, first, text, stands)
        if not ahead.arrived:
            return Parting(min(start, stands), ahead.typed, ahead.stands)
        if not back.arrived:
            return Parting(start, max(back.typed, 0), max(back.stands, 0))
        if not part.open_before and self.goes_on(start):
            return Parting(start, 0, start, edge=True)
        if not part.open_after and self.goes_on(ahead.stands):
            return Parting(start, len(part.text), ahead.stands, edge=True)
        return Place(start, ahead.stands)

    def goes_on(self, edge: int) -> bool:
        """Whether a word or a number lies across an edge."""
        if edge not in self._edges:
            self._edges[edge] = self._goes_on(edge)
        return self._edges[edge]

    def _goes_on(self, edge: int) -> bool:
        text = self.folded
        before, after = text[max(edge - 1, 0) : edge], text[edge : edge + 1]
        if FOLD in (before, after):
            # A compound that was broken at its hyphen has a capital behind it, as in anti-Soviet.
            return not (before == FOLD and after.isupper() and text[edge - 2 : edge - 1].islower())
        if _is_mark(after):
            return True
        if _is_mark(before):  # it stands on a letter
            base = edge - 1
            while base and _is_mark(text[base]):
                base -= 1
            before = text[base]
        if before.isalnum() and after.isalnum():
            is_power = after in _POWERS  # a note mark would stand between signs of its own
            return is_power or not (_HAN.match(before) or _HAN.match(after))
        if not _SIGN.search(text, max(edge - _AROUND, 0), edge + _AROUND):
            return False
        return self._within_number(edge) or any(
            found.start() < edge < found.end() and self._joins(found)
            for found in _ONE_WORD.finditer(text, max(edge - _AROUND, 0), edge + _AROUND)
        )

    def _joins(self, found: re.Match[str]) -> bool:
        """Whether a hyphen stands between, and no dash: between words that stand alone an en dash
        is one, and an em dash always."""
        at = next((found.start(name) for name in ("hyphen", "dash", "end") if found[name]), None)
        if at is None:
            return True
        stood = self.raw[self.origin(at) : self.origin(at + 1)]
        return stood in _HYPHENS or (stood == "\u2013" and bool(_BOUND.match(found[0])))

    def _within_number(self, edge: int) -> bool:
        """Whether an edge lies beside a space or an apostrophe between thousands."""
        text = self.folded
        if text[max(edge - 1, 0) : edge].isdigit() and _THOUSANDS_AFTER.match(text, edge):
            begun = _BEGUN.search(text, max(edge - 4, 0), edge)
            return bool(begun) and self._is_thin(edge)
        three = _REST.match(text, edge)
        begun = _THOUSANDS_BEFORE.search(text, max(edge - 5, 0), edge) if three else None
        return bool(begun) and self._is_thin(edge - 1)

    def _is_thin(self, at: int) -> bool:
        """Whether one sign of the text as stored stands there, and no new line or column begins."""
        stood = self.raw[self.origin(at) : self.origin(at + 1)]
        return len(stood) == 1 and stood not in "\n\t\r\v\f\u2028\u2029"

    def has_before(self, place: Place, prefix: str) -> bool:
        """Whether the words before a place are these."""
        return self._beside(place.start - 1, fold(prefix.strip()).text, -1)

    def has_after(self, place: Place, suffix: str) -> bool:
        """Whether the words after a place are these."""
        return self._beside(place.end, fold(suffix.strip()).text, 1)

    def _beside(self, at: int, words: str, step: int) -> bool:
        """Whether words stand at a place, a space or a note mark between."""
        for padded in (words, f" {words}" if step > 0 else f"{words} "):
            typed = 0 if step > 0 else len(padded) - 1
            if Walk(padded, typed, self.folded, at, step).arrived:
                return True
        return False

    def near(self, earlier: Place, later: Place) -> bool:
        """Whether two places lie in one paragraph or in neighbouring ones."""
        if earlier.end > later.start:
            return False
        if not self._paragraphs:
            return later.start - earlier.end <= NEAR
        one, other = (
            bisect_right(self._breaks, self.origin(at)) for at in (earlier.end - 1, later.start)
        )
        return other - one <= 1
