"""Reservations in English: what a wording says might be, is aimed at or holds in part, and whether
a paraphrase of it keeps that.

A paraphrase that turns “could”, “aims to” or “partly” into a plain fact makes a harder statement
than the one that was made. What a wording says might be, a paraphrase may call aimed at, and the
other way round: neither is a fact. Only “in part” must stay in part, and hearsay hearsay. A
reservation counts where the paraphrase speaks of what it stands before, and where the wording does
not say itself how it came out.
"""

import re
from collections.abc import Iterator
from functools import cache

_I = re.IGNORECASE | re.VERBOSE


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What might be, what might not, hearsay, what holds in part: the words that hold back in a
    wording, and those that keep it in a paraphrase."""
    perhaps = f"{_MODAL}|{_LIKELY}|{_AIM}"
    kinds = (
        (perhaps, f"{perhaps}|{_KEPT}"),
        (_NEGATED, f"{_NEGATED}|{_KEPT}|{_FORBIDDEN}"),
        (_HEARSAY, f"{_HEARSAY}|{_TOLD}|{_LIKELY}"),
        (_PART, f"{_PART}|{_SOME}"),
    )
    return tuple((re.compile(said, _I), re.compile(kept, _I)) for said, kept in kinds)


_MAY = r"""
    (?<!\bin\s) (?<!\bby\s) (?<!\bsince\s) (?<!\buntil\s) (?<!\bof\s) (?<!\bon\s) (?<!\d\s)
    (?<!\blast\s) (?<!\bearly\s) (?<!\blate\s) (?<!\bmid-) (?<!\btheresa\s) (?<!\bmrs\s)
    (?<!\bms\s) (?<!\bthis\s) (?<!\bnext\s)
    \bmay\b
    (?! \s+ (?:\d|day\b|only\b|not\b|bank\s+holiday|said\b|and\b|to\b|or\b|was\b|is\b|has\b|had\b
      |will\b|announced\b) | \s*[,.;:)] | $ | ['’]s )
"""
_MODAL = rf"""
    \bcould\b
    (?! n['’]t | \s+ (?:not|hardly|barely|no\s+longer|only|trace\s+only|never|see|hear|be\s+seen
      |be\s+heard|afford|remember)\b )
  | (?<!\bmilitary\s) (?<!\beconomic\s) (?<!\bnaval\s) (?<!\bindustrial\s) (?<!\bits\s)
    (?<!\btheir\s) (?<!\ball\s) (?<!['’]s\s)
    \bmight\b (?! n['’]t | \s+ (?:not\b|of\b|is\b|was\b|like\s+to\b|want\s+to\b|and\b) )
  | {_MAY}
"""
_LIKELY = r"""
    (?<!\bnot\s) (?<!un) (?<!\ba\s) (?<!\bas\s) (?<!\bequally\s)
    \b(?:likely|probabl[ey]|possibl[ey]|perhaps|maybe|apparent(?:ly)?|presumably|conceivably
      |potentially|seemingly)\b
    (?!\s+(?:story|because)\b) (?!\s+(?:thanks|due)\s)
  | \b(?:is|are|was|were|be|been) \s+ (?:widely\s+|generally\s+)? expected \s+ (?:to|that) \b
  | \bexpected \s+ (?!to\b|of\b|that\b|by\b) \w+
  | \b(?:appears?|appeared|seems?|seemed) \s+ (?:to|that|likely) \b
  | \b(?:potential|prospective|would-be) \s+ (?!of\b|for\b|to\b) \w+
  | \b(?:possibility|probability|likelihood) \s+ (?:that|of) \b
  | \bsuggests?\b (?=[^,.;]*$)
  | \bin \s+ all \s+ (?:likelihood|probability) \b
"""
_AIM = r"""
    (?<!no\slonger\s) (?<!\bnever\s) (?<!\bnot\s)
    \b(?:aim|plan|intend|seek|hope|want|wish|try|tri|attempt|propose|expect|hop|plann|propos
      |look|mull)(?:s|es|ed|ing)? \s+ to \b (?!\s+cost\b)
  | \b(?:is|are|was|were) \s+ meant \s+ to \b
  | \baim(?:s|ing) \s+ (?:at|for) \b
  | \b(?:what|all) \s+ \w+ \s+ (?:intend|want|hope|plan|aim)s? \b
  | \b(?:preparing|poised|keen|eager|ready|about) \s+ to \b
  | \b(?:is|are|was|were) \s+ due \s+ to \s+ (?!the\b|an?\b|its\b|their\b|his\b|her\b)
  | \bset \s+ to \b (?!\s+\d)
  | \bconsider(?:s|ing)\b | \bbeing \s+ considered \b
  | \bmull(?:s|ing)\b | \bweigh(?:s|ing)\b | \bey(?:es|eing)\b
  | \bin \s+ talks \b
  | \b(?:has|have|had|with) \s+ the \s+ (?:goal|aim|ambition|intention|hope) \b
  | \b(?:a|its|their|his|her|the)
    \s+ (?:plan|aim|goal|intention|ambition|hope|attempt|bid|proposal)s?
    \s+ (?:(?:is|was|are|were)\s+)? to \b
"""
_NEGATED = r"""
    \b(?:may|might) \s+ (?:well\s+)? not \b | \bmightn['’]t\b | \bdoubtful\b
  | \bunlikely\b (?!\s+(?:ally|allies|alliance|hero|couple|place|source|friend|winner))
"""
_FORBIDDEN = r"""
    \b(?:barred|banned|bans?|forbid\w*|prohibit\w*|illegal|must\s+not|not\s+allowed|cannot
      |can['’]t|unable|failed|excluded|exempt\w*|not\s+permitted|couldn['’]t|could\s+not
      |did\s+not|didn['’]t)\b
"""
_HEARSAY = r"\b(?:reportedly|allegedly|supposedly|purportedly)\b"
_TOLD = r"""
    \b(?:according\s+to|reports?|reported|alleg\w+|said|say|says|suspect\w*|rumou?r\w*|claim\w*
      |purported\w*|believed|thought|accused?)\b
"""
_PART = r"""
    \b(?:partly|partially|partial|to\s+some\s+extent|to\s+a\s+degree|largely|mostly|mainly
      |in\s+(?:\w+\s+){0,2}part(?!\s+(?:one|two|three|four|five|\d))
      |in\s+some\s+(?:way|respect)s?|for\s+the\s+most\s+part)\b
    (?!\s+(?:harmless|cloudy|sunny|sighted|furnished))
"""
_SOME = r"""
    \b(?:parts?\s+of|some|several|many|most|often|chief(?:ly)?|among|half|percent|not\s+all
      |majority|main|primar\w+|contribut\w+|eas(?:ed|es|ing)|help\w*|factors?|one\s+reason
      |one\s+of\s+the|one\s+cause|bulk|share|nearly|almost|predominant\w*|limited|incomplete\w*)\b
"""
_KEPT = r"""
    \b(?:would|can|should|could|might|perhaps|maybe|whether|unlikely|rumou?r\w*|believed?|thought
      |plans?|planned|planning|aims?|aimed|goals?|ambitions?|intentions?|intent|hopes?|hoping
      |proposals?|proposed|talks|bid|idea|desir\w*|eager|keen|willing\w*|looking|poised|scheduled
      |slated|expect\w*|possibility|possib\w+|probab\w+|chance|risk\w*|prospects?|potential\w*
      |likel\w+|conceivabl\w+|apparent\w*|seem\w*|appear\w*|look\w*\s+like|presum\w+|doubt\w*
      |suspect\w*|alleg\w+|purported\w*|consider\w*|explor\w*|envisag\w*|weigh\w*|eye[sd]?
      |under\s+(?:discussion|consideration|review|study)|negotiat\w*|consult\w*|prepar\w*
      |seek\w*|want\w*|tr(?:y|ies|ied|ying)|attempt\w*|offer\w*|advocat\w*|campaign\w*|target\w*
      |open\s+to|call(?:s|ed|ing)?\s+for|favou?rs?|fear\w*|threat\w*|forecast\w*|predict\w*
      |anticipat\w*|estimat\w*|signal\w*|hint\w*|suggest\w*|indicat\w*|said\s+to|signs?\s+of|clues?
      |evidence\s+of|not\s+yet|may\s+not|due\s+to|meant\s+to|allow(?:s|ed)|permit(?:s|ted)
      |entitled)\b
"""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{3,}")
_CAME_OUT = re.compile(
    r"\b(?:and|but)\b[^.;]*\b(?:did|does|has|have|had|ended\s+up|was|were|now)\s*$"
    r"|\bended\s+up\b|\band\s+(?:on\s+\w+\s+)?(?:he|she|it|they)\s+did\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",(?!\d)|[;:—–]|\s-\s|\bbut\b|\bwhile\b|\balthough\b|\bwhich\b|\bwho\b")
_EMPTY = frozenset({
    "the", "and", "for", "that", "this", "with", "from", "will", "have", "has", "had", "being",
    "been", "are", "was", "were", "its", "their", "his", "her", "they", "she", "not", "more",
    "than", "into", "over", "about", "also", "who", "which", "what", "when", "there", "one", "two",
    "out", "all", "any", "such", "said", "says", "say",
})  # fmt: skip


_LONGEST = 600
"""Characters of either text that are looked at; a wording is a sentence, not a chapter."""


def dropped(wording: str, paraphrase: str) -> tuple[str, ...]:
    """The words with which a wording holds back and whose like its paraphrase has not."""
    return tuple(_found(wording[:_LONGEST], paraphrase[:_LONGEST]))


def _found(wording: str, paraphrase: str) -> Iterator[str]:
    if _CAME_OUT.search(wording):
        return
    spoken_of = _stems(paraphrase)
    for said, kept in _kinds():
        if _keeps(kept, paraphrase, said.sub(" ", wording)):
            continue
        for match in said.finditer(wording):
            if _is_spoken_of(wording, match, spoken_of):
                yield " ".join(match.group().split())
                break


def _keeps(kept: re.Pattern[str], paraphrase: str, elsewhere: str) -> bool:
    """Whether a paraphrase holds back with a word that the wording has not said elsewhere."""
    others = elsewhere.casefold()
    return any(match.group().casefold() not in others for match in kept.finditer(paraphrase))


def _is_spoken_of(wording: str, match: re.Match[str], spoken_of: frozenset[str]) -> bool:
    """Whether a paraphrase speaks of what a reservation stands before; of its whole sentence where
    it stands at the end."""
    cut = _CLAUSE.search(wording, match.end())
    after = _stems(wording[match.end() : cut.start() if cut else len(wording)])
    if not after:
        after = _stems(wording)
    numbers = {word for word in after if word[0].isdigit()}
    if numbers and not numbers & spoken_of and any(word[0].isdigit() for word in spoken_of):
        return False
    return len(after & spoken_of) * 4 >= len(after)


def _stems(text: str) -> frozenset[str]:
    """Words and numbers by their beginnings, those without meaning of their own left out."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(word[:5] for word in words if word not in _EMPTY)
