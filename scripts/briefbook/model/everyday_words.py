"""Words that people type for those of the format: newsrooms' verdicts, sizes, states, types."""

from collections.abc import Iterable, Mapping

_MEANT: Mapping[str, str] = {
    # verdicts
    **dict.fromkeys(
        ("false", "wrong", "untrue", "fake", "debunked", "disproved", "disproven", "incorrect",
         "pants on fire", "no", "not true", "hoax"), "refuted"),
    **dict.fromkeys(
        ("true", "confirmed", "correct", "proven", "proved", "verified", "established", "accurate",
         "yes", "right"), "supported"),
    **dict.fromkeys(
        ("mixed", "half true", "mixture", "debated", "disputed", "controversial", "unclear",
         "partly true", "partly false", "mostly true", "mostly false", "misleading"), "contested"),
    **dict.fromkeys(
        ("unproven", "unknown", "unconfirmed", "not verified", "unsupported", "no evidence",
         "unsubstantiated"), "unverified"),
    **dict.fromkeys(("pending", "tbd", "to be decided", "not yet", "undecided"), "open"),
    **dict.fromkeys(("opinion", "uncheckable", "not verifiable"), "not-checkable"),
    # confidence, severity
    **dict.fromkeys(("medium", "middle", "average", "fair", "mid"), "moderate"),
    **dict.fromkeys(("strong", "very high", "certain", "severe", "major"), "high"),
    **dict.fromkeys(("weak", "very low", "minor", "small"), "low"),
    # stances
    **dict.fromkeys(
        ("against", "contradicts", "refutes", "denies", "opposes", "con", "contra", "disagrees",
         "rejects", "disproves", "counters"), "disputes"),
    **dict.fromkeys(
        ("for", "pro", "confirms", "agrees", "backs", "in favour", "in favor", "proves",
         "corroborates"), "supports"),
    **dict.fromkeys(("neutral", "background", "related", "mentions"), "context"),
    **dict.fromkeys(("nothing", "no mention", "says nothing", "absent"), "silent"),
    # states of a brief
    **dict.fromkeys(("final", "live", "public", "done", "finished", "released"), "published"),
    **dict.fromkeys(("wip", "work in progress", "unfinished", "new", "in progress"), "draft"),
    **dict.fromkeys(("review", "under review", "editing", "for review"), "in-review"),
    **dict.fromkeys(("replaced", "outdated", "old"), "superseded"),
    **dict.fromkeys(("retracted", "removed", "deleted", "pulled"), "withdrawn"),
    # kinds of claim
    **dict.fromkeys(("factual", "statement", "figure"), "fact"),
    **dict.fromkeys(("prediction", "promise", "prognosis"), "forecast"),
    **dict.fromkeys(("analysis", "judgment", "judgement", "interpretation"), "assessment"),
    **dict.fromkeys(("view", "comment", "belief"), "opinion"),
    # types of source
    **dict.fromkeys(("website", "web", "site", "page", "web page", "online"), "webpage"),
    **dict.fromkeys(("news", "newspaper", "article", "press"), "article-newspaper"),
    **dict.fromkeys(("paper", "journal", "study", "article journal"), "article-journal"),
    **dict.fromkeys(("magazine",), "article-magazine"),
    **dict.fromkeys(("law", "act", "statute"), "legislation"),
    **dict.fromkeys(("tweet", "social media", "social", "x post"), "post"),
    **dict.fromkeys(("data", "statistics", "database"), "dataset"),
    # kinds of actor
    **dict.fromkeys(
        ("organisation", "company", "firm", "agency", "party", "ministry", "bank", "newspaper",
         "institution", "ngo"), "organization"),
    **dict.fromkeys(("human", "politician", "man", "woman", "individual"), "person"),
    **dict.fromkeys(("country", "government", "nation"), "state"),
    **dict.fromkeys(("city", "region", "location", "town"), "place"),
    # states of a question
    **dict.fromkeys(("partial", "partially answered", "partly"), "partly-answered"),
    **dict.fromkeys(("closed", "resolved", "solved"), "answered"),
    # how much of a source was read
    **dict.fromkeys(("full", "all", "complete", "fully", "entire"), "whole"),
    **dict.fromkeys(("abstract", "headline", "beginning", "partial text"), "opening"),
    **dict.fromkeys(("unread", "not read"), "not-seen"),
}  # fmt: skip


def meant(typed: str, words: Iterable[str]) -> str | None:
    """The word of a field that somebody means by a word of every day; None if there is none.

    A word may mean one thing in one field and another elsewhere: only what the field knows counts.
    """
    known = {*words}
    plain = " ".join(typed.casefold().replace("-", " ").replace("_", " ").split())
    found = _MEANT.get(plain)
    if found in known:
        return found
    # “partly” is a state of a question, “opinion” a verdict and a kind: the field decides.
    return next((word for word in _ALSO.get(plain, ()) if word in known), None)


_ALSO: Mapping[str, tuple[str, ...]] = {
    "partly": ("partly-supported",),
    "opinion": ("opinion",),
    "unknown": ("unverified",),
    "no": ("disputes", "refuted"),
    "yes": ("supports", "supported"),
    "disputed": ("disputes", "contested"),
    "newspaper": ("article-newspaper",),
    "outdated": ("outdated",),
    "partial": ("opening",),
    "article": ("webpage",),
    "closed": ("moot",),
    "open": ("open",),
}
