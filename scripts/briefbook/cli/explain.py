"""`briefbook explain`: a rule's page in the terminal."""

import click

from briefbook.cli.output import emit
from briefbook.project.wrong_use import WrongUse
from briefbook.rules import all_rules, find_rule
from briefbook.text.suggest import nearest


@click.command("explain")
@click.argument("code", required=False)
@click.option("--list", "listing", is_flag=True, help="All rules, a line each.")
def explain(code: str | None, listing: bool) -> int:
    """Explain a rule: what it checks, why it matters, what is flagged and what is fine."""
    if listing:
        lines = [f"{r.kind.code}  {r.kind.severity.name:<8}{r.kind.name}" for r in all_rules()]
        emit("\n".join(lines) + "\n", None)
        return 0
    if not code:
        raise WrongUse("name a rule, such as “briefbook explain REF001”, or ask with --list")
    rule = find_rule(code)
    if rule is None:
        words = [word for item in all_rules() for word in (item.kind.code, item.kind.name)]
        guess = nearest(code, words)
        hint = f"; did you mean {guess}?" if guess else "; see briefbook explain --list"
        raise WrongUse(f"there is no rule “{code}”{hint}")
    emit(rule.page, None)
    return 0
