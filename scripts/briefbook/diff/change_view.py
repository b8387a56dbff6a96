"""A change as it is shown: what every form of a report prints, and what JSON carries."""

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change
from briefbook.findings import Region
from briefbook.model.correction import CorrectionSeverity as Weight

BoundedText = Annotated[str, Field(max_length=200_000)]
"""A text of a report that may come from a stranger."""
_REWRITTEN = (
    ChangeKind.correction_rewritten,
    ChangeKind.probability_rewritten,
    ChangeKind.resolution_rewritten,
)
_KINDS = {kind.value: kind for kind in ChangeKind}


class ReportPart(BaseModel):
    """Plain data of a report: every field is checked when it is read."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True, defer_build=True)


class DetailView(ReportPart):
    """One field of what came, went or changed, in words; its place as a path."""

    field: BoundedText
    before: BoundedText | None
    after: BoundedText | None

    @property
    def place(self) -> str:
        """Its field as a reader counts: “evidence.0.note” is “evidence 1, note”."""
        return as_counted(self.field)


class ChangeView(ReportPart):
    """A change in words, with its line; lines count from 1."""

    kind: BoundedText
    brief: BoundedText | None
    record: BoundedText | None
    field: BoundedText | None
    before: BoundedText | None
    after: BoundedText | None
    path: BoundedText
    line: int
    cause: BoundedText | None = None
    through: BoundedText | None = None
    holds: Annotated[tuple[DetailView, ...], Field(max_length=10_000)] = ()

    @property
    def known(self) -> ChangeKind | None:
        """Its kind; None for one that another version of the program knows."""
        return _KINDS.get(self.kind)

    @property
    def words(self) -> str:
        """“verdict moved”."""
        return self.kind.replace("-", " ")

    @property
    def severity(self) -> Weight:
        """How much it matters; what is unknown here matters little."""
        return self.known.weight if self.known else Weight.minor

    @property
    def knock_on(self) -> bool:
        """Whether it follows from another change."""
        return self.known is not None and self.known.is_knock_on

    @property
    def sides(self) -> tuple[str | None, str | None]:
        """Both values; where a field came or went, “none” stands on the other side."""
        before, after = self.before, self.after
        one_sided = self.known is None or self.known.is_one_sided
        if one_sided or before is None is after:
            return before, after
        return before if before is not None else "none", after if after is not None else "none"

    @property
    def names_its_field(self) -> bool:
        """Whether the kind alone says which field it is."""
        if self.known is ChangeKind.source_regraded:
            return (self.field or "").endswith(("reliability", ".grade"))
        return self.known is not None and self.known.names_its_field

    @property
    def place(self) -> str:
        """Its field as a reader counts: “evidence.0.note” is “evidence 1, note”."""
        return as_counted(self.field or "")

    @property
    def title(self) -> str:
        """What happened, and where the kind does not say it: “resolution rewritten, recorded”."""
        if not (self.names_its_field or self.is_of_whole) and self.place:
            return self.place
        if self.known in _REWRITTEN and self.field not in (None, "forecast"):
            below = re.sub(r"^forecast\.(resolution\.?|history\.\d+\.?)", "", self.field or "")
            return f"{self.words}, {as_counted(below)}" if below else self.words
        return self.words

    @property
    def rank(self) -> int:
        """Its place in a report, the weightiest first; what is unknown here comes last."""
        return self.known.rank if self.known else 9_999

    @property
    def is_of_whole(self) -> bool:
        """Whether it is of a brief as a whole, so that no field needs to be named."""
        return self.kind.endswith(("-added", "-removed")) or self.field == "status"

    @property
    def follows(self) -> str:
        """What something that follows does: “limited by”, “rests on”."""
        return "limited by" if self.known is ChangeKind.limit_moved else "rests on"


def as_counted(field: str) -> str:
    """A path as a reader counts: “evidence.0.note” is “evidence 1, note”."""
    words: list[str] = []
    for step in field.split("."):
        if step.isdigit() and words:
            words[-1] += f" {int(step) + 1}"
        else:
            words.append(step.replace("_", " "))
    return ", ".join(words)


def change_view(change: Change, region: Region | None = None) -> ChangeView:
    """A change with the line at which it stands; without one where nobody asks for it."""
    return ChangeView(
        kind=change.kind.value,
        brief=change.brief or None,
        record=change.record or None,
        field=change.field or None,
        before=change.before,
        after=change.after,
        path=region.path if region else change.place.path,
        line=region.line if region else 0,
        cause=change.cause,
        through=change.through,
        holds=tuple(
            DetailView(field=one.field, before=one.before, after=one.after) for one in change.holds
        ),
    )


def cut(text: str, most: int) -> str:
    """A text of at most so many characters, with a sign where it was cut."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
