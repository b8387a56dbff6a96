"""Signs that a quotation may spell in another way than the text that it quotes."""

import re
import unicodedata

FOLD = "\ufdd0"
"""In a folded text: a hyphen at a line's end, which may be joined in three ways."""
MARK, MARK_END = "\ufdd1", "\ufdd2"
"""In a folded text: round a note mark, which a quotation may leave out."""
NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
HAN = f"[{_UNSPACED}]"
"""A sign of a script that is written without spaces between words."""
WIDE_MARKS = "[\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65—…·]"
SOFT_HYPHEN = "\u00ad"
UNSEEN = (
    "[\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff]"
)
"""Zero-width signs, direction marks and those that choose a sign's shape."""

DOUBLE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\u301d-\u301f\uff02'
SINGLE = "'\u2018\u2019\u201a\u201b\u2039\u203a\uff07\u02bc\u02bb\u00b4`"
APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u02bb\u02b9\u2032\u00b4`\u055a\uff07"
HYPHENS = "\\-\u2010\u2011\ufe63\uff0d"
DASHES = "\u2012-\u2015\ufe58\u2e3a\u2e3b"
MINUS = "\u2212"
SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"

_LOOK_ALIKE = str.maketrans(
    "авекмнорстухіјѕһԛԝαβεικνορτυχ",
    "abekmhopctyxijshqwabeikvoptyx",
)


class _Bases(dict[int, str]):
    """For each letter its base in lower case; letters of other scripts that look like a Latin one
    become that: so that what was mistyped is found where it stands."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        small = char.lower()
        base = unicodedata.normalize("NFD", small)[:1]
        found = base.translate(_LOOK_ALIKE) if base.isalnum() else small[:1]
        self[code] = found
        return found


BASES = _Bases()
