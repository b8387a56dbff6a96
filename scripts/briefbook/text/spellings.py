"""One word in two spellings, brought to one: British and American, with a hyphen or without."""

import re

_SPELLINGS = tuple((re.compile(pattern), one) for pattern, one in (
    (r"(?<![@./])\b([Ee])-(?=mail)", r"\1"),
    (r"\b([Cc]o)-(?=oper|ordin)", r"\1"),
    (r"(?<=\w)[-‐‑](?=[^\W\d_])", " "),  # GPU-hours
    (r"(?<=\d)\s?[Pp]er ?cent\b", " %"),
    (r"\b([Pp]er) (?=cent\b)", r"\1"),
    (r"(?<=\d)\s?([ap])\.\s?m\b\.?(?=\s+[A-Z]|$)", r" \1m."),
    (r"(?<=\d)\s?([ap])\.\s?m\b\.?", r" \1m"),
    (r"(?<=[Jj]udg)e(?=ment)", ""),
    (r"(?<=[a-z]{4})is(?=(?:e[ds]?|ing|ations?)\b(?!\.\w))", "iz"),
    (r"(?<=[Aa]nal)ys(?=e[ds]?\b|ing\b)", "yz"),
    (r"\b([Cc]ent|[Tt]heat|[Mm]et|[Ff]ib|[Ll]it)re(?=s?\b)", r"\1er"),
    (r"\b([Cc]olo|[Hh]arbo|[Ff]avo|[Hh]ono|[Ll]abo|[Rr]umo|[Nn]eighbo|[Bb]ehavio)u(?=r)", r"\1"),
    (r"\b([Dd]efen|[Oo]ffen|[Ll]icen|[Pp]reten)ce(?=s?\b)", r"\1se"),
    (r"\b([Mm]odel|[Tt]ravel|[Ll]abel|[Cc]ancel|[Ss]ignal|[Ff]uel)l(?=ed\b|ing\b|ers?\b)", r"\1"),
    (r"\b([Gg]r)ey(?=s?\b)", r"\1ay"),
    (r"\b([Ss])c(?=eptic)", r"\1k"),
    (r"\b([Tt]oward)s\b", r"\1"),
    (r"\b([Aa]g)e(?=ing\b)", r"\1"),
    (r"\b(the|a|an|of|to|in|is|and) \1\b", r"\1"),  # typed twice
))  # fmt: skip


def in_one_spelling(text: str) -> str:
    """A text in which words that are spelled in two ways are spelled in one: e-mail and email,
    per cent and %, centre and center, organise and organize."""
    for spelling, one in _SPELLINGS:
        text = spelling.sub(one, text)
    return text
