"""`briefbook explain`: a rule's page in the terminal."""

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.output import emit
from briefbook.cli.stderr import say_deprecations
from briefbook.project.wrong_use import WrongUse
from briefbook.rules import Rule, all_rules, find_rule
from briefbook.rules.deprecated_names import deprecation_notice, deprecation_notices
from briefbook.rules.pages import whole_page
from briefbook.text.suggest import nearest


@click.command("explain", cls=Command)
@click.argument("code", required=False)
@click.option("--list", "listing", is_flag=True, help="Show all rules, a line each.")
def explain(code: str | None, listing: bool) -> int:
    """Explain a rule: what it checks, and why it matters.

    Examples show what is flagged and what is fine. CODE is the code of a rule, such as REF001, or
    its name, such as unknown-source.
    """
    if listing:
        emit("".join(map(_line, all_rules())), None)
        return 0
    if not code:
        raise WrongUse("name a rule, such as “briefbook explain REF001”, or ask with --list")
    rule = find_rule(code)
    if rule is None and (gone := deprecation_notice(code)):
        raise WrongUse(gone)
    if rule is None:
        words = [word for item in all_rules() for word in (item.kind.code, item.kind.name)]
        guess = nearest(code, words)
        hint = f"; did you mean {guess}?" if guess else "; see briefbook explain --list"
        raise WrongUse(f"there is no rule “{code}”{hint}")
    say_deprecations(deprecation_notices([code]))
    emit(whole_page(rule), None)
    return 0


def _line(rule: Rule) -> str:
    kind = rule.kind
    mark = " (deprecated)" if kind.life.deprecated else " (preview)" if kind.life.preview else ""
    return f"{kind.code}  {kind.severity.name:<8}{kind.name}{mark}\n"
