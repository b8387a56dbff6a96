"""Makes the typefaces of preview pictures anew: subsets of Noto Serif, as Debian ships it.

Needs fonttools and the packages fonts-noto-core and fonts-noto-cjk; `make fonts` sees to the first.
The same fonts give the same bytes.
"""

from collections.abc import Iterator
from pathlib import Path

NOTO = Path("/usr/share/fonts")
FOLDER = Path(__file__).parents[1] / "scripts/briefbook/pages/fonts"
WESTERN = (
    "U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02BC,U+0300-0304,"  # Latin
    "U+0370-03E1,U+03F0-045F,U+0490-0493,U+04A0-04A3,U+04AE-04B3,U+04BA-04BB,"  # Greek, Cyrillic
    "U+04D8-04D9,U+04E8-04E9,U+1E00-1EFF,"
    "U+2010-2027,U+2030-203A,U+2044,U+20AC,U+20BD,U+2116,U+2122"
)
MARKS = "，。、；：？！“”‘’（）《》〈〉—…·「」『』【】％０１２３４５６７８９"
SIMPLIFIED = 2
"""Where the simplified Chinese typeface stands in its collection."""


def level_one() -> Iterator[str]:
    """The 3,755 most frequent characters: GB 2312, level 1."""
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            if character := bytes((row, cell)).decode("gb2312", "ignore"):  # the last row is short
                yield character


def main() -> None:
    """Write both files."""
    from fontTools import subset

    western = NOTO / "truetype/noto/NotoSerif-Regular.ttf"
    chinese = NOTO / "opentype/noto/NotoSerifCJK-Regular.ttc"
    subset.main([
        str(western), f"--unicodes={WESTERN}", "--no-hinting",
        "--layout-features=kern,mark,mkmk,ccmp",
        f"--output-file={FOLDER / 'NotoSerif-subset.ttf'}",
    ])  # fmt: skip
    subset.main([
        str(chinese), f"--font-number={SIMPLIFIED}", f"--text={''.join(level_one())}{MARKS}",
        "--no-hinting", "--desubroutinize", "--layout-features=liga",
        f"--output-file={FOLDER / 'NotoSerifCJKsc-subset.otf'}",
    ])  # fmt: skip


if __name__ == "__main__":
    main()
