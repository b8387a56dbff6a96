"""Reads the corpus of a project."""

from briefbook.corpus import Corpus, load
from briefbook.site.project import Project
from briefbook.site.wrong_use import WrongUse


def read_corpus(project: Project) -> Corpus:
    """All briefs and the library.

    Raises WrongUse if the project has no briefings folder, or it cannot be read.
    """
    try:
        return load(project.root)
    except FileNotFoundError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        raise WrongUse(f"the briefs cannot be read: {error.strerror or error}") from None
