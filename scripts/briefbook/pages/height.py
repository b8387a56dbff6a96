"""How much room a card will take on a phone, told before a browser has laid it out.

A long brief is laid out piece by piece on phones (`content-visibility`), and what is not laid out
yet needs a height, or the page would jump and its parts would lie over each other. The figures
were fitted to the cards of the real briefs, and lie a little above what they take;
`tests/browser/test_later.py` holds them to it.
"""

import html
import math
import re
import unicodedata

from briefbook.text.html import Html, attributes

TAKES = {"card": (24.0, 27.0, 0.58), "list": (8.0, 20.0, 0.57), "row": (0.0, 18.0, 0.46)}
"""Pixels at a width of 390, for a card, an item of a list, a row of a table that stands as a block:
what it takes itself, what each paragraph takes beyond its text (margins, a last line half empty),
and a letter. A list is set closer than a card, a row closer and smaller."""
TABLE_ROW = -13.0
"""What each row of a table in it takes beyond its cells: its rules, less the line that a figure and
its unit share. Its head is not seen on a phone."""
STEP = 20
"""Heights are rounded up to so many pixels: the same few numbers compress well."""

_UNSEEN = re.compile(
    r"<details(?![^>]* open)[^>]*>\s*(<summary.*?</summary>).*?</details>"
    r"|<thead.*?</thead>|<svg.*?</svg>|<sup>.*?</sup>|<cite class=\"bb-paper\".*?</cite>",
    re.DOTALL,
)
_BLOCK = re.compile(
    r"</?(?:p|li|h4|summary|tr|td|dt|dd|div|section|ul|br|blockquote|table)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")


def phone_height(inside: str, kind: str = "card") -> Html:
    """An attribute for the style sheet: pixels at a width of 390, what is folded away takes none.

    `inside` is HTML of ours, the content of what `kind` (a key of `TAKES`) says.
    """
    itself, block, letter = TAKES[kind]
    seen = _UNSEEN.sub(lambda found: found[1] or "", inside)
    texts = [html.unescape(_TAG.sub("", part)).strip() for part in _BLOCK.split(seen)]
    texts = [text for text in texts if text]
    height = itself + block * len(texts) + letter * sum(map(_letters, texts))
    height += TABLE_ROW * seen.count("<tr")
    return attributes(style=f"--bb-height:{math.ceil(height / STEP) * STEP}")


def _letters(text: str) -> int:
    """Letters as wide as a Latin one: a Chinese one counts twice."""
    return len(text) + sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
