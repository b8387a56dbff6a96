"""The interface's language: its messages, the words of the vocabulary, dates, numbers and lists.

A site speaks the language of its mkdocs.yml (`theme.language`). Messages are written in English;
catalogues in `locale/` hold the other languages (gettext, by Babel). Content is never translated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale as BabelLocale
from babel import UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from briefbook.model import Edtf
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

    def say(self, message: str, **values: object) -> str:
        """A message, its `%(name)s` filled with values; those from right to left are set apart."""
        said = self.translations.gettext(message)
        return said % _apart(values) if values else said

    def counted(self, one: str, many: str, number: int, **values: object) -> str:
        """A message in the form for a number, which stands in it as `%(num)s`."""
        said = self.translations.ngettext(one, many, number)
        return said % {"num": self.number(number), **_apart(values)}

    def word(self, kind: str, value: str | None) -> str:
        """A word of the vocabulary for people: (“flaw”, “wrong-date”) as “wrong date”."""
        plain = (value or "").replace("-", " ")
        if not plain:
            return ""
        said = self.translations.pgettext(kind, plain)
        return _AS_SPOKEN.get((kind, said), said)

    def title(self, kind: str, value: str | None) -> str:
        """The same with a capital: “Not checkable”."""
        return upper_first(self.word(kind, value))

    def number(self, value: int | Decimal) -> str:
        """“12,345.6”; “1 × 10²⁵” for one that nobody reads in figures."""
        return written_number(Decimal(value), _LOCALES[self.language])

    def percent(self, probability: Decimal) -> str:
        """A probability from 0 to 1 as “25 %”."""
        return f"{self.number((probability * 100).normalize())} %"

    def day(self, value: date) -> str:
        """“6 February 2025”."""
        return plain(format_date(value, "long", locale=_LOCALES[self.language]))

    @property
    def calendar(self) -> Calendar:
        """How it says dates."""
        return Calendar(_LOCALES[self.language], self.translations, self.number)

    def when(self, value: Edtf | None) -> str:
        """An EDTF date in words; nothing for an absent one."""
        return _when(value.text, self.language) if value else ""

    def year(self, value: int) -> str:
        """“2025”; “44 BC” for -43."""
        return self.calendar.year(value)

    def decimal(self, value: float, digits: int = 2) -> str:
        """“0.25”, with so many digits after the point."""
        return format_decimal(value, format="0." + "0" * digits, locale=_LOCALES[self.language])

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
            name = BabelLocale.parse(tag, sep="-").get_display_name(_LOCALES[self.language])
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
    short = language.partition("-")[0].partition("_")[0].lower()
    if short not in INTERFACE_LANGUAGES or short == "en":
        return Locale("en", NullTranslations())
    catalogue = files("briefbook.pages").joinpath("locale", f"{short}.po")
    compiled = BytesIO()
    with catalogue.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=short))
    compiled.seek(0)
    return Locale(short, GNUTranslations(compiled))


_AS_SPOKEN = {
    ("source type", "article newspaper"): "newspaper article",
    ("source type", "article magazine"): "magazine article",
    ("source type", "article journal"): "journal article",
    ("source type", "post weblog"): "blog post",
}
"""English for words of the format that nobody says so."""


def _apart(values: Mapping[str, object]) -> dict[str, object]:
    """Values of a message: plain texts from right to left isolated, HTML as it is."""
    return {
        name: isolated(value) if type(value) is str else value for name, value in values.items()
    }


def upper_first(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=65536)
def _when(text: str, language: str) -> str:
    return locale_for(language).calendar.when(Edtf.parse(text))
