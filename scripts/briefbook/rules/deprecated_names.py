"""What to say to those who name a rule that is deprecated, has another code now, or is gone."""

from collections.abc import Iterable, Iterator

from briefbook.rules import find_rule
from briefbook.rules.retired import find_retired


def deprecation_notice(word: str) -> str:
    """One line that says what to write instead of a code or name; empty if it is in order."""
    retired, rule = find_retired(word), find_rule(word)
    if retired and rule:
        return f"“{word}” is {rule.kind.code} ({rule.kind.name}) since {retired.since}: write that"
    if retired:
        return f"the rule “{word}” is gone since {retired.since}: {retired.remedy}"
    if rule and rule.kind.life.deprecated:
        end = rule.kind.life.deprecated
        return f"the rule “{word}” is deprecated since {end.since}: {end.remedy}"
    return ""


def deprecation_notices(words: Iterable[str]) -> Iterator[str]:
    """The lines for those of the words that are old, each once."""
    yield from filter(None, map(deprecation_notice, dict.fromkeys(word.strip() for word in words)))
