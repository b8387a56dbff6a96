"""The interface's language: its messages, the words of the vocabulary, dates, numbers and lists.

A site speaks the language of its mkdocs.yml (`theme.language`). Messages are written in English;
catalogues in `locale/` hold the other languages (gettext, by Babel). Content is never translated.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.dates import format_date
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from briefbook.model import Edtf
from briefbook.model.settings import Settings
from briefbook.pages.date_words import Calendar, plain
from briefbook.pages.numbers import written_number
from briefbook.text.bidi import isolated

INTERFACE_LANGUAGES = ("en", "ru", "zh")
"""Languages in which the interface is written; a site in another one is shown in English."""
_LOCALES = {"en": "en_GB", "ru": "ru_RU", "zh": "zh_Hans_CN"}


@dataclass(frozen=True)
class Locale:
    """One language of the interface."""

    language: str
    translations: NullTranslations
    babel_id: str = "en_GB"
    kinds: tuple[tuple[str, str], ...] = ()
    """A house's own kinds of barrier and question, and their words."""

    def say(self, message: str, **values: object) -> str:
        """A message, its `%(name)s` filled with values; those from right to left are set apart."""
        said = self.translations.gettext(message)
        return _filled(said, values) if values else said

    def counted(self, one: str, many: str, number: int, **values: object) -> str:
        """A message in the form for a number, which stands in it as `%(num)s`."""
        said = self.translations.ngettext(one, many, number)
        return _filled(said, {"num": self.number(number), **values})

    def word(self, kind: str, value: str | None) -> str:
        """A word of the vocabulary for people: (“flaw”, “wrong-date”) as “wrong date”."""
        plain = (value or "").replace("-", " ").replace("_", " ")
        if not plain:
            return ""
        if kind == "field" and value in (own := dict(self.kinds)):
            return own[value]
        said = self.translations.pgettext(kind, plain)
        return _AS_SPOKEN.get((kind, said), said)

    def title(self, kind: str, value: str | None) -> str:
        """The same with a capital: “Not checkable”."""
        return upper_first(self.word(kind, value))

    def number(self, value: int | Decimal) -> str:
        """“12,345.6”; “1 × 10²⁵” for one that nobody reads in figures."""
        return _number(value, self.babel_id)

    def percent(self, probability: Decimal) -> str:
        """A probability from 0 to 1 as “25 %”."""
        return f"{self.number((probability * 100).normalize())} %"

    def day(self, value: date) -> str:
        """“6 February 2025”."""
        return plain(format_date(value, "long", locale=self.babel_id))

    @property
    def calendar(self) -> Calendar:
        """How it says dates."""
        return Calendar(self.babel_id, self.translations, self.number)

    def when(self, value: Edtf | None) -> str:
        """An EDTF date in words; nothing for an absent one."""
        return _when(value.text, self) if value else ""

    def year(self, value: int) -> str:
        """“2025”; “44 BC” for -43."""
        return self.calendar.year(value)

    def decimal(self, value: float, digits: int = 2) -> str:
        """“0.25”, with so many digits after the point."""
        return format_decimal(value, format="0." + "0" * digits, locale=self.babel_id)

    def since(self, value: Edtf | None) -> str:
        """“since 6 April 2022”; nothing for an absent date."""
        if value is None or value.start is None or value.is_interval:
            return ""
        return self.calendar.since(value.start)

    @property
    def comma(self) -> str:
        """What stands between the words of a list."""
        return self.translations.pgettext("between words of a list", ", ")

    def joined(self, words: list[str]) -> str:
        """“a, b and c”."""
        if len(words) < 2:
            return "".join(words)
        words = [isolated(word) for word in words]
        last = self.translations.pgettext("before the last word of a list", " and ")
        return last.join([self.comma.join(words[:-1]), words[-1]])

    def language_name(self, tag: str | None) -> str:
        """“Russian” for ru; the tag itself where its name is not known."""
        if not tag:
            return ""
        try:
            name = BabelLocale.parse(tag, sep="-").get_display_name(self.babel_id)
        except (ValueError, UnknownLocaleError):
            return tag
        return name or tag

    def own_name(self, tag: str) -> str:
        """A language's name in itself: “русский”; the tag where it is not known."""
        try:
            return BabelLocale.parse(tag, sep="-").get_display_name() or tag
        except (ValueError, UnknownLocaleError):
            return tag


@cache
def locale_for(language: str) -> Locale:
    """The locale for a language tag: its own, else English."""
    short = base_language(language)
    if short not in INTERFACE_LANGUAGES or short == "en":
        return Locale("en", NullTranslations())
    catalogue = files("briefbook.pages").joinpath("locale", f"{short}.po")
    return Locale(short, translations(catalogue.read_bytes(), short), _LOCALES[short])


def locale_of(settings: Settings) -> Locale:
    """The locale of a site, with its own catalogue and kinds where it has some."""
    return _own_locale(settings.language, settings.catalogue, tuple(sorted(settings.kinds.items())))


@lru_cache(maxsize=16)
def _own_locale(language: str, catalogue: str, kinds: tuple[tuple[str, str], ...]) -> Locale:
    if not catalogue:
        return replace(locale_for(language), kinds=kinds)
    short = base_language(language)
    babel_id = str(BabelLocale.parse(language, sep="-"))
    return Locale(short, translations(catalogue.encode(), short), babel_id, kinds)


def base_language(tag: str) -> str:
    """The language of a tag: “zh” for “zh-Hans”."""
    return tag.partition("-")[0].partition("_")[0].lower()


def translations(catalogue: bytes, language: str) -> GNUTranslations:
    """A catalogue (PO) as it is asked for messages. What has no translation stays in English.

    Raises ValueError or Babel's PoFileError if it cannot be read.
    """
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(catalogue), locale=language, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)


def is_translated(message: Message) -> bool:
    """Whether a message has its translation, in every plural form."""
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


_AS_SPOKEN = {
    ("source type", "article newspaper"): "newspaper article",
    ("source type", "article magazine"): "magazine article",
    ("source type", "article journal"): "journal article",
    ("source type", "post weblog"): "blog post",
    ("source type", "paper conference"): "conference paper",
    ("source type", "legal case"): "court decision",
    ("source type", "motion picture"): "video",
    ("source type", "song"): "recording",
    ("source type", "graphic"): "picture",
}
"""English for words of the format that nobody says so."""


_LAST = re.compile(r"%\((\w+)\)s\.(?!\.)")


def _filled(message: str, values: Mapping[str, object]) -> str:
    return with_one_stop(message, values) % _apart(values)


def with_one_stop(message: str, values: Mapping[str, object]) -> str:
    """A message to be filled with these values. One full stop ends both a value (“2025 г.”, “Inc.”)
    and the sentence in which it is last; what stands within a value stays as it is."""

    def once(found: re.Match[str]) -> str:
        return found[0][:-1] if str(values.get(found[1], "")).endswith(".") else found[0]

    return _LAST.sub(once, message)


def _apart(values: Mapping[str, object]) -> dict[str, object]:
    """Values of a message: plain texts from right to left isolated, HTML as it is."""
    return {
        name: isolated(value) if type(value) is str else value for name, value in values.items()
    }


def upper_first(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=65536)
def _when(text: str, locale: Locale) -> str:
    return locale.calendar.when(Edtf.parse(text))


@lru_cache(maxsize=65536)
def _number(value: int | Decimal, babel_id: str) -> str:
    return written_number(Decimal(value), babel_id)
