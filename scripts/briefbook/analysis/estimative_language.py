"""Estimates of likelihood in English prose: finds them, and leaves ordinary usage alone.

ICD 203 (D.6.e.2) wants every likelihood said in a term of one scale. A word of probability is an
estimate where the author says in his own voice how likely something is. It is none in quotation
marks, in somebody else's mouth, negated, asked, made a condition, compared, talked about, or in an
idiom. The labelled sentences in tests/estimates/ say what is meant; bench/estimates.py measures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.text.sentences import sentences

# A longer “sentence” is read in pieces, so that what each pattern looks through stays bounded.
_PIECE = re.compile(r".{1,400}(?!\S)|.{400}", re.DOTALL)

_QUICK = re.compile(r"likel|probab|chance|odds|certain|possibilit|prospect|doubtful", re.IGNORECASE)
_DEGREE = (
    r"(?:(?:very|highly|extremely|quite|rather|fairly|exceptionally|overwhelmingly|most|more|less|"
    r"increasingly|equally|so|too|all too)\s+)?"
)
_SIZE = (
    r"(?:good|fair|slim|small|slight|decent|reasonable|substantial|high|low|real|strong|great|"
    r"outside|fighting|faint|tiny|negligible|minimal|considerable|significant|better than even|"
    r"roughly even|even|fifty-fifty|remote|realistic|serious|genuine|sporting|little|scant|poor)"
)
_NONE = r"(?:almost|virtually|practically|next to|little or|scarcely|hardly|barely)\s+(?:no|any)"
_BE = r"(?:is|are|was|were|remains?|remained|looks?|seems?|appears?|stands?|has been|have been)"
_ESTIMATE = re.compile(
    rf"""\b(?:
      more\s+likely\s+than\s+not | (?:about\s+)?as\s+likely\s+as\s+not
    | in\s+all\s+(?:likelihood|probability)
    | {_DEGREE}(?:un)?likely
    | {_DEGREE}(?:im)?probabl[ey]
    | (?:almost|nearly|virtually|practically|all\s+but|as\s+good\s+as)\s+certain(?:ly)?
    | remote\s+(?:chance|possibility|prospect|likelihood)
    | realistic\s+(?:possibility|chance|prospect)
    | (?:roughly\s+|about\s+)?even\s+(?:chance|odds)
    | (?:{_NONE}|little|no\s+real|every|(?:an?|the|only\s+an?)?\s*(?:\w+ly\s+)?{_SIZE})
      \s+(?:chance|likelihood|probability|prospect|possibility|odds)s?
    | (?:the\s+)?chances\s+are | chances\s+(?:of|that)\b[^.;]*?\b{_BE}\s+(?:\w+\s+)?{_SIZE}
    | (?:the\s+)?odds\s+(?:are|were|favou?r|that|of|now\s+favou?r|strongly\s+favou?r)
    | (?:likelihood|probability|chances?|odds)\s+(?:of|that|for|against)?\b[^.;?]*?\b{_BE}
      \s+(?:(?:very|now|still|rather|quite|extremely|vanishingly)\s+)*{_SIZE}
    | doubtful\s+(?:whether|that|if)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’(?!\w)")

# Just before the words: what turns them into something else.
_NEGATED = re.compile(
    r"(?:\b(?:not|no longer|never|neither|nor|isn't|wasn't|aren't|hardly|scarcely|far from|"
    r"anything but|without being|nothing)\s+(?:\w+ly\s+|yet\s+|at all\s+|even\s+|be\s+|now\s+|so\s+"
    r"|that\s+)*|\bno\s?(?:one|body)\s+has\s+(?:shown|proved|proven)\b[^.;]*|\bdo(?:es)?\s+not\s+(?:mean|imply|make|follow|prove|show|say)\b[^.;]*)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:\b(?:how|whether|if|unless|should|when|where|wherever|whenever|in case|once|until)\b"
    r"[^,.;:]*)$",
    re.IGNORECASE,
)
# Just after them: idioms, comparisons, nouns that make another sense of them.
_IDIOM_AFTER = re.compile(
    r"^\s+(?:to\s+be\s+(?:needed|noticed|used|missed|of\s+(?:interest|use|help))\b|"
    r"to\s+(?:matter\s+to|interest|need|notice|trouble)\b|(?:voters|reserves)\b|"
    r"(?:\w+\s+)?(?:ally|allies|alliance|hero|heroes|heroine|place|places|pair|pairing|partner|"
    r"partners|friends?|friendship|source|setting|spot|venue|champion|story|tale|couple|bedfellows|"
    r"coalition|candidates?|suspects?|winner|success|star|gift|home|duo|combination|marriage|"
    r"figure|path|route|names?|mix|team|rivals?|saviou?r|tourist|audience)\b|cause\s+(?:to|for|"
    r"hearing|exists?|affidavit|before|was\s+(?:lacking|shown|found)|is\s+(?:required|needed))\b)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?:\b(?:an?|the|this|that|its|his|her|their)|['’]s|s['’])\s+$", re.IGNORECASE
)
_NOUN_OF_ESTIMATE = re.compile(
    r"^\s+(?:\w+\s+)?(?:outcomes?|events?|scenarios?|results?|explanations?|causes?|dates?|"
    r"consequences?|developments?|prospects?|origins?|authors?|reasons?|effects?|turn|case|that|to)\b",
    re.IGNORECASE,
)
_OPPORTUNITY = re.compile(r"^\s+(?:to|in|at|for|after|before|from)\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:gives?|given|gave|offer(?:s|ed)?|gets?|got|deserves?|wasted?|miss(?:es|ed)?|seized?|"
    r"took|take[ns]?|had|want(?:s|ed)?)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"^[^.;]*?\b(?:than|as)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?:twice|thrice|times|as|equally|half|more|less|per\s+cent(?:\s+\w+)?)\s*$", re.IGNORECASE
)
_MULTIPLE = re.compile(r"\b(?:twice|half|times|just)\s+as\s*$", re.IGNORECASE)
_DEGREE_OF_COMPARISON = re.compile(r"^(?:more|less|equally|most)\s", re.IGNORECASE)
_ABOUT_WORDS = re.compile(
    r"\b(?:the\s+(?:words?|terms?|adverbs?|adjectives?|phrases?|expressions?|labels?)\b|means?\b|"
    r"denotes?\b|stands\s+for\b|is\s+defined\b|scale\b|yardstick\b|dictionary\b|glossary\b|"
    r"synonyms?\b|readers\s+(?:take|read|understand))",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"^(?:ask|say|state|note|check|mark|avoid|use|write|give|replace|estimate|record|decide|find|"
    r"cover|list|explain|consider|never|do not|don't|tell|assess|choose|flag)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"^(?:if|unless|whenever|wherever|where|in case|even if)\b", re.IGNORECASE)

# Somebody else says so. Words that are nouns as well must follow a plural, a name or a pronoun.
_SAYS = (
    r"(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|reported|claimed|argue[sd]?|th(?:ink|inks|ought)|"
    r"believe[sd]?|predict(?:s|ed)?|warn(?:s|ed)?|called|consider(?:s|ed)?|deem(?:s|ed)?|"
    r"insist(?:s|ed)?|maintain(?:s|ed)?|held|suggest(?:s|ed)?|conclude[sd]?|wrote|writes?|rated|"
    r"describe[sd]?|dismiss(?:es|ed)?|regard(?:s|ed)?|judged|found|forecasts?|forecasted|"
    r"announce[sd]?|added|adds|declare[sd]?|noted|estimated|admit(?:s|ted)?|concede[sd]?|"
    r"assure[sd]?|stated|states|quoted|cited|assume[sd]?|felt|feels?|doubt(?:s|ed)?|expect(?:s|ed)?|"
    r"assess(?:es|ed)?|gave|saw|sees?|viewed|ranked|treated|labell?ed|testif(?:y|ies|ied)|"
    r"suppose[sd]?|den(?:y|ies|ied)|fear(?:s|ed)?|reckon(?:s|ed)?|bet(?:s|ting)?|hope[sd]?|"
    r"hint(?:s|ed)?|agree[sd]?|acknowledge[sd]?|contend(?:s|ed)?|guess(?:es|ed)?|put it|"
    r"(?:has|have|had)\s+put|persuaded?|convinced)"
)
_NOUNS_TOO = (
    r"(?:(?:\w+s|they|he|she|it|who|\b[A-Z]\w+)\s+(?:reports?|claims?|finds?|calls?|puts?|holds?|"
    r"rates?|judges?|estimates?|views?|notes?|gives?)\s+(?:that|it|the|this|an?|such|both|its)\b)"
)
_BY_VIEW = (
    r"(?:according\s+to|in\s+the\s+(?:view|words|opinion|eyes|judge?ment|estimation)\s+of|"
    r"in\s+(?:\w+\s+){0,3}\w+(?:'s|’s|s'|s’)\s+(?:\w+\s+)?(?:view|opinion|words|judge?ment|"
    r"estimation|eyes))"
)
_OTHERS_BEFORE = re.compile(
    rf"\b{_SAYS}\b(?!['’]s)(?!\s+(?:by|in\s+court)\b)|{_NOUNS_TOO}|\b{_BY_VIEW}|"
    r"^to\s+[^,]+\bit\s+(?:seem|look|appear)|\b(?:view|estimate|forecast|claim|warning|belief|fear|"
    r"prediction|assessment|hope|conclusion|opinion|verdict)\s+(?:(?:is|was)\s+)?that\b",
    re.IGNORECASE,
)
_OTHERS_AFTER = re.compile(
    rf"[,;]\s+(?:[\w’'-]+\s+){{0,7}}{_SAYS}\s*(?:[.,;]|$|(?:on|in|at|last|this|to|yesterday|after|"
    rf"before|when|during)\b)|[,;]\s+{_SAYS}\s+(?:the|an?|one|its|his|her|their|[A-Z])|"
    rf"[,;]?\s+{_BY_VIEW}|,?\s+by\s+its\s+own\s+account|\bto\s+(?:analysts|observers|critics)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r".*(?:[;:]|,\s+(?:but|yet|although|though|and\s+(?:it|they|he|she|we|this|that)\b))"
    r"|^(?:contrary\s+to|despite|whatever|against|unlike|although|though|while|whereas)\b[^,]*,",
    re.IGNORECASE | re.DOTALL,
)
_OURSELVES = re.compile(
    rf"\b(?:we|I)\s+(?:\w+\s+){{0,2}}{_SAYS}\b|\b(?:our|my)\s+(?:view|judgment|judgement|estimate|"
    r"assessment)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class EstimativePhrase:
    """Words of likelihood as they stand in a text, with the sentence around them."""

    words: str
    sentence: str

    @property
    def term(self) -> str:
        """In the spelling of the scales: “highly likely”, “probable” for “probably”."""
        plain = " ".join(self.words.lower().split())
        plain = plain.removesuffix("ly") if plain.endswith("certainly") else plain
        return re.sub(r"probably$", "probable", plain)


def estimative_phrases(text: str) -> Iterator[EstimativePhrase]:
    """The estimates of a text in its author's own voice, in order; linear in its length."""
    if not _QUICK.search(text):
        return
    for sentence in sentences(text):
        for piece in _PIECE.findall(sentence):
            if _QUICK.search(piece):
                for found in _in_sentence(piece):
                    yield EstimativePhrase(found, piece)


def _in_sentence(sentence: str) -> Iterator[str]:
    """Words of estimates in one sentence."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), sentence)
    if plain.rstrip(" ”’\"')]").endswith("?") or _ORDERS.match(plain):
        return
    if _ABOUT_WORDS.search(plain) and not _OURSELVES.search(plain):
        return
    for match in _ESTIMATE.finditer(plain):
        before, after = plain[: match.start()], plain[match.end() :]
        if not (_is_ordinary(match[0], before, after) or _is_anothers(before, after)):
            yield " ".join(match[0].split())


def _is_ordinary(words: str, before: str, after: str) -> bool:
    """Whether the words are negated, asked, compared, conditional or part of an idiom."""
    whole = words.lower()
    if _NEGATED.search(before):
        return True
    if "likely than not" in whole or "likely as not" in whole:
        return False
    if _CONDITION.match(before) and "," not in before:
        return True
    if _ASKED.search(before):
        return True
    if "chance" in whole:
        return bool(_OPPORTUNITY.match(after) and _GIVEN.search(before))
    return ("likel" in whole and _is_other_sense(words, before, after)) or bool(
        "probabl" in whole and _IDIOM_AFTER.match(after)
    )


def _is_other_sense(words: str, before: str, after: str) -> bool:
    """An idiom, a comparison of frequencies, or “unlikely” in the sense of surprising."""
    if _IDIOM_AFTER.match(after):
        return True
    if _TIMES.search(before) and (_COMPARED.match(after) or _MULTIPLE.search(before)):
        return True
    if _DEGREE_OF_COMPARISON.match(words) and re.search(r"\bthan\b", after):
        return True
    surprising = words.lower() == "unlikely" and _ATTRIBUTE.search(before)
    return bool(surprising and not _NOUN_OF_ESTIMATE.match(after))


def _is_anothers(before: str, after: str) -> bool:
    """Whether somebody other than the author says so, in the clause in which the words stand."""
    clause = _NEW_CLAUSE.sub("", before)
    if _OURSELVES.search(clause):
        return False
    return bool(_OTHERS_BEFORE.search(clause) or _OTHERS_AFTER.search(after))
