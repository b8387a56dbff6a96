"""The reference of rules: each rule's own page, and an index."""

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
        *(f"| [{_code(rule)}]({_code(rule)}/index.md) | {rule.kind.name} | {rule.kind.severity.name} |"
          for rule in rules),
    ]  # fmt: skip
    yield Page(ADDRESS, "Rules", "\n".join(lines) + "\n")
    for rule in rules:
        title = f"{rule.kind.code} {rule.kind.name}"
        head = front_matter(title=title, description=f"The rule {title}.")
        yield Page(f"{ADDRESS}{_code(rule)}/", title, f"{head}\n{rule.page}")


def _code(rule: Rule) -> str:
    return rule.kind.code
