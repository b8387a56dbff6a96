"""The preview picture of a brief: what a link to it looks like in a message or a timeline.

Drawn at build with typefaces of our own, so that every machine draws the same, without network.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from briefbook.model import Brief, Claim, Verdict
from briefbook.model.settings import Settings
from briefbook.model.standing import is_withdrawn, not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.marks import INKS, VERDICT_MARKS
from briefbook.text.artifact import Artifact

SIZE = (1200, 630)
PAPER, INK, SECOND, RULE = "#fbfaf7", "#1c1d20", "#55585e", "#dcd8cf"
COLOURS = {verdict: light for verdict, (light, _) in INKS.items()}
MARGIN, LINES = 80, 4
_SERIF, _HAN = "NotoSerif-subset.ttf", "NotoSerifCJKsc-subset.otf"


SITE_CARD = "assets/social/site.png"


def card_path(brief: str) -> str:
    """Where a brief's picture is published."""
    return f"assets/social/briefings/{brief}.png"


def social_card(brief: Brief, context: Context) -> Artifact:
    """Site, title, verdicts and day. Letters that the typefaces lack are left out."""
    image, draw = _sheet(context.edition.settings.site_name)
    locale = context.locale
    size = 62 if len(brief.title) < 70 else 52
    lines = _wrapped(brief.title, size, SIZE[0] - 2 * MARGIN)
    for index, line in enumerate(lines):
        _write(draw, (MARGIN, 128 + index * size * 1.28), line, size, INK)
    draw.line((MARGIN, 470, SIZE[0] - MARGIN, 470), fill=RULE, width=2)
    numbers = Counter(claim.verdict for claim in not_withdrawn(brief.claims, brief))
    counted = [
        (verdict, f"{locale.number(numbers[verdict])} {locale.word('verdict', verdict)}")
        for verdict in Verdict
        if numbers[verdict]
    ]
    _verdicts(draw, counted)
    day = context.when(brief.updated or brief.published)
    _write(draw, (MARGIN, 584), day, 24, SECOND)
    return Artifact(card_path(context.brief), _png(image))


def claim_card(claim: Claim, title: str, context: Context) -> Artifact:
    """Site, verdict, who said what, and what holds."""
    image, draw = _sheet(context.edition.settings.site_name)
    gone = is_withdrawn(claim, context.edition.briefs[context.brief])
    words = context.locale.say("Withdrawn") if gone else context.verdict(claim)
    if claim.flaw and not gone:
        words = f"{words}: {context.locale.word('flaw', claim.flaw)}"
    _mark(draw, MARGIN + 16, 146, claim.verdict)
    _write(draw, (MARGIN + 44, 122), words, 40, COLOURS[claim.verdict])
    size = 46 if len(title) < 110 else 38
    lines = _wrapped(title, size, SIZE[0] - 2 * MARGIN)
    for index, line in enumerate(lines):
        _write(draw, (MARGIN, 196 + index * size * 1.25), line, size, INK)
    if claim.established and not gone:
        draw.line((MARGIN, 450, SIZE[0] - MARGIN, 450), fill=RULE, width=2)
        held = context.locale.say("What holds: %(what)s", what=claim.established)
        for index, line in enumerate(_wrapped(held, 30, SIZE[0] - 2 * MARGIN)[:3]):
            _write(draw, (MARGIN, 474 + index * 40), line, 30, SECOND)
    return Artifact(f"assets/social/briefings/{context.brief}/{claim.id}.png", _png(image))


def _verdicts(draw: ImageDraw.ImageDraw, counted: Sequence[tuple[Verdict, str]]) -> None:
    """How many claims have which verdict: in one line, smaller if need be, else in two."""

    def takes(words: str, size: int) -> float:
        return _width(words, size) + 40 + size * 0.9

    end = SIZE[0] - MARGIN
    whole = {size: sum(takes(words, size) for _, words in counted) for size in (32, 28, 24, 20)}
    size = next((size for size, width in whole.items() if MARGIN + width - size * 0.9 <= end), 24)
    x, y = float(MARGIN), 506.0
    for verdict, words in counted:
        if x + takes(words, size) - size * 0.9 > end:
            x, y = float(MARGIN), y + 42
        _mark(draw, x + 16, y + 16, verdict)
        x = _write(draw, (x + 40, y + 14 - size * 0.7), words, size, COLOURS[verdict]) + size * 0.9


