"""Compares two states of a project out of git, and raises the alarms."""

from datetime import date

from briefbook.diff.git import GitTrouble, Repository
from briefbook.diff.report import DiffReport, Revisions
from briefbook.diff.revisions import compare_revisions
from briefbook.lint import Policy, alarms
from briefbook.site.project import Project
from briefbook.site.wrong_use import WrongUse


def open_repository(project: Project) -> Repository:
    """The git repository of a project.

    Raises WrongUse if there is none.
    """
    try:
        return Repository.of(project.root)
    except GitTrouble as error:
        raise WrongUse(str(error)) from None


def read_comparison(
    project: Project, policy: Policy, base: str, head: str | None, today: date
) -> DiffReport:
    """What changed between two revisions, or a revision and the working tree (`head` None).

    Raises WrongUse for a revision that is not there, or a clone that lacks contents.
    """
    repository = open_repository(project)
    try:
        revisions = Revisions(
            base, head, repository.commit(base), repository.commit(head) if head else None
        )
        found = compare_revisions(
            repository, revisions.base_commit, revisions.head_commit, today, project.settings
        )
    except GitTrouble as error:
        raise WrongUse(str(error)) from None
    return DiffReport(found, alarms(found, policy), revisions)
