"""Where a page stands: the way to addresses of the site, and its language, seen from there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import relative
from briefbook.model import Edtf
from briefbook.pages.localisation import Locale, locale_of


@dataclass(frozen=True)
class Viewpoint:
    """An edition, seen from the page at `here` (“briefings/x/”), about `brief` (may be empty).

    With `base` (“/” or “/name/”) links begin at the site's root instead of the page. `numbers` are
    those of the sources in the page's list of sources.
    """

    edition: Edition
    here: str
    brief: str = ""
    base: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def locale(self) -> Locale:
        """The language of the interface."""
        return locale_of(self.edition.settings)

    def inside(self, brief: str) -> Self:
        """The same place, about another brief."""
        return self if brief == self.brief else replace(self, brief=brief)

    @cached_property
    def lang(self) -> str | None:
        """The language of the brief that it is about, where it is not the site's."""
        return self.lang_of(self.brief)

    def lang_of(self, brief: str) -> str | None:
        """A brief's language, where it is not the site's."""
        record = self.edition.briefs.get(brief)
        own = self.edition.language(record) if record else self.edition.settings.language
        return None if own == self.edition.settings.language else own

    def foreign(self, language: str | None) -> str | None:
        """A language tag, unless it is the site's own."""
        return None if language == self.edition.settings.language else language

    def url(self, there: str) -> str:
        """The way to an address of the site."""
        return f"{self.base}{there}" if self.base else relative(self.here, there)

    def when(self, value: Edtf | None) -> str:
        """A date in words."""
        return self.locale.when(value)