def site_card(settings: Settings) -> Artifact:
    """The picture of every page that is no brief's: the site's name, and what it is."""
    image, draw = _sheet("")
    _write(draw, (MARGIN, 150), settings.site_name, 84, INK)
    for index, line in enumerate(_wrapped(settings.site_description, 40, SIZE[0] - 2 * MARGIN)):
        _write(draw, (MARGIN, 290 + index * 54), line, 40, SECOND)
    return Artifact(SITE_CARD, _png(image))


def _sheet(head: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = _empty_sheet(head).copy()
    return image, ImageDraw.Draw(image)


@lru_cache(maxsize=4)
def _empty_sheet(head: str) -> Image.Image:
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 14, SIZE[1]), fill=INK)
    _write(draw, (MARGIN, 60), head, 34, SECOND)
    return image


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=4, bits=4)
    return out.getvalue()


@cache
def _palette() -> Image.Image:
    """The sixteen colours of every picture: paper, and tones from it to each ink. Choosing them
    for each picture anew would take ten times as long as all the rest."""
    inks = [
        (INK, 4),
        (SECOND, 2),
        (RULE, 1),
        *((one, 2) for one in dict.fromkeys(COLOURS.values())),
    ]
    paper = ImageColor.getrgb(PAPER)
    colours = [paper, *(tone for ink, many in inks for tone in _tones(paper, ink, many))]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return palette


def _tones(paper: tuple[int, ...], ink: str, many: int) -> Iterator[tuple[int, ...]]:
    """From the ink itself to nearly the paper."""
    for step in range(many, 0, -1):
        mixed = zip(paper, ImageColor.getrgb(ink), strict=True)
        yield tuple(round(p + (i - p) * step / many) for p, i in mixed)


def _mark(draw: ImageDraw.ImageDraw, x: float, y: float, verdict: Verdict) -> None:
    """The verdict's shape, as in the text."""
    mark, colour, r = VERDICT_MARKS[verdict], COLOURS[verdict], 14
    box = (x - r, y - r, x + r, y + r)
    if mark.disc:
        draw.ellipse(box, fill=colour)
        return
    draw.ellipse(box, outline=colour, width=4)
    if mark.half:
        draw.pieslice(box, 90, 270, fill=colour)
    if mark.pie:
        draw.pieslice(box, -90, 180, fill=colour)
    for run in mark.lines:
        scaled = [(x + dx * 2.2, y + dy * 2.2) for dx, dy in run]
        draw.line(scaled, fill=colour, width=4)


def _wrapped(text: str, size: int, width: float) -> list[str]:
    """Lines that fit, broken between words, or anywhere in a script without blanks."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and _width(f"{line}{piece}".rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while _width(line, size) > width:
            cut = len(line) - 1
            while cut > 1 and _width(line[:cut], size) > width:
                cut -= 1
            lines.append(line[:cut])
            line = line[cut:]
        if len(lines) > LINES:
            break
    if line.strip():
        lines.append(line.rstrip())
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1].rstrip(" ,;:.") + "…"]
    return lines


def _pieces(text: str) -> Iterator[str]:
    """Words with the blank after them; each Chinese character for itself."""
    word = ""
    for letter in text:
        if _is_han(letter):
            if word:
                yield word
            yield letter
            word = ""
        else:
            word += letter
            if letter == " ":
                yield word
                word = ""
    if word:
        yield word


def _write(
    draw: ImageDraw.ImageDraw, corner: tuple[float, float], text: str, size: int, colour: str
) -> float:
    """Draw a line of text; returns where it ends."""
    x, y = corner
    for name, run in _runs(text):
        font = _font(name, size)
        draw.text((x, y), run, fill=colour, font=font)
        x += font.getlength(run)
    return x


@lru_cache(maxsize=4096)
def _width(text: str, size: int) -> float:
    return sum(_font(name, size).getlength(run) for name, run in _runs(text))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """The text in runs of one typeface; letters that neither has are dropped."""
    run, current = "", ""
    for letter in text:
        name = _HAN if _is_han(letter) else _SERIF
        if not _has(name, letter):
            continue
        if name != current and run:
            yield current, run
            run = ""
        current, run = name, run + letter
    if run:
        yield current, run


def _is_han(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


@cache
def _has(name: str, letter: str) -> bool:
    """Whether a typeface has a letter: one that it lacks looks like the one that nobody has."""
    font = _font(name, 32)
    missing = font.getmask("\uffff")
    drawn = font.getmask(letter)
    return letter.isspace() or drawn.size != missing.size or bytes(drawn) != bytes(missing)


@cache
def _font(name: str, size: int) -> FreeTypeFont:
    with as_file(files("briefbook.pages").joinpath("fonts", name)) as path:
        data = path.read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
