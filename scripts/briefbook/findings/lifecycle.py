"""The life of a rule: since when it exists, whether it is tried out first, and how it ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deprecated:
    """A rule on its way out: since which version, and what to do, as a sentence.

    It runs as before until the next release. Then its code is retired.
    """

    since: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Life:
    """Since which version a rule exists; one in preview runs only for those who ask for it."""

    since: str = "0.1.0"
    preview: bool = False
    deprecated: Deprecated | None = None

    def __str__(self) -> str:
        """One sentence in Markdown for whoever reads the rule's page."""
        if self.deprecated:
            gone = f"deprecated since {self.deprecated.since}: {self.deprecated.remedy}"
            return f"*Since {self.since}, {gone}*"
        if self.preview:
            return (
                f"*Since {self.since}, in preview: it runs only where it is selected by its code "
                "or name, or with `preview: true`.*"
            )
        return f"*Since {self.since}.*"


FROM_THE_START = Life()
