"""What larger archives would cost, from what smaller ones did: all of it grows in proportion."""

from collections.abc import Mapping
from dataclasses import dataclass

SIZES = (10_000, 100_000, 1_000_000)
WORKERS = (1, 8, 64)
PAGES = 1e9
"""Bytes that a site on GitHub Pages may have."""


@dataclass(frozen=True)
class Measured:
    """One size: seconds of a cold build with one process and with two, and of a build after one
    edit; memory in MB; bytes and files of the site."""

    one: float
    two: float
    edited: float
    memory: float
    bytes: int
    files: int


def model(measured: Mapping[int, Measured]) -> str:
    """A table of times, memory and sizes, by the largest archive that was measured.

    What two processes do not halve is done by one: with one for all of it, `one` = s + p seconds,
    and with two, `two` = s + p / 2.
    """
    briefs = max(measured)
    found = measured[briefs]
    alone = min(found.one, max(0.0, 2 * found.two - found.one)) / briefs
    shared = found.one / briefs - alone
    head = [f"cold, {many} worker{'s' if many > 1 else ''}" for many in WORKERS]
    lines = [
        f"| briefs | {' | '.join(head)} | one edited | memory | site | sites on Pages |",
        "|---|" + "---|" * (len(WORKERS) + 4),
    ]
    for size in SIZES:
        cold = [_time(size * (alone + shared / many)) for many in WORKERS]
        room = size * found.bytes / briefs
        lines.append(
            f"| {size:,} | {' | '.join(cold)} | {_time(size * found.edited / briefs)} | "
            f"{size * found.memory / briefs / 1000:.1f} GB | {room / 1e9:.1f} GB | "
            f"{-(-room // PAGES):.0f} |"
        )
    return "\n".join(
        [
            f"Of the {found.one / briefs * 1000:.0f} ms that a brief takes one process, "
            f"{alone * 1000:.0f} ms are work that others cannot share.",
            "",
            *lines,
        ]
    )


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"
