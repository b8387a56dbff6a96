"""The policy of a project, and what is to be said of old words in it."""

from briefbook.cli.stderr import say_deprecations
from briefbook.lint import Policy
from briefbook.project.edition import read_policy
from briefbook.project.project import Project


def policy_of(project: Project) -> Policy:
    """Which rules count; names of rules that are on their way out are told.

    Raises WrongUse for a rule or profile that does not exist.
    """
    policy = read_policy(project)
    say_deprecations(policy.deprecations, "mkdocs.yml")
    return policy
