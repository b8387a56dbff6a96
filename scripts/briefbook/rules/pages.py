"""What a rule's page says, taken apart: its first sentence and why it matters."""

import re
from functools import cache

from briefbook.findings import RuleText
from briefbook.rules import Rule


@cache
def rule_text(rule: Rule) -> RuleText:
    """The sentence under the title, and the section “Why it matters”, each on one line."""
    page = rule.page
    summary = page.partition("\n")[2].partition("\n## ")[0]
    why = page.partition("\n## Why it matters\n")[2].partition("\n## ")[0]
    return RuleText(_plain(summary), _plain(why), page)


def _plain(text: str) -> str:
    unlinked = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(unlinked.replace("`", "").split())
