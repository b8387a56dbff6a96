"""Keys that stand twice: one by one, or as what they are together."""

from briefbook.findings import Finding, Label, Place
from briefbook.syntax import finding_kinds
from briefbook.syntax.nodes import TextNode


def repeated_keys(
    path: str, again: list[tuple[TextNode, TextNode]], begins: str, *, of_list: bool
) -> list[Finding]:
    """The findings for keys that were there already, each given with the first one.

    `begins` is the first key of the mapping. Where it comes again with others, they are one slip:
    in an item of a list a hyphen is missing, in a whole file something was pasted twice.
    """
    first, was = again[0]
    many = len({key.value for key, _ in again})
    if first.value == begins and many >= (2 if of_list else 3):
        message, remedy = (
            (f"A new item seems to begin here, and the hyphen before “{begins}” is missing.",
             f"Write “- {begins}: …”, the hyphen below that of the item before.")
            if of_list
            else ("From here on everything comes a second time; only one can count.",
                  "Delete what was pasted twice.")
        )  # fmt: skip
        return [_finding(path, first, was, message, remedy)]
    return [
        _finding(
            path, key, was,
            f"“{key.value}” stands twice in the same place; only one can count.",
            "Delete one of the two, or join their contents.",
        )
        for key, was in again
    ]  # fmt: skip


def _finding(path: str, key: TextNode, was: TextNode, message: str, remedy: str) -> Finding:
    return Finding(
        finding_kinds.DUPLICATE_KEY,
        message,
        Place(path, span=key.span),
        remedy,
        (Label(Place(path, span=was.span), "it stands here already"),),
    )
