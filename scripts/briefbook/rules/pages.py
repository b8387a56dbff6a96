"""What a rule's page says, taken apart: its first sentence and why it matters."""

import re
from functools import cache

from briefbook.findings import RuleText
from briefbook.rules import Rule
from briefbook.rules.retired import all_retired


@cache
def rule_text(rule: Rule) -> RuleText:
    """The sentence under the title, and the section “Why it matters”, each on one line."""
    page = rule.page
    summary = page.partition("\n")[2].partition("\n## ")[0]
    why = page.partition("\n## Why it matters\n")[2].partition("\n## ")[0]
    former = tuple(one.code for one in all_retired() if one.now == rule.kind.code)
    return RuleText(_plain(summary), _plain(why), whole_page(rule), former)


def whole_page(rule: Rule) -> str:
    """A rule's page, with a line below its first sentence that tells the rule's life."""
    head, mark, rest = rule.page.partition("\n## ")
    return f"{head.rstrip()}\n\n{rule.kind.life}\n{mark}{rest}"


def _plain(text: str) -> str:
    unlinked = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(unlinked.replace("`", "").split())
