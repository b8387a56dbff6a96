"""Slips of the hand that break a file: what was typed, how it would be right, what to say.

Each is a shape of a line. `sign` is what is wrong; `mended` is the line as it would be right, by
which `blame` finds out whether the slip is the cause: mended, the file can be read further.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefbook.syntax.invisible import named

_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_HEAD = r"(?P<head>\s*(?:- +)*(?:[\w-]+: +)?)"
_ODD_BLANK = re.compile(f"[{_BLANKS}]")


@dataclass(frozen=True, slots=True)
class Slip:
    """A shape of a line with a group `sign`; `reach` is how far above a complaint it may stand.

    `mended` gives the line as it would be right, `words` what to say: the message and the remedy.
    """

    shape: re.Pattern[str]
    mended: Callable[[re.Match[str]], str]
    words: Callable[[re.Match[str]], tuple[str, str]]
    reach: int = 2


def _slip(shape: str, mended: str, message: str, remedy: str, reach: int = 2) -> Slip:
    return Slip(
        re.compile(shape),
        lambda found: found.expand(mended),
        lambda found: (_said(message, found), _said(remedy, found)),
        reach,
    )


def _said(text: str, found: re.Match[str]) -> str:
    for name, value in found.groupdict().items():
        text = text.replace(f"<{name}>", value or "")
    return text


def _odd_blank(found: re.Match[str]) -> tuple[str, str]:
    return (
        f"Here stands {named(found['sign'][0])}; it looks like a blank and is none.",
        "Type an ordinary blank in its place. Such signs come from word processors and web pages.",
    )


def _not_closed(found: re.Match[str]) -> tuple[str, str]:
    opened, closed = found["sign"], {"[": "]", "{": "}"}[found["sign"]]
    if closed not in found["rest"]:
        return f"This “{opened}” is not closed.", f"Add “{closed}” where the list ends."
    link = re.match(r"[^\]]*\]\((https?://[^)\s]+)\)", found["rest"])
    if link and opened == "[":
        return (
            "A link in Markdown cannot stand here.",
            f"Write the address alone: {link[1]}",
        )
    behind = found["rest"].rpartition(closed)[2].strip()
    if not behind or behind[0] in ",]}#":
        return (
            f"What stands between “{opened}” and “{closed}” cannot be read.",
            "Look for a comma or a bracket too many, and for quotation marks within an item: an "
            "item that holds one of them needs quotation marks around it.",
        )
    return (
        f"A text that begins with “{opened}” is taken for a list.",
        "Put the whole text in quotation marks.",
    )


def _begins(found: re.Match[str]) -> tuple[str, str]:
    if re.match(r"[>|][-+]?\s", found["sign"] + found["rest"]):
        mark = (found["sign"] + found["rest"]).split()[0]
        return (
            f"Behind “{mark}” the text begins on the next line.",
            f"Put the text below, indented; or take “{mark}” away and put the text in quotation "
            "marks.",
        )
    return (
        f"A text cannot begin with “{found['sign']}”.",
        "Put the whole text in quotation marks.",
    )


SLIPS = (
    _slip(
        r"(?P<head>\s*)(?P<sign>```.*)", r"\g<head>#",
        "These three backticks belong to the page or chat from which this was copied.",
        "Delete each line that begins with ```.",
    ),
    Slip(
        re.compile(rf"(?P<head> *(?:-[ {_BLANKS}]*)?(?:[\w-]+:)?)(?P<sign>[{_BLANKS}]+)"),
        lambda found: _ODD_BLANK.sub(" ", found[0].replace("\u3000", "  ")),
        _odd_blank,
    ),
    _slip(
        r"(?P<head>\s*(?:- +)?[\w-]+)(?P<sign>[：﹕꞉∶])\s*", r"\g<head>: ",
        "“<sign>” is not the ordinary colon, and is taken for a letter.",
        "Type an ordinary colon and a blank: “: ”.", reach=40,
    ),
    _slip(
        r"(?P<head>\s*)(?P<sign>[–—−‒―‐‑])\s*(?=\S)", r"\g<head>- ",
        "“<sign>” is a dash. An item of a list begins with a hyphen.",
        "Type a hyphen and a blank: “- ”.",
    ),
    _slip(
        r"(?P<head>\s*)(?P<sign>[•·●▪‣◦∙*+])\s*(?=\S)", r"\g<head>- ",
        "“<sign>” is no mark of a list here. An item of a list begins with a hyphen.",
        "Type a hyphen and a blank: “- ”.",
    ),
    _slip(
        r"(?P<head>\s*-)(?P<sign>\t+)", r"\g<head> ",
        "A tab stands behind the hyphen.", "Type a blank in its place: “- ”.",
    ),
    _slip(
        r"(?P<head>\s*)(?P<sign>-)(?=\w+:)", r"\g<head>- ",
        "A blank is missing behind the hyphen.", "Write “- ” before what follows.",
    ),
    _slip(
        r"(?P<head>\s*)(?P<sign>//|/\*|\*/|<!--)", r"\g<head># ",
        "“<sign>” begins no note here.", "Notes to editors begin with “#”.",
    ),
    _slip(
        r"(?P<head>\s*(?:- +)?)(?P<key>[A-Za-z_]+)\s*(?P<sign>=)\s*", r"\g<head>\g<key>: ",
        "“<sign>” stands where a colon should.", "Write “<key>: ” and then the value.",
    ),
    _slip(
        r"(?P<head>\s*(?:- +)?)(?P<key>[A-Za-z_]+)(?P<sign>:)(?=[^\s:/])", r"\g<head>\g<key>: ",
        "A blank is missing behind this colon.", "Write “<key>: ” and then the value.",
    ),
    _slip(
        r"""(?P<head>\s*(?:- +)?["']?[\w-]+["']?: +.*?)(?P<sign>,)\s*$""", r"\g<head>",
        "No comma stands at the end of a line here.", "Delete the comma.",
    ),
    _slip(
        rf"""{_HEAD}(?P<text>"[^"]*")(?P<sign>(?:[^\s,:\]}}]| +[^\s#]).*)$""", r"\g<head>x",
        "The text ends at the second quotation mark, and this stands behind it.",
        "Put the whole text in single quotation marks: '…'.",
    ),
    _slip(
        rf"""{_HEAD}(?P<text>'[^']*')(?P<sign>(?:[^\s,:\]}}]| +[^\s#]).*)$""", r"\g<head>x",
        "The apostrophe before this ends the text, because it began with one.",
        "Put the whole text in double quotation marks, or write the apostrophe twice.",
    ),
    _slip(
        rf"{_HEAD}(?P<sign>\")(?P<rest>[^\"]*)$", r"\g<head>x",
        "The quotation mark here opens a text that never ends.",
        "Add one where the text ends, or take this one away.", reach=400,
    ),
    _slip(
        rf"{_HEAD}(?P<sign>')(?P<rest>[^']*)$", r"\g<head>x",
        "The quotation mark here opens a text that never ends.",
        "Add one where the text ends, or take this one away.", reach=400,
    ),
    _slip(
        r"(?P<head>.*[\[,]\s*)(?P<sign>#)(?=[\w-])", r"\g<head>",
        "“<sign>” begins a note to editors, which hides the rest of the line.",
        "An id stands alone, without “#”. A text that holds one needs quotation marks.",
    ),
    _slip(
        r"(?P<head>[^\"']*\{[^\"'}]*?[\w-]+: [^,\"'}]*?)(?P<sign>: )(?P<rest>[^\"'}]*\}.*)$",
        r"\g<head>; \g<rest>",
        "Within braces this is a second “: ” in one text.",
        "Put the text that holds it in quotation marks.",
    ),
    Slip(
        re.compile(rf"{_HEAD}(?P<sign>[\[{{])(?P<rest>.*)$"),
        lambda found: f"{found['head']}x",
        _not_closed,
        reach=40,
    ),
    Slip(
        re.compile(r"(?P<head>\s*(?:- +)*(?:[\w-]+: +))(?P<sign>(?![>|][-+\d]*\s*$)[@%`|>?!&*])"
                   r"(?P<rest>.*)$"),
        lambda found: f"{found['head']}x",
        _begins,
    ),
)  # fmt: skip
"""In the order in which they are tried."""

COLON_IN_A_TEXT = _slip(
    r"(?P<head>\s+(?:[A-Z][\w-]*|[^\s#\"'\[{-][^#:]* [^#:]*?))(?P<sign>: )(?P<rest>.*)$",
    r"\g<head>; \g<rest>",
    "There is a “: ” in this line, where a text should simply go on.",
    "Put the whole text in quotation marks, or write “>-” after the key and the text below, "
    "indented.",
)
"""Tried last: nearly every line has this shape."""
