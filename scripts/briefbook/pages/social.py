"""The preview picture of a brief: what a link to it looks like in a message or a timeline.

Drawn at build with typefaces of our own, so that every machine draws the same, without network.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from briefbook.model import Brief, Claim, Verdict
from briefbook.model.settings import Settings
from briefbook.model.standing import is_withdrawn, not_withdrawn
from briefbook.pages.context import Context
from briefbook.pages.drawn_text import width_of, wrapped, write
from briefbook.pages.marks import INKS, VERDICT_MARKS
from briefbook.text.artifact import Artifact

SIZE = (1200, 630)
PAPER, INK, SECOND, RULE = "#fbfaf7", "#1c1d20", "#55585e", "#dcd8cf"
COLOURS = {verdict: light for verdict, (light, _) in INKS.items()}
MARGIN = 80


SITE_CARD = "assets/social/site.png"


def card_path(brief: str) -> str:
    """Where a brief's picture is published."""
    return f"assets/social/briefings/{brief}.png"


def social_card(brief: Brief, context: Context) -> Artifact:
    """Site, title, verdicts and day. Letters that the typefaces lack are left out."""
    image, draw = _sheet(context.edition.settings.site_name)
    locale = context.locale
    size = 62 if len(brief.title) < 70 else 52
    lines = wrapped(brief.title, size, SIZE[0] - 2 * MARGIN)
    for index, line in enumerate(lines):
        write(draw, (MARGIN, 128 + index * size * 1.28), line, size, INK)
    draw.line((MARGIN, 470, SIZE[0] - MARGIN, 470), fill=RULE, width=2)
    numbers = Counter(claim.verdict for claim in not_withdrawn(brief.claims, brief))
    counted = [
        (verdict, f"{locale.number(numbers[verdict])} {locale.word('verdict', verdict)}")
        for verdict in Verdict
        if numbers[verdict]
    ]
    _verdicts(draw, counted)
    day = context.when(brief.updated or brief.published)
    write(draw, (MARGIN, 584), day, 24, SECOND)
    return Artifact(card_path(context.brief), _png(image))


def claim_card(claim: Claim, context: Context) -> Artifact:
    """Site, verdict, who said what, and what holds."""
    image, draw = _sheet(context.edition.settings.site_name)
    gone = is_withdrawn(claim, context.edition.briefs[context.brief])
    words = context.locale.say("Withdrawn") if gone else context.verdict(claim)
    if claim.flaw and not gone:
        words = f"{words}: {context.locale.word('flaw', claim.flaw)}"
    if gone:
        write(draw, (MARGIN, 122), words, 40, SECOND)
    else:
        _mark(draw, MARGIN + 16, 146, claim.verdict)
        write(draw, (MARGIN + 44, 122), words, 40, COLOURS[claim.verdict])
    title = " ".join(context.with_speaker(claim)).strip()
    size = 46 if len(title) < 110 else 38
    lines = wrapped(title, size, SIZE[0] - 2 * MARGIN)
    for index, line in enumerate(lines):
        write(draw, (MARGIN, 196 + index * size * 1.25), line, size, INK)
    if claim.established and not gone:
        draw.line((MARGIN, 450, SIZE[0] - MARGIN, 450), fill=RULE, width=2)
        held = context.locale.say("What holds: %(what)s", what=claim.established)
        for index, line in enumerate(wrapped(held, 30, SIZE[0] - 2 * MARGIN, 3)):
            write(draw, (MARGIN, 474 + index * 40), line, 30, SECOND)
    return Artifact(f"assets/social/briefings/{context.brief}/{claim.id}.png", _png(image))


def _verdicts(draw: ImageDraw.ImageDraw, counted: Sequence[tuple[Verdict, str]]) -> None:
    """How many claims have which verdict: in one line, smaller if need be, else in two."""

    def takes(words: str, size: int) -> float:
        return width_of(words, size) + 40 + size * 0.9

    end = SIZE[0] - MARGIN
    whole = {size: sum(takes(words, size) for _, words in counted) for size in (32, 28, 24, 20)}
    size = next((size for size, width in whole.items() if MARGIN + width - size * 0.9 <= end), 24)
    x, y = float(MARGIN), 506.0
    for verdict, words in counted:
        if x + takes(words, size) - size * 0.9 > end:
            x, y = float(MARGIN), y + 42
        _mark(draw, x + 16, y + 16, verdict)
        x = write(draw, (x + 40, y + 14 - size * 0.7), words, size, COLOURS[verdict]) + size * 0.9


def site_card(settings: Settings) -> Artifact:
    """The picture of every page that is no brief's: the site's name, and what it is."""
    image, draw = _sheet("")
    write(draw, (MARGIN, 150), settings.site_name, 84, INK)
    for index, line in enumerate(wrapped(settings.site_description, 40, SIZE[0] - 2 * MARGIN)):
        write(draw, (MARGIN, 290 + index * 54), line, 40, SECOND)
    return Artifact(SITE_CARD, _png(image))


def _sheet(head: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = _empty_sheet(head).copy()
    return image, ImageDraw.Draw(image)


@lru_cache(maxsize=4)
def _empty_sheet(head: str) -> Image.Image:
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 14, SIZE[1]), fill=INK)
    write(draw, (MARGIN, 60), head, 34, SECOND)
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
