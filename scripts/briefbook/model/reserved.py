"""Words that no record may take as its id, because pages use them in their addresses."""

from briefbook.model.record_types import of_briefs

SECTIONS = (
    *(kind.listed for kind in of_briefs()),
    "bottom-line",
    "key-judgments",
    "since-then",
    "linchpins",
    "forecasts",
    "timeline",
    "actors",
    "sources",
    "sign-offs",
    "scope",
    "background",
    "history",
    "cite",
    "about",
)
"""Anchors of the sections of a brief's page, and the names of its lists."""

RESERVED = frozenset({*SECTIONS, "brief", "page", "article", "index", "feed", "embed"})
