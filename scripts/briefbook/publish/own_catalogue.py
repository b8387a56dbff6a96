"""Looks at a site's own catalogue before pages are made with it."""

import re
from collections.abc import Iterator
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from briefbook.model.settings import Settings
from briefbook.pages.localisation import INTERFACE_LANGUAGES, base_language, is_translated
from briefbook.project.wrong_use import WrongUse
from briefbook.text.listing import both
from briefbook.text.terminal import visible

_VALUE = re.compile(r"%\(\w+\)[a-z]")
_STRAY = re.compile(r"%(?!\(\w+\)[a-z])")


def check_catalogue(settings: Settings) -> Iterator[str]:
    """What to say of the interface's language: a warning where pages come out in English.

    Raises WrongUse if the site's own catalogue cannot be read, or a translation loses a value.
    """
    language = visible(settings.language)
    if not settings.catalogue:
        if base_language(settings.language) not in INTERFACE_LANGUAGES:
            yield (
                f"the interface speaks {both([*INTERFACE_LANGUAGES])}, not “{language}”: its words "
                "are in English; “briefbook new catalogue” begins a translation"
            )
        return
    name = f"{base_language(settings.language)}.po"
    try:
        Locale.parse(settings.language, sep="-")
        messages = read_po(
            BytesIO(settings.catalogue.encode()),
            locale=base_language(settings.language),
            abort_invalid=True,
        )
    except UnknownLocaleError:
        raise WrongUse(f"{name}: “{language}” is no language that is known") from None
    except (ValueError, PoFileError) as error:
        raise WrongUse(f"{name} cannot be read: {visible(str(error))}") from None
    for message in messages:
        _refuse_lost_values(name, message)
    lacking = sum(1 for message in messages if message.id and not is_translated(message))
    if lacking:
        yield f"{name}: {lacking} of {len(messages)} messages are in English: no translation yet"


def _refuse_lost_values(name: str, message: Message) -> None:
    asked, said = _forms(message.id), _forms(message.string)
    every = {value for form in asked for value in _VALUE.findall(form)}
    needed = {value for value in _VALUE.findall(asked[-1]) if value != "%(num)s"}
    for one in filter(None, said):
        there = {*_VALUE.findall(one)}
        if needed - there or there - every or (every and _STRAY.search(one.replace("%%", ""))):
            raise WrongUse(
                f"{name}: the translation of “{visible(asked[-1])}” must hold "
                f"{both(sorted(every)) or 'no value'}, and “%%” for a percent sign"
            )


def _forms(text: object) -> list[str]:
    """A text, or its plural forms."""
    return [text] if isinstance(text, str) else list(text) if isinstance(text, list | tuple) else []
