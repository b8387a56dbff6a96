"""Languages by name."""

from babel import Locale, UnknownLocaleError


def language_name(tag: str | None) -> str:
    """“Russian” for ru; the tag itself where its name is not known."""
    if not tag:
        return ""
    try:
        name = Locale.parse(tag, sep="-").get_language_name("en")
    except (ValueError, UnknownLocaleError):
        return tag
    return name or tag
