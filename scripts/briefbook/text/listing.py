"""Lists in plain English: “a, b or c”."""

from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """“a, b or c”."""
    return _joined(list(words), "or")


def both(words: Iterable[str]) -> str:
    """“a, b and c”."""
    return _joined(list(words), "and")


def _joined(words: list[str], last: str) -> str:
    return (
        f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
    )


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 link”, “2 links”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def opening(text: str, longest: int = 60) -> str:
    """A text that is quoted in a message: its beginning, where it is too long for one."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def lower_first(text: str) -> str:
    """The text with a small letter at its beginning, the rest as it is."""
    return text[:1].lower() + text[1:]
