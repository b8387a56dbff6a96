"""Finds a site's own catalogue: the interface in a language that Briefbook does not speak."""

from pathlib import Path

from briefbook.project.bad_setting import BadSetting
from briefbook.project.wrong_use import WrongUse

_MOST = 4 * 1024 * 1024


def read_catalogue(root: Path, folder: str | None, language: str) -> str:
    """The text of `folder`/LANGUAGE.po of a project; empty where there is none for its language.

    Raises WrongUse if the folder is missing, or the file cannot be read.
    """
    if folder is None:
        return ""
    place = (root / folder).resolve()
    if not place.is_relative_to(root.resolve()) or not place.is_dir():
        raise BadSetting("extra.briefbook.locale", f": there is no folder “{folder}” here")
    for name in dict.fromkeys((language, language.partition("-")[0].lower())):
        path = place / f"{name}.po"
        if "/" not in name and path.is_file():
            try:
                return path.read_bytes()[:_MOST].decode("utf-8")
            except (OSError, ValueError) as error:
                raise WrongUse(f"{folder}/{path.name} cannot be read: {error}") from None
    return ""
