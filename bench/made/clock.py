"""CPU time of this process, measured side by side."""

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

gc.set_threshold(200_000, 50, 50)  # as the command does


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU time that some work takes; rubbish of earlier work is not counted."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def medians(*works: Callable[[], object], repeats: int = 5) -> list[float]:
    """The median of each, run in turns, so that a busy machine slows all of them alike."""
    rounds = [[cpu(work) for work in works] for _ in range(repeats)]
    return [median(times) for times in zip(*rounds, strict=True)]


def said(ratio: float, target: float) -> str:
    """A ratio with its target, and a mark where it is missed."""
    mark = "" if ratio <= target else "   ← over the target"
    return f"{ratio:5.2f} × (target ≤ {target:g}){mark}"
