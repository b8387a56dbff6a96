"""The reference of rules: each rule's own page, and an index."""

import re
from collections.abc import Iterator

from briefbook.pages import Page
from briefbook.rules import Rule, all_rules
from briefbook.rules.deprecated_names import deprecation_notice
from briefbook.rules.pages import whole_page
from briefbook.rules.retired import Retired, all_retired
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
          f"{rule.kind.severity.name}{_stage(rule)} |" for rule in rules),
    ]  # fmt: skip
    yield Page(ADDRESS, "Rules", "\n".join(lines) + "\n", is_prose=True)
    for rule in rules:
        title = f"{rule.kind.code} {rule.kind.name}"
        head = front_matter(title=title, description=f"The rule {title}.", hide=["navigation"])
        yield Page(
            f"{ADDRESS}{_code(rule)}/",
            title,
            f"{head}\n{_for_the_site(whole_page(rule))}",
            is_prose=True,
        )
    yield from map(_retired, all_retired())


def _stage(rule: Rule) -> str:
    life = rule.kind.life
    return ", deprecated" if life.deprecated else ", in preview" if life.preview else ""


def _retired(gone: Retired) -> Page:
    """The page of a rule that is gone: whoever has its address learns what to do."""
    title = f"{gone.code} {gone.name}"
    said = deprecation_notice(gone.code)
    link = f"[The page of {gone.now}](../{gone.now}/index.md).\n" if gone.now else ""
    head = front_matter(title=title, description=f"The rule {title} is gone.", hide=["navigation"])
    body = f"# {title} {{ #rule }}\n\n{said[0].upper()}{said[1:].rstrip('.')}.\n\n{link}"
    return Page(f"{ADDRESS}{gone.code}/", title, f"{head}\n{body}", is_prose=True)


_FENCE = re.compile(r'^```(\w+) +title="([^"]*)".*$', re.MULTILINE)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _for_the_site(page: str) -> str:
    """A rule's page with explicit ids, and the file names of its examples above them."""
    parts, done = [], 0
    for block in _BLOCK.finditer(page):
        parts.append(_HEADING.sub(_with_id, page[done : block.start()]))
        parts.append(_FENCE.sub(r"`\2`:\n\n```\1", block[0]))
        done = block.end()
    return "".join([*parts, _HEADING.sub(_with_id, page[done:])])


def _with_id(match: re.Match[str]) -> str:
    anchor = "rule" if match[1] == "#" else match[2].lower().replace(" ", "-")
    return f"{match[0]} {{ #{anchor} }}"


def _code(rule: Rule) -> str:
    return rule.kind.code
