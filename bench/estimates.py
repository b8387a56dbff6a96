"""How well estimates are told from ordinary prose, and how the time grows with the text.

Prints shares, the sentences that are taken wrongly, and ratios of CPU time; asserts nothing.
"""

from random import Random
from typing import TypedDict

import yaml
from made.clock import cpu, medians, said
from made.prose import ROOT, prose

from briefbook.analysis.estimative_language import estimative_phrases

LABELLED = ROOT / "tests" / "estimates" / "labelled.yml"
HALVES = ("written with", "held out")
TARGET = 2.5
LONG = 6_000
HARD = {
    "likely, no full stop": ("it is likely ", ""),
    "open quotation marks": ("“likely ", ""),
    "odds, no verb": ("odds of it and ", ""),
    "chances, no verb": ("the chances of it ", ""),
    "likely., no blanks": ("likely.", ""),
    "one long word": ("likely", ""),
    "full stops": (".", ""),
    "full stops, a letter": (".", "x"),
    "closing marks": (")", ""),
    "blank lines": ("likely\n \n", ""),
    "blanks": (" ", ""),
    "initials": ("A. B. ", ""),
}
"""Pieces that make up texts without an end in sight, and what ends them."""


class Labelled(TypedDict):
    """One labelled sentence."""

    text: str
    estimate: bool
    why: str


def measure(name: str, half: list[Labelled]) -> None:
    """Precision, recall and what was taken wrongly."""
    found = [bool(list(estimative_phrases(one["text"]))) for one in half]
    right = sum(taken and one["estimate"] for taken, one in zip(found, half, strict=True))
    meant = sum(one["estimate"] for one in half)
    print(
        f"{name:13} {len(half)} sentences   precision {right / sum(found):.3f} "
        f"({right} of {sum(found)})   recall {right / meant:.3f} ({right} of {meant})"
    )
    for taken, one in zip(found, half, strict=True):
        if taken != one["estimate"]:
            how = "taken for one" if taken else "missed       "
            print(f"  {how}  {one['text']}  [{one['why']}]")


def growth(name: str, text: str, twice: str) -> None:
    """The time for a text twice as long, against the text."""
    once = cpu(lambda: list(estimative_phrases(text)))
    repeats = max(1, int(0.02 / (once + 1e-6)))
    less, more = medians(
        lambda: [list(estimative_phrases(text)) for _ in range(repeats)],
        lambda: [list(estimative_phrases(twice)) for _ in range(repeats)],
    )
    rate = less / repeats / len(text) * 1e6
    print(f"twice as long, {name:20} {said(more / less, TARGET)}   {rate:6.3f} µs a character")


def main() -> None:
    """Print the figures."""
    sentences: list[Labelled] = yaml.safe_load(LABELLED.read_text(encoding="utf-8"))
    for number, name in enumerate(HALVES):
        measure(name, [one for at, one in enumerate(sentences) if at // 2 % 2 == number])
    texts = [one["text"] for one in sentences]
    texts += [text for name in ("reasoning", "because", "note") for text in prose()[name]]
    Random(0).shuffle(texts)
    joined = " ".join(texts[:400])
    growth("prose", joined, joined + joined)
    endless = joined.replace(".", "")
    growth("prose, no full stop", endless, endless + endless)
    for name, (piece, end) in HARD.items():
        few, many = (piece * (size // len(piece)) + end + " likely" for size in (LONG, 2 * LONG))
        growth(name, few, many)


if __name__ == "__main__":
    main()
