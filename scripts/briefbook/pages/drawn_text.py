"""Text in preview pictures: typefaces of our own, lines that fit, letters that they have."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

_SERIF, _HAN = "NotoSerif-subset.ttf", "NotoSerifCJKsc-subset.otf"


def wrapped(text: str, size: int, width: float, most: int = 4) -> list[str]:
    """At most so many lines that fit, broken between words, or anywhere in text without blanks."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and width_of(f"{line}{piece}".rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while width_of(line, size) > width:
            cut = len(line) - 1
            while cut > 1 and width_of(line[:cut], size) > width:
                cut -= 1
            lines.append(line[:cut])
            line = line[cut:]
        if len(lines) > most:
            break
    if line.strip():
        lines.append(line.rstrip())
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;:.") + "…"]
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


def write(
    draw: ImageDraw.ImageDraw, corner: tuple[float, float], text: str, size: int, colour: str
) -> float:
    """Draw a line of text; returns where it ends."""
    x, y = corner
    for name, run in _runs(text):
        font = _font(name, size)
        draw.text((x, y), run, fill=colour, font=font)
        x += width_of(run, size)
    return x


def width_of(text: str, size: int) -> float:
    """Pixels that a line takes: the letters of these typefaces stand side by side, unkerned."""
    return sum([_advance(letter, size) for letter in text])


@cache
def _advance(letter: str, size: int) -> float:
    """Pixels that a letter takes; none, if no typeface has it."""
    name = _HAN if _is_han(letter) else _SERIF
    return _font(name, size).getlength(letter) if _has(name, letter) else 0


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
