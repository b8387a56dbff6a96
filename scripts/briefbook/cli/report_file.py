"""Reads the report of `briefbook review` from a file: as data, checked field by field."""

from pathlib import Path

from briefbook.diff.change_report import MOST, ChangeReport, UnreadableReport, read_report
from briefbook.project.files import read_beginning
from briefbook.project.wrong_use import WrongUse


def report_of(name: str) -> ChangeReport:
    """The report in a file.

    Raises WrongUse where it cannot be read, or is none.
    """
    try:
        return read_report(read_beginning(Path(name), MOST + 1))
    except OSError as error:
        raise WrongUse(f"{name} cannot be read: {(error.strerror or '').lower()}") from None
    except UnreadableReport as error:
        raise WrongUse(str(error)) from None
