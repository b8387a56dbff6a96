"""Begins a catalogue of the interface in another language, and brings it up to date later."""

import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from briefbook.pages.localisation import INTERFACE_LANGUAGES, is_translated
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

FOLDER = "locale"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def write_catalogue(project: Project, language: str) -> tuple[Path, int]:
    """Write locale/LANGUAGE.po: every message of the interface, with what is translated already.

    Returns its path, and how many messages have no translation yet.

    Raises WrongUse for a language that is not known or that Briefbook speaks, or if the file that
    is there cannot be read, or nothing can be written.
    """
    if language in INTERFACE_LANGUAGES:
        raise WrongUse(f"the interface speaks “{language}” already")
    if not _TAG.fullmatch(language):
        raise WrongUse(f"“{visible(language)}” is no language that is known, such as de")
    try:
        Locale.parse(language, sep="-")
        made = Catalog(locale=language.replace("-", "_"), project="Briefbook", charset="utf-8")
    except (UnknownLocaleError, ValueError, TypeError):
        raise WrongUse(f"“{visible(language)}” is no language that is known, such as de") from None
    path = project.root / FOLDER / f"{language}.po"
    if path.exists():
        try:
            made = read_po(BytesIO(path.read_bytes()), locale=language.replace("-", "_"))
        except (OSError, ValueError, PoFileError) as error:
            raise WrongUse(f"{FOLDER}/{path.name} cannot be read: {visible(str(error))}") from None
    made.update(_messages(), no_fuzzy_matching=True)
    out = BytesIO()
    write_po(out, made, width=100, sort_output=True, omit_header=False, no_location=True)
    body = out.getvalue().decode().partition("\n\n")[2].rstrip()
    head = [
        'msgid ""',
        'msgstr ""',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        f'"Language: {language}\\n"',
        f'"Plural-Forms: {made.plural_forms}\\n"',
    ]
    write_whole(path, ("\n".join(head) + f"\n\n{body}\n").encode())
    return path, sum(1 for one in made if one.id and not is_translated(one))


def _messages() -> Catalog:
    """Every message of the interface, as another language's catalogue holds them."""
    other = next(language for language in INTERFACE_LANGUAGES if language != "en")
    catalogue = files("briefbook.pages").joinpath("locale", f"{other}.po")
    found = Catalog(project="Briefbook", charset="utf-8", fuzzy=False)
    for message in read_po(BytesIO(catalogue.read_bytes()), locale=other):
        if message.id:
            found.add(message.id, context=message.context, flags=message.flags - {"fuzzy"})
    return found
