"""The product's settings: what stands under `extra.briefbook` in mkdocs.yml, and what it needs."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from briefbook.findings import Severity
from briefbook.model.brief import ScaleId
from briefbook.model.record import OneOrMany, Record, listed, mapped, optional, required
from briefbook.model.scalars import Text

LEVELS = tuple(level.name for level in reversed(Severity))


def _level(value: object) -> Severity:
    if isinstance(value, str) and value in LEVELS:
        return Severity[value]
    raise PydanticCustomError(
        "wrong_word", "“{value}” is no severity: choose error, warning or note",
        {"value": str(value), "words": list(LEVELS)},
    )  # fmt: skip


def _count(value: object) -> int:
    text = str(value)
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > 2:
        raise PydanticCustomError("not_a_number", "“{value}” is no number from 0 to 99",
                                  {"value": text})  # fmt: skip
    return int(text)


Level = Annotated[Severity, BeforeValidator(_level), WithJsonSchema({"enum": list(LEVELS)})]
"""A severity by its name."""


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("not_a_flag", "this is either true or false")


Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]


class ThemeUse(StrEnum):
    """How our pages live with a site's theme."""

    whole = "whole"
    pages = "pages"


class ReferenceUse(StrEnum):
    """Where the reference of fields, rules and commands stands."""

    link = "link"
    build = "build"


class ClaimPages(StrEnum):
    """Which claims have a page of their own."""

    none = "none"
    reviewed = "reviewed"
    all = "all"


class RuleChoice(Record):
    """Which rules count, and how much; codes or their beginnings (“CLM”, “CLM004”), or names."""

    select: OneOrMany[Text] = listed("Only these rules.", ["CLM", "SRC"])
    ignore: OneOrMany[Text] = listed("Not these rules.", ["CLM007"])
    severity: dict[str, Level] = mapped("Another severity.", {"CLM004": "warning"})


class Reviewer(Record):
    """Somebody who may sign: a name, former names, and the addresses under which they commit."""

    short = "name"

    name: Text = required("The name under which they sign.", "Name of a reviewer")
    names: OneOrMany[Text] = listed("Other names of the same person.", ["A former name"])
    addresses: OneOrMany[Text] = listed("The addresses in their commits.", ["reviewer@example.org"])


class RulesSettings(RuleChoice):
    """`extra.briefbook.rules`: a profile, changes to it, and changes for some paths only."""

    profile: Text | None = optional("A bundle of choices.", "newsroom")
    preview: Flag = Field(default=False, description="Run rules in preview, too.", examples=[True])
    signoffs: Count | None = optional("How many sign-offs publication needs.", 1)
    reviewers: OneOrMany[Reviewer] = listed(
        "Who may sign; without a list, everybody who did not write the brief.",
        [{"name": "Name of a reviewer", "addresses": ["reviewer@example.org"]}],
    )
    paths: dict[str, RuleChoice] = mapped(
        "Changes for a file, a folder or a pattern.", {"briefings/archive": {"ignore": ["BRF"]}}
    )


class SnapshotSettings(Record):
    """`extra.briefbook.snapshots`: where the texts of sources are stored."""

    store: Text | None = optional("Their folder, as seen from the project's.", "../texts")
    commit: Flag = Field(
        default=False, description="Whether they may go into git.", examples=[True]
    )


class BriefbookSettings(Record):
    """`extra.briefbook` in mkdocs.yml."""

    theme: ThemeUse | None = optional(
        "Whether Briefbook makes the whole site, or its pages beside what the site has already.",
        "whole",
    )
    reference: ReferenceUse | None = optional(
        "Whether the site holds the reference of fields, rules and commands, or leaves it to "
        "Briefbook's own.",
        "build",
    )
    claim_pages: ClaimPages | None = optional(
        "Which claims have a page of their own, for sharing: none, those that somebody made "
        "(reviewed), or all.",
        "reviewed",
    )
    scale: ScaleId | None = optional("Likelihood scale of briefs that name none.", "icd203")
    edit_url: Text | None = optional(
        "Address before a brief's path, for “Edit this brief”.",
        "https://example.org/edit/main/",
    )
    report_url: Text | None = optional(
        "Address before that of a page or record, for “Report an error”.",
        "https://example.org/issues/new?template=report-an-error.yml&record=",
    )
    contact_url: Text | None = optional(
        "Where readers reach the editors: an address of the web or of mail.",
        "https://example.org/issues",
    )
    license: Text | None = optional(
        "Under which licence the briefs may be used: one of Creative Commons by its SPDX id, or "
        "the address of another.",
        "CC-BY-4.0",
    )
    kinds: dict[str, Text] = mapped(
        "Kinds of barrier and question of the house's own, with their words.",
        {"water": "access to water"},
    )
    locale: Text | None = optional(
        "A folder of the project with catalogues of the interface in other languages.", "locale"
    )
    snapshots: SnapshotSettings | None = optional(
        "Where the texts of sources are stored.", {"store": "../texts"}
    )
    rules: RulesSettings | None = optional(
        "Which rules count, and how much.", {"profile": "newsroom"}
    )


class Settings(Record):
    """What the compiler needs to know of a site.

    `signoffs` is what publication needs; `catalogue` the text of the site's own catalogue (PO).
    """

    site_name: str = "Briefbook"
    site_description: str = ""
    site_url: str = ""
    language: str = "en"
    scale: str = "icd203"
    edit_url: str = ""
    report_url: str = ""
    contact_url: str = ""
    license: str = ""
    theme: str = "whole"
    reference: str = "link"
    claim_pages: str = "reviewed"
    kinds: dict[str, str] = Field(default_factory=dict)
    catalogue: str = ""
    rules: RulesSettings = RulesSettings()
    signoffs: int = 0
