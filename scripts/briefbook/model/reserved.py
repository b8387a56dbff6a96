"""Words that no record may take as its id, because pages use them in their addresses."""

SECTIONS = (
    "bottom-line",
    "key-judgments",
    "judgments",
    "claims",
    "since-then",
    "barriers",
    "questions",
    "hypotheses",
    "linchpins",
    "assumptions",
    "forecasts",
    "timeline",
    "actors",
    "relations",
    "sources",
    "corrections",
    "sign-offs",
    "scope",
    "background",
    "history",
    "cite",
    "about",
)
"""Anchors of the sections of a brief's page."""

RESERVED = frozenset({*SECTIONS, "brief", "page", "article", "index"})
