"""The reference of rules: each rule's own page, and an index."""

import re
from collections.abc import Iterator

from briefbook.pages import Page
from briefbook.rules import Rule, all_rules
from briefbook.text.listing import counted
from briefbook.text.markdown import front_matter

ADDRESS = "reference/rules/"


def rule_pages() -> Iterator[Page]:
    """One page for each rule, and the index of all. Their Markdown is the program's own."""
    rules = all_rules()
    lines = [
        front_matter(title="Rules", description="What the compiler checks."),
        "# Rules { #rules }\n",
        f"{counted(len(rules), 'rule')} so far. Each finding names its rule; each rule says what "
        "it checks, why it matters, what is flagged and what is fine.\n",
        "| Code | Name | Severity |",
        "|---|---|---|",
        *(f"| [{_code(rule)}]({_code(rule)}/index.md) | {rule.kind.name} | "
          f"{rule.kind.severity.name} |" for rule in rules),
    ]  # fmt: skip
    yield Page(ADDRESS, "Rules", "\n".join(lines) + "\n")
    for rule in rules:
        title = f"{rule.kind.code} {rule.kind.name}"
        head = front_matter(title=title, description=f"The rule {title}.", hide=["navigation"])
        yield Page(f"{ADDRESS}{_code(rule)}/", title, f"{head}\n{_for_the_site(rule.page)}")


_FENCE = re.compile(r'^```(\w+) +title="([^"]*)".*$', re.MULTILINE)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _for_the_site(page: str) -> str:
    """A rule's page with explicit ids, and the file names of its examples above them."""
    parts, at = [], 0
    for block in _BLOCK.finditer(page):
        parts.append(_HEADING.sub(_with_id, page[at : block.start()]))
        parts.append(_FENCE.sub(r"`\2`:\n\n```\1", block[0]))
        at = block.end()
    return "".join([*parts, _HEADING.sub(_with_id, page[at:])])


def _with_id(match: re.Match[str]) -> str:
    anchor = "rule" if match[1] == "#" else match[2].lower().replace(" ", "-")
    return f"{match[0]} {{ #{anchor} }}"


def _code(rule: Rule) -> str:
    return rule.kind.code
