"""Names of months and seasons as people write them in English, Russian and Chinese."""

from collections.abc import Mapping

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_RUSSIAN = (
    *("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр"),
    *("ноябр", "декабр"),
)


def _months() -> Mapping[str, int]:
    found: dict[str, int] = {"sept": 9}
    for number, (english, russian) in enumerate(zip(_ENGLISH, _RUSSIAN, strict=True), 1):
        endings = ("", "а", "е") if russian in ("март", "август") else ("ь", "я", "е")
        endings = ("й", "я", "е") if russian == "ма" else endings
        found |= dict.fromkeys((english, english[:3]), number)
        found |= dict.fromkeys((russian + ending for ending in endings), number)
        if len(russian) > 3:
            found[russian[:3]] = number
    return found


MONTHS = _months()
"""Month numbers by name, in small letters."""

SEASONS = {
    name: season
    for season, names in (
        (21, "spring весна весны весной 春"),
        (22, "summer лето лета летом 夏"),
        (23, "autumn fall осень осени осенью 秋"),
        (24, "winter зима зимы зимой 冬"),
    )
    for name in names.split()
}
"""EDTF's numbers of the seasons."""

_ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"),
    *("xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"),
)
ROMAN = {name: number for number, name in enumerate(_ROMAN, 1)}
"""Numbers of centuries."""

UNKNOWN = frozenset(
    (
        *("?", "??", "-", "--", "..", "../..", "/", "n/a", "na", "none", "null", "tbd", "tba"),
        *("todo", "unknown", "undated", "uncertain", "n.d", "nd", "s.d", "no date", "not known"),
        *("date unknown", "дата неизвестна", "неизвестно", "неизвестна", "б.д", "б. д"),
        *("不详", "未知", "日期不详", "待定"),
    )
)
"""How people say that they do not know, in small letters without a point at the end."""

NOW = frozenset(
    (
        *("present", "now", "today", "date", "ongoing", "current"),
        *("настоящее время", "н.в", "今", "至今"),
    )
)
"""How people say that something goes on."""
