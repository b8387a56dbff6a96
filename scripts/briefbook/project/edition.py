"""Reads a project: its edition and its policy."""

from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.corpus import load
from briefbook.lint import Policy, UnknownRule
from briefbook.project.config import CONFIG
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse


def read_edition(project: Project, today: date) -> Edition:
    """All briefs and the library on a day.

    Raises WrongUse if the project has no briefings folder, or it cannot be read.
    """
    try:
        return Edition(load(project.root), today, project.settings)
    except FileNotFoundError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        raise WrongUse(f"the briefs cannot be read: {error.strerror or error}") from None


def read_policy(project: Project) -> Policy:
    """Which rules count, from mkdocs.yml.

    Raises WrongUse for a rule or profile that does not exist.
    """
    try:
        return Policy.of(project.settings.rules)
    except UnknownRule as error:
        raise WrongUse(f"{CONFIG}: extra.briefbook.rules: {error}") from None
