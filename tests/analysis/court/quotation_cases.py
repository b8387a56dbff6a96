"""A generator of quotations: true ones in every spelling that counts as one, and faulty ones.

Texts are made of sentences in English, Russian and Chinese. Each sentence has words that no other
has (`marker`), so that what is taken from one stands nowhere else.
"""

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

VERBATIM, ALTERED, ELSEWHERE, SPLICED, ABSENT = (
    "verbatim", "altered", "elsewhere", "spliced", "absent"
)  # fmt: skip
_SYLLABLES = {
    "en": ("ba", "ko", "lem", "tri", "sand", "ver", "mol", "nick", "par", "gon", "tes", "wend"),
    "ru": ("ба", "ко", "лем", "три", "сан", "вер", "мол", "ник", "пар", "гон", "тес", "вен"),
    "zh": (*"山河湖海林田石金木水火土日月星云风雨雪冰春夏秋冬东西南北",),
}
_HAN = "经济研究院发展政策银行合作项目技术市场数据安全国际城市"


@dataclass(frozen=True)
class Case:
    """A quotation from a text of its source, and the answers that are right."""

    texts: dict[str, str]
    exact: str
    want: tuple[str, ...]
    kind: str
    prefix: str = ""
    suffix: str = ""


def cases(number: int, seed: int) -> Iterator[Case]:
    """So many cases: half of them true."""
    rng = random.Random(seed)
    spellings, faults = [*SPELLINGS.items()], [*FAULTS.items()]
    for n in range(number):
        language = ("en", "ru", "zh")[n % 3]
        world = _World(rng, language)
        kinds = spellings if n % 2 else faults
        kind, make = kinds[(n // 2) % len(kinds)]
        found = make(world)
        if found is not None:
            yield Case({"own": found.text, "other": world.other}, found.exact, found.want,
                       f"{kind} ({language})", found.prefix, found.suffix)  # fmt: skip


@dataclass
class Made:
    """A text with a quotation of it."""

    text: str
    exact: str
    want: tuple[str, ...] = (VERBATIM,)
    prefix: str = ""
    suffix: str = ""


class _World:
    """Paragraphs of one language, and the means to make more."""

    def __init__(self, rng: random.Random, language: str) -> None:
        self.rng, self.language = rng, language
        self.gap = "" if language == "zh" else " "
        self.paragraphs = [self.sentence() for _ in range(14)]
        self.other = "\n\n".join(self.sentence() for _ in range(6))

    def word(self) -> str:
        if self.language == "zh":
            return "".join(self.rng.choices((*_HAN, *_SYLLABLES["zh"]), k=2))
        return "".join(self.rng.choices(_SYLLABLES[self.language], k=self.rng.randint(2, 4)))

    def other_than(self, word: str) -> str:
        return next(found for found in iter(self.word, "") if found != word)

    def words(self, number: int) -> list[str]:
        return [self.word() for _ in range(number)]

    def sentence(self) -> str:
        end = "。" if self.language == "zh" else "."
        return self.gap.join(self.words(12)) + end

    def text(self, middle: str) -> str:
        """A text with this paragraph in its middle, words before and after it in it."""
        before, after = self.words(3), self.words(3)
        one = self.gap.join((*before, middle, *after))
        return "\n\n".join([*self.paragraphs[:7], one, *self.paragraphs[7:]])

    def span(self, stands: str, typed: str) -> Made:
        """Something that stands between words, typed otherwise."""
        left, right = self.gap.join(self.words(2)), self.gap.join(self.words(2))
        text = self.text(f"{left}{self.gap}{stands}{self.gap}{right}")
        return Made(text, f"{left}{self.gap}{typed}{self.gap}{right}")

    def plain(self, number: int = 7) -> tuple[str, list[str]]:
        found = self.words(number)
        return self.text(self.gap.join(found)), found


def _spelled(stands: str, typed: str) -> Callable[[_World], Made]:
    """The same, as it stands and as it is typed; {} and {:b} are words."""

    def make(world: _World) -> Made:
        words = [world.word() for _ in range(4)]
        return world.span(stands.format(*words), typed.format(*words))

    return make


def _but(language: str, make: Callable[[_World], Made]) -> Callable[[_World], Made | None]:
    """Nothing in that language, where the sign means something else."""
    return lambda world: None if world.language == language else make(world)


def _only(language: str, make: Callable[[_World], Made]) -> Callable[[_World], Made | None]:
    return lambda world: make(world) if world.language == language else None


def _context(world: _World) -> Made:
    words = world.words(9)
    made = world.gap.join
    text = world.text(made(words)) + "\n\n" + made(words[3:6])
    return Made(text, made(words[3:6]), (VERBATIM,), made(words[:3]), made(words[6:]))


def _omission(mark: str, between: int = 3) -> Callable[[_World], Made]:
    def make(world: _World) -> Made:
        text, words = world.plain(6 + between)
        made = world.gap.join
        return Made(text, f"{made(words[:3])}{mark}{made(words[3 + between :])}")

    return make


def _next_paragraph(world: _World) -> Made:
    one, other = world.words(4), world.words(4)
    made = world.gap.join
    text = f"{world.text(made(one))}\n\n{made(other)}\n\n{world.sentence()}"
    last = world.text(made(one)).rpartition("\n\n")[2].rstrip(".。")
    return Made(text, f"{last} … {made(other)}")


def _decomposed(world: _World) -> Made:
    made = world.span("кафе́ ёж naïve Łódź", "кафе́ ёж naïve Łódź")
    return Made(unicodedata.normalize("NFD", made.text), unicodedata.normalize("NFC", made.exact))


def _as_it_stands(world: _World) -> Made:
    text, words = world.plain()
    return Made(text, world.gap.join(words))


SPELLINGS: dict[str, Callable[[_World], Made | None]] = {
    "as it stands": _as_it_stands,
    "no-break space": _spelled("{} {}", "{}\u00a0{}"),
    "thin space in the text": _spelled("{}\u2009{}", "{} {}"),
    "ideographic space": _spelled("{}\u3000{}", "{} {}"),
    "broken line": _spelled("{}\n{}", "{} {}"),
    "soft hyphen": _spelled("sand\u00adver", "sandver"),
    "zero width": _spelled("sand\u200bver\u2060mol", "sandvermol"),
    "direction mark": _spelled("{}\u200e {}", "{} {}"),
    "hyphen at a line's end, nothing": _spelled("coopera-\ntion", "cooperation"),
    "hyphen at a line's end, hyphen": _spelled("well-\nknown", "well-known"),
    "hyphen at a line's end, hyphen and space": _spelled("pre-\nand {}", "pre- and {}"),
    "curly quotation marks": _spelled("“{}”", '"{}"'),
    "single for double": _spelled("‘{} {}’", '"{} {}"'),
    "guillemets": _spelled("«{}»", "„{}“"),
    "corner brackets": _spelled("「{}」", "“{}”"),
    "apostrophe": _spelled("don’t {}", "don't {}"),
    "another apostrophe": _spelled("don`t {}", "don’t {}"),
    "kinds of hyphen": _spelled("sand‐ver", "sand-ver"),
    "no-break hyphen": _spelled("sand‑ver", "sand-ver"),
    "sentence's dash": _but("zh", _spelled("{} — {}", "{} – {}")),
    "dash without spaces": _but("zh", _spelled("{}—{}", "{} – {}")),
    "two hyphens": _but("zh", _spelled("{} -- {}", "{} — {}")),
    "range": _spelled("2010–2015", "2010-2015"),
    "range with spaces": _spelled("2010 – 2015", "2010–2015"),
    "minus": _spelled("({} −5", "({} -5"),
    "three points": _spelled("{}… {}", "{}... {}"),
    "points with spaces": _spelled("{}... {}", "{}. . . {}"),
    "ligature": _spelled("ﬁnal oﬃce ﬂat", "final office flat"),
    "space before per cent": _spelled("15 %", "15%"),
    "space before a colon": _but("zh", _spelled("{} : {} ; {} !", "{}: {}; {}!")),
    "note in brackets": _spelled("{}[12] {}", "{} {}"),
    "note with a space": _spelled("{} [note 3] {}", "{} {}"),
    "note of a letter": _spelled("{}[a] {}", "{} {}"),
    "note typed as it stands": _spelled("{}[12] {}", "{}[12] {}"),
    "raised note": _spelled("sandver¹² {}", "sandver {}"),
    "raised note after a full stop": _spelled("sandver.³ {}", "sandver. {}"),
    "square kilometres": _spelled("20 km² {}", "20 km² {}"),
    "composed letters": _decomposed,
    "full-width digits": _spelled("２０２５ {}", "2025 {}"),
    "full-width letters": _spelled("ＡＩ {}", "AI {}"),
    "space beside full-width marks": _only("zh", _spelled("{}，{}", "{}， {}")),
    "space between Han": _only("zh", _spelled("{}{}", "{} {}")),
    "space between Han and Latin": _only("zh", _spelled("{}AI{}2025{}", "{} AI {} 2025 {}")),
    "words before and after": _context,
    "omission": _omission(" … "),
    "omission in brackets": _omission(" […] "),
    "omission in round brackets": _omission(" (…) "),
    "omission of points": _omission(" ... "),
    "omission of angles": _omission(" <…> "),
    "omission of nothing": _omission(" […] ", 1),
    "omission up to the next paragraph": _next_paragraph,
    "editor's words": _omission(" [our words] "),
    "editor's capital": _spelled("the {} {}", "[T]he {} {}"),
    "editor's ending": _spelled("approve {}", "approv[ing] {}"),
    "the text's own bracket": _spelled("{} [in Rome] {}", "{} [in Rome] {}"),
    "a quarter in fractions": _spelled("1.5 {} 1,800", "1.5 {} 1,800"),
}


def _wrong(stands: str, typed: str, *want: str) -> Callable[[_World], Made]:
    def make(world: _World) -> Made:
        made = _spelled(stands, typed)(world)
        return Made(made.text, made.exact, want or (ALTERED,))

    return make


def _changed(change: Callable[[list[str], _World], list[str]]) -> Callable[[_World], Made]:
    """A sentence of which a word is changed."""

    def make(world: _World) -> Made:
        text, words = world.plain(9)
        return Made(text, world.gap.join(change(words, world)), (ALTERED,))

    return make


def _edge(stands: str, typed: str) -> Callable[[_World], Made]:
    """The edge of a quotation within a word."""

    def make(world: _World) -> Made:
        words = world.words(3)
        made = world.gap.join
        return Made(world.text(f"{stands}{world.gap}{made(words)}"), f"{typed}{world.gap}"
                    f"{made(words)}", (ALTERED,))  # fmt: skip

    return make


def _spliced(mark: str, order: tuple[int, int] = (2, 6)) -> Callable[[_World], Made]:
    def make(world: _World) -> Made:
        one, other = (world.words(5) for _ in range(2))
        made = world.gap.join
        paragraphs = [*world.paragraphs[:4], made(one), *world.paragraphs[4:9], made(other),
                      *world.paragraphs[9:]]  # fmt: skip
        halves = [made(one), made(other)]
        return Made("\n\n".join(paragraphs), f"{halves[order[0] > order[1]]}{mark}"
                    f"{halves[order[0] < order[1]]}", (SPLICED,))  # fmt: skip

    return make


def _elsewhere(world: _World) -> Made:
    there = world.other.split("\n\n")[2].rstrip(".。")
    return Made("\n\n".join(world.paragraphs), there, (ELSEWHERE,))


def _invented(world: _World) -> Made:
    return Made("\n\n".join(world.paragraphs), world.gap.join(world.words(9)), (ABSENT,))


def _own_words_shuffled(world: _World) -> Made:
    text, _ = world.plain()
    words = [
        word
        for one in world.paragraphs
        for word in (
            one.rstrip("。.").split() if world.gap else [one[n : n + 2] for n in range(0, 22, 2)]
        )
    ]
    world.rng.shuffle(words)
    return Made(text, world.gap.join(words[:10]), (ABSENT,))


def _wrong_context(world: _World) -> Made:
    made = _context(world)
    return Made(made.text, made.exact, (ALTERED,), world.gap.join(world.words(2)), made.suffix)


FAULTS: dict[str, Callable[[_World], Made | None]] = {
    "word changed": _changed(
        lambda words, world: [*words[:4], world.other_than(words[4]), *words[5:]]
    ),
    "word dropped": _changed(lambda words, world: [*words[:4], *words[5:]]),
    "word added": _changed(lambda words, world: [*words[:4], world.word(), *words[4:]]),
    "last word changed": _changed(lambda words, world: [*words[:-1], world.other_than(words[-1])]),
    "negation dropped": _wrong("{} {} not {} {}", "{} {} {} {}"),
    "negation added": _wrong("{} {} {} {}", "{} {} not {} {}"),
    "ending changed": _wrong("{} researches {}", "{} research {}"),
    "digit changed": _wrong("{} 1,825 {}", "{} 1,835 {}"),
    "digits swapped": _wrong("{} 589 {}", "{} 598 {}"),
    "decimal sign": _wrong("{} 1.5 {}", "{} 1,5 {}"),
    "capital": _wrong("{} Bank of Rome {}", "{} bank of Rome {}"),
    "accent": _wrong("{} café {}", "{} cafe {}"),
    "accent within": _wrong("{} Łódź {}", "{} Łodź {}"),
    "accent cut off": lambda world: Made(
        world.text("sand ver mol слова\u0301"), "sand ver mol слова", (ALTERED,)
    ),
    "ё": _wrong("{} ещё {}", "{} еще {}"),
    "Cyrillic in a Latin word": _wrong("{} planning {}", "{} plаnning {}"),
    "Latin in a Cyrillic word": _wrong("{} планирует {}", "{} плaнирует {}"),
    "Greek in a Latin word": _wrong("{} option {}", "{} οption {}"),
    "within a word": _edge("cannot", "not"),
    "within a number": _edge("15 %", "5 %"),
    "within a decimal": _edge("1.5 %", "5 %"),
    "within a negated word": lambda world: Made(
        world.text("they say we can’t"), "they say we can", (ALTERED,)
    ),
    "unit without its power": _wrong("{} 20 km² {}", "{} 20 km {}"),
    "comma": _but("zh", _wrong("{}, {} {}", "{} {} {}")),
    "full stop where it goes on": lambda world: Made(
        world.text("sand ver mol nick par"), "sand ver mol nick.", (ALTERED,)
    ),
    "hyphen gone": _wrong("{} well-known {}", "{} well known {}"),
    "folded hyphen": _wrong("{} well-known {}", "{} well- known {}"),
    "quotation marks typed around": lambda world: Made(
        world.text("sand ver mol nick"), '"sand ver mol nick"', (ALTERED,)
    ),
    "half-width for full-width": _only("zh", _wrong("{}，{}", "{},{}")),
    "minus for a range": _wrong("5−3 {} {}", "5–3 {} {}"),
    "another note mark": _wrong("{}[12] {}", "{}[13] {}"),
    "another bracket": _wrong("{} [in Rome] {}", "{} [in Paris] {}"),
    "another word before": _wrong_context,
    "spliced": _spliced(" "),
    "spliced in the other order": _spliced(" ", (6, 2)),
    "parts too far apart": _spliced(" … "),
    "parts in the other order": _spliced(" […] ", (6, 2)),
    "elsewhere": _elsewhere,
    "invented": _invented,
    "own words, shuffled": _own_words_shuffled,
}
