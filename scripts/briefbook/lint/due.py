"""What is due: findings that come about with time alone, while nobody touches the briefs."""

from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswers
from briefbook.findings import Report
from briefbook.lint.link_answers import answer_findings
from briefbook.lint.policy import Policy
from briefbook.lint.run import STOPPING, Selection, run
from briefbook.rules import all_rules


def due(edition: Edition, policy: Policy, answers: LinkAnswers | None = None) -> Report:
    """Findings of the timely rules, under the policy: overdue reviews, sources that are gone …

    What stops a build is among them: in a file that cannot be read nothing due is seen.
    """
    codes = tuple(rule.kind.code for rule in all_rules() if rule.timely and policy.runs(rule))
    return run(
        edition, policy, Selection((*codes, *STOPPING)), answer_findings(answers or {}, edition)
    )
