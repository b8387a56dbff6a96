"""Escaping for Markdown: headings and front matter of generated pages, and reports for GitHub."""

import html
import json
import re

_PLAIN = re.compile(r"[^A-Za-z0-9 ]")
_BREAKS = re.compile(r"\s+")
_FRONT_MATTER_KEYS = (
    *("title", "description", "tags", "hide"),
    # Ours: what the theme's head and foot print.
    *("image", "kind", "moved_to", "robots", "paper", "oembed", "feed", "report"),
)


def heading_text(value: str, *, ends: bool = False) -> str:
    """Write any text as a heading's content, on one line, so that no Markdown acts in it.

    All but ASCII letters, digits, spaces and letters or digits of other scripts becomes `&#N;`.
    Blanks at its ends are left only where they are asked for.
    """
    flat = _BREAKS.sub(" ", value)
    flat = flat if ends else flat.strip()
    return _PLAIN.sub(lambda m: m[0] if m[0].isalnum() else f"&#{ord(m[0])};", flat)


def front_matter(**values: str | list[str]) -> str:
    """A page's front matter: allowed keys only, every text HTML-escaped inside a JSON string.

    Escaped because Material prints these raw, and JSON with its non-ASCII characters kept
    because MkDocs drops the whole front matter at a surrogate pair.

    Raises KeyError for a key that is not allowed.
    """
    lines = ["---"]
    for key, value in values.items():
        if key not in _FRONT_MATTER_KEYS:
            raise KeyError(key)
        escaped = html.escape(value) if isinstance(value, str) else [html.escape(v) for v in value]
        lines.append(f"{key}: {json.dumps(escaped, ensure_ascii=False)}")
    return "\n".join([*lines, "---", ""])


def code_span(value: str) -> str:
    """Any text as inline code on one line: fenced longer than any run of backticks inside it.

    For bullets, headings and paragraphs; in a table a vertical bar would end its cell.
    """
    flat = _BREAKS.sub(" ", value).strip() or " "
    longest = max((len(run) for run in re.findall("`+", flat)), default=0)
    fence = "`" * (longest + 1)
    room = " " if flat[0] in "` " or flat[-1] in "` " else ""
    return f"{fence}{room}{flat}{room}{fence}"


def code_cell(value: str) -> str:
    """The same for a cell of a table, whose bars are escaped.

    GitHub takes the escape away in a table only: elsewhere readers would see the backslash.
    """
    return code_span(value).replace("|", "\\|")
