"""Reads what briefs are held against: a baseline, a published manifest, answers of addresses."""

from pathlib import Path

from briefbook.lint.baseline import Baseline, UnreadableBaseline
from briefbook.lint.link_answers import AnswerFile, UnreadableAnswers, parse
from briefbook.lint.published import Manifest, UnreadableManifest
from briefbook.project.files import read_named
from briefbook.project.wrong_use import WrongUse


def read_baseline(path: Path) -> Baseline:
    """The findings that a file knows.

    Raises WrongUse if it is not there or cannot be read as one.
    """
    try:
        return Baseline.parse(read_named(path).decode())
    except FileNotFoundError:
        raise WrongUse(f"there is no baseline {path}; write it with --update-baseline") from None
    except UnicodeDecodeError:
        raise WrongUse(f"the baseline {path} cannot be read: it is no text") from None
    except OSError as error:
        raise WrongUse(f"the baseline {path} cannot be read: {_reason(error)}") from None
    except UnreadableBaseline as error:
        raise WrongUse(f"the baseline {path} cannot be used: {error}") from None


def read_manifest(path: Path) -> Manifest:
    """The manifest of a published site (/data/v1/manifest.json).

    Raises WrongUse if it is not there or cannot be read as one.
    """
    try:
        return Manifest.parse(read_named(path))
    except FileNotFoundError:
        raise WrongUse(
            f"there is no manifest {path}; a site has it at data/v1/manifest.json"
        ) from None
    except OSError as error:
        raise WrongUse(f"the manifest {path} cannot be read: {_reason(error)}") from None
    except UnreadableManifest as error:
        raise WrongUse(f"the manifest {path} cannot be used: {error}") from None


def read_answers(path: Path) -> AnswerFile:
    """What addresses answered, as `briefbook links` wrote it.

    Raises WrongUse if it is not there or cannot be read as that.
    """
    try:
        return parse(read_named(path))
    except FileNotFoundError:
        raise WrongUse(f"there is no file {path}; briefbook links -o {path} writes it") from None
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {_reason(error)}") from None
    except UnreadableAnswers as error:
        raise WrongUse(f"{path} is not what briefbook links writes: {error}") from None


def _reason(error: OSError) -> str:
    return (error.strerror or "").lower()
