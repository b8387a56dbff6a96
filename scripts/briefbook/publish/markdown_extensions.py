"""Extensions of Markdown of which it is known what they do to pages, and what they read."""

from collections.abc import Mapping
from typing import Any

KNOWN_EXTENSIONS = frozenset({
    "toc", "tables", "fenced_code", "attr_list", "admonition", "def_list", "footnotes",
    "md_in_html", "pymdownx.details", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.mark",
    "pymdownx.caret", "pymdownx.tilde", "pymdownx.keys", "pymdownx.critic", "pymdownx.emoji",
})  # fmt: skip
"""They change nothing in headings and HTML blocks of ours, and read nothing but a page."""


def unknown_extensions(config: Mapping[str, Any]) -> set[str]:
    """The others that a mkdocs.yml names: they may read whatever they like."""
    typed = config.get("markdown_extensions") or ()
    names = (one for item in typed for one in (item if isinstance(item, Mapping) else (item,)))
    return {str(name) for name in names} - KNOWN_EXTENSIONS
