"""Words that people type for those of the format: newsrooms' verdicts, sizes, states, types."""

from collections.abc import Iterable, Mapping

_MEANT: Mapping[str, str] = {
    typed: word
    for word, many in {
        # verdicts
        "refuted": (
            "false, wrong, untrue, fake, debunked, disproved, disproven, incorrect, "
            "pants on fire, no, not true, hoax, broken"
        ),
        "supported": (
            "true, likely true, confirmed, correct, proven, proved, verified, "
            "established, accurate, yes, right, kept"
        ),
        "contested": ("mixed, mixture, debated, disputed, controversial, unclear, inconclusive"),
        "partly-supported": (
            "half true, partly true, partly false, mostly true, mostly false, partially true, "
            "partially supported, partly kept, in part"
        ),
        "unverified": (
            "unproven, unknown, unconfirmed, not verified, unsupported, no "
            "evidence, unsubstantiated"
        ),
        "open": (
            "pending, tbd, to be decided, not yet, undecided, unanswered, unresolved, unsolved, "
            "not answered, under way"
        ),
        "not-checkable": "opinion, uncheckable, not verifiable, unverifiable, cannot be checked",
        # confidence, severity
        "moderate": "medium, middle, average, fair, mid, med, medium high",
        "high": "strong, very high, certain, severe, major, critical, serious",
        "low": "weak, very low, minor, small",
        # stances
        "disputes": (
            "against, refute, contradicts, refutes, denies, opposes, con, contra, "
            "disagrees, rejects, disproves, counters"
        ),
        "supports": (
            "for, pro, confirms, agrees, agree, confirm, backs, in favour, in "
            "favor, proves, corroborates"
        ),
        "context": "neutral, background, related, mentions",
        "absent": "missing, not there, not found",
        "silent": "nothing, no mention, says nothing",
        # states of a brief
        "published": "final, live, public, done, finished, released",
        "draft": "wip, work in progress, unfinished, new, in progress",
        "in-review": "ready, review, under review, editing, for review",
        "superseded": "replaced, outdated, old",
        "withdrawn": "retracted, removed, deleted, pulled",
        # kinds of claim
        "fact": "factual, statement, figure",
        "promise": "pledge, commitment, vow",
        "forecast": "prediction, prognosis",
        "assessment": "analysis, judgment, judgement, interpretation",
        "opinion": "view, comment, belief",
        # types of source
        "webpage": (
            "website, web, site, page, web page, online, press release, email, video, podcast, pdf"
        ),
        "article-newspaper": "news, newspaper, article, press",
        "article-journal": "paper, journal, study, article journal",
        "article-magazine": "magazine",
        "legislation": "law, act, statute",
        "post": "tweet, toot, social media, social, x post",
        "dataset": "data, statistics, database",
        # kinds of actor
        "organization": (
            "organisation, company, firm, agency, party, ministry, bank, newspaper, "
            "institution, ngo"
        ),
        "person": "human, politician, man, woman, individual",
        "state": "country, government, nation",
        "place": "city, region, location, town",
        # states of a question
        "partly-answered": "partial, partially answered, partly",
        "answered": "closed, resolved, solved",
        # what is wrong with a statement
        "overstated": "exaggerated, inflated, hyped",
        "understated": "understating, played down, downplayed",
        "missing-context": "out of context, needs context, context missing",
        "fabricated": "made up, invented",
        "altered": "doctored, edited, manipulated, photoshopped",
        # kinds of barrier and question
        "regulation": "legal, regulatory, compliance",
        "cost": "money, price, financial, funding, expense",
        "politics": "political, policy, diplomatic",
        "skills": "staff, workforce, know how, talent, training",
        "technology": "technical, tech",
        "public-opinion": "acceptance, public, opinion of the public",
        # how much of a source was read
        "whole": "full, all, complete, fully, entire",
        "opening": "abstract, headline, beginning, partial text",
        "not-seen": "unread, not read",
    }.items()
    for typed in many.split(", ")
}


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


def advice_on(typed: str, field: str) -> str:
    """What to say of a word that one field's choices do not cover; empty if there is nothing."""
    plain = " ".join(typed.casefold().replace("-", " ").replace("_", " ").split())
    if field == "verdict" and plain in _FLAWED:
        return (
            f"A verdict says whether the statement holds as it stands; that it is “{typed}” is "
            f"said by flaw: {_FLAWED[plain]}."
        )
    return ""


_FLAWED: Mapping[str, str] = {
    "misleading": "misleading",
    "missing context": "missing-context",
    "out of context": "missing-context",
    "needs context": "missing-context",
    "exaggerated": "overstated",
    "inflated": "overstated",
    "cherry picked": "missing-context",
    "doctored": "altered",
    "manipulated": "altered",
    "outdated": "outdated",
    "altered": "altered",
    "satire": "fabricated",
}

KEYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("text", "claim", "sentence", "assertion", "says"),
                    ("statement", "question", "title")),
    **dict.fromkeys(("headline", "name", "heading", "subject"), ("title", "name", "statement")),
    **dict.fromkeys(("abstract", "bottom_line", "lead", "description", "tldr"),
                    ("summary", "note", "statement")),
    **dict.fromkeys(("rating", "judgement", "result", "ruling"), ("verdict",)),
    **dict.fromkeys(("link", "source_url", "address", "href", "uri", "web"), ("url",)),
    **dict.fromkeys(("author", "by", "writer", "written_by"), ("authors",)),
    **dict.fromkeys(("date", "pubdate", "publication_date", "day"),
                    ("published", "updated", "date", "dated")),
    **dict.fromkeys(("tags", "keywords", "categories", "topic"), ("topics",)),
    **dict.fromkeys(("source_id", "src", "ref", "reference"), ("source",)),
    **dict.fromkeys(("confidence_level", "certainty"), ("confidence",)),
    **dict.fromkeys(("probability", "likely", "chance"), ("likelihood",)),
    **dict.fromkeys(("type", "category", "sort"), ("kind", "type")),
    **dict.fromkeys(("quotation", "excerpt"), ("quote", "said", "exact")),
    **dict.fromkeys(("comment", "explanation", "detail", "notes"), ("note", "reasoning", "why")),
    **dict.fromkeys(("state",), ("status",)),
    **dict.fromkeys(("who", "speaker", "said_by", "claimed_by"), ("claimant",)),
    **dict.fromkeys(("grade",), ("reliability", "grade")),
    **dict.fromkeys(("lang", "locale"), ("language",)),
    **dict.fromkeys(("actors", "people", "who_is_named"), ("entities",)),
}  # fmt: skip
"""Names that people give to fields, and the fields that they may mean, the first that fits."""


def key_meant(typed: str, known: Iterable[str]) -> str | None:
    """The field that somebody means by another name; None if there is none."""
    fields = {*known}
    plain = typed.casefold().replace("-", "_").strip()
    return next((name for name in KEYS.get(plain, ()) if name in fields), None)


_ALSO: Mapping[str, tuple[str, ...]] = {
    "opinion": ("opinion",),
    "unknown": ("unverified",),
    "no": ("disputes", "refuted"),
    "yes": ("supports", "supported"),
    "disputed": ("disputes", "contested"),
    "newspaper": ("article-newspaper",),
    "outdated": ("outdated",),
    "false": ("fabricated",),
    "fake": ("fabricated",),
    "hoax": ("fabricated",),
    "law": ("regulation",),
    "partial": ("opening",),
    "article": ("webpage",),
    "closed": ("moot",),
    "open": ("open",),
}
