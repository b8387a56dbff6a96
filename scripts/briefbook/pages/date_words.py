"""Dates in words: days, months, seasons, decades, spans, and years before Christ."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date

from briefbook.model import Edtf
from briefbook.model.moment import Moment, Shape

Number = Callable[[int], str]
_PLAIN_YEARS = range(100, 10000)
"""Years that are known for years without further words."""


@dataclass(frozen=True)
class Calendar:
    """How one language says dates; `number` groups the digits of long years."""

    babel_id: str
    translations: NullTranslations
    number: Number

    def when(self, value: Edtf) -> str:
        """A date in words."""
        if value.start is None and value.end is None:
            return self.say("date unknown")
        if not value.is_interval and value.start:
            return self._marked(value.start)
        if value.end is None and value.start:
            day = self._marked(value.start, inside=True)
            if value.text.endswith("/"):
                return self.say("since %(day)s, end unknown", day=day)
            return self.say("since %(day)s", day=day)
        if value.start is None and value.end:
            day = self._marked(value.end, inside=True)
            if value.text.startswith("/"):
                return self.say("until %(day)s, beginning unknown", day=day)
            return self.say("until %(day)s", day=day)
        start, end = (self._marked(moment) for moment in (value.start, value.end) if moment)
        return self.say("%(start)s to %(end)s", start=start, end=end)

    def since(self, value: Moment) -> str:
        """“since 6 April 2022”."""
        return self.say("since %(day)s", day=self._marked(value, inside=True))

    def year(self, year: int) -> str:
        """“2025”, “44 BC” for -43; “33 AD” where the bare figures could be any number."""
        return str(year) if year in _PLAIN_YEARS else self._year(year)

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue, its values filled in."""
        return self.translations.gettext(message) % values

    def _marked(self, moment: Moment, *, inside: bool = False) -> str:
        """With its mark; `inside` a phrase, after “since” or “until”, words take another case."""
        shown = self._bare(moment, inside=inside)
        match moment.qualifier:
            case "?":
                return self.say("probably %(day)s", day=shown)
            case "~":
                return self.say("about %(day)s", day=shown)
            case "%":
                return self.say("probably about %(day)s", day=shown)
        return shown

    def _bare(self, moment: Moment, *, inside: bool) -> str:
        match moment.shape:
            case Shape.decade | Shape.century:
                return self._years(moment, inside=inside)
            case Shape.season:
                return self._era(self._season(moment, inside=inside), moment.year)
            case Shape.some_month:
                return self.say(
                    "%(day)s, month unknown", day=self._year(moment.year, inside=inside)
                )
            case Shape.some_day if not moment.month:
                return self.say("%(day)s, day unknown", day=self._year(moment.year, inside=inside))
            case Shape.year:
                return self._year(moment.year, inside=inside)
        shown = self._era(self._formatted(moment, inside=inside), moment.year)
        return (
            self.say("%(day)s, day unknown", day=shown) if moment.shape is Shape.some_day else shown
        )

    def _formatted(self, moment: Moment, *, inside: bool) -> str:
        """A day or a month as CLDR has it, for years that Python's dates do not reach, too."""
        known = Locale.parse(self.babel_id)
        if moment.day:
            pattern = known.date_formats["long"].pattern
        else:
            pattern = known.datetime_skeletons["yMMMM"].pattern
            if inside and self.babel_id.startswith("ru"):  # “с апреля”, not “с апрель”
                pattern = pattern.replace("LLLL", "MMMM")
        digits = moment.year if moment.year > 0 else 1 - moment.year
        leap = date(2000, moment.month, moment.day or 1)
        return plain(format_date(leap, pattern.replace("y", f"'{digits}'"), locale=self.babel_id))

    def _year(self, year: int, *, inside: bool = False) -> str:
        digits = year if year > 0 else 1 - year
        shown = self.number(digits) if digits not in range(10000) else str(digits)
        if self.babel_id.startswith("zh"):
            shown += "年"
        elif self.babel_id.startswith("ru") and (inside or year not in _PLAIN_YEARS):
            shown += "\u00a0г."
        return self._era(shown, year)

    def _era(self, shown: str, year: int) -> str:
        if year in _PLAIN_YEARS:
            return shown
        if year > 0:
            return self.say("%(day)s AD", day=shown)
        return self.say("%(day)s BC", day=shown)

    def _season(self, moment: Moment, *, inside: bool) -> str:
        get = self.translations
        said = {
            21: get.pgettext("season", "spring %(year)s"),
            22: get.pgettext("season", "summer %(year)s"),
            23: get.pgettext("season", "autumn %(year)s"),
            24: get.pgettext("season", "winter %(year)s"),
        }
        if inside:
            said = {
                21: get.pgettext("after since or until", "spring %(year)s"),
                22: get.pgettext("after since or until", "summer %(year)s"),
                23: get.pgettext("after since or until", "autumn %(year)s"),
                24: get.pgettext("after since or until", "winter %(year)s"),
            }
        return said[moment.month] % {"year": moment.year if moment.year > 0 else 1 - moment.year}

    def _years(self, moment: Moment, *, inside: bool) -> str:
        """“1990s”, “1900–1999”."""
        first, last = moment.year, moment.last_year
        if moment.shape is Shape.decade and first >= 100:
            said = self.translations.pgettext("decade", "%(year)ss")
            if inside:
                said = self.translations.pgettext("after since or until", "the %(year)ss")
            return said % {"year": first}
        if first <= 0 < last:
            start, end = self._year(first), self._year(last)
            return self.say("%(start)s to %(end)s", start=start, end=end)
        low, high = (first, last) if first > 0 else (1 - first, 1 - last)
        return self._era(self.say("%(first)s–%(last)s", first=low, last=high), first)


def plain(written: str) -> str:
    """CLDR sets narrow blanks before “г.” that many typefaces lack; it never stands alone."""
    return written.replace("\u202f", "\u00a0").replace(" г.", "\u00a0г.")
