"""How long `briefbook check` takes, against reading alone, and how that grows with the corpus.

Prints seconds, and ratios measured side by side in one run; asserts nothing.
"""

import json
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

import yaml
from made.briefs import SOURCES_EACH, Data, brief, entities, library
from made.clock import said
from made.prose import ROOT

SIZES = {250: 2, 500: 1, 1000: 1}
"""Generated briefs, and how often each number of them is checked, in turns."""
CHILD = """
import gc, json, resource, sys, time
from datetime import date
from pathlib import Path
from briefbook.analysis.edition import Edition
from briefbook.corpus import load
from briefbook.lint import run
from briefbook.model.settings import Settings

def now():
    return time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

gc.set_threshold(200_000, 50, 50)  # as the command does
marks = [now()]
edition = Edition(load(Path(sys.argv[1])), date(2026, 11, 23), Settings())
marks.append(now())
report = run(edition)
marks.append(now())
print(json.dumps([*marks, len(report.findings)]))
"""
Figures = tuple[float, float, float, float, int]
"""CPU seconds of reading and of the rules; MB on top of the program after each; findings."""


def best(*arguments: str, cwd: Path = ROOT, repeats: int = 5) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def corpus(folder: Path, briefs: int) -> Path:
    """Copies of a real brief under other names, with the real library."""
    (folder / "mkdocs.yml").write_text("site_name: Bench\n")
    real = ROOT / "briefings" / "_library"
    for path in real.rglob("*.yml"):
        target = folder / "briefings" / "_library" / path.relative_to(real)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for path in (ROOT / "briefings").glob("*.yml"):
        (folder / "briefings" / path.name).write_bytes(path.read_bytes())
    copied = (ROOT / "briefings" / "deepseek-cost-claims.yml").read_bytes()
    for number in range(briefs):
        (folder / "briefings" / f"copy-{number}.yml").write_bytes(copied)
    return folder


def write(path: Path, data: Data | list[Data]) -> None:
    """One file of a project."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def generate(folder: Path, briefs: int) -> Path:
    """Different briefs, with a library that grows with them."""
    sources = list(library(briefs))
    for start in range(0, len(sources), 50 * SOURCES_EACH):
        part = sources[start : start + 50 * SOURCES_EACH]
        write(folder / "briefings" / "_library" / "sources" / f"part-{start}.yml", part)
    write(folder / "briefings" / "_library" / "entities.yml", list(entities(briefs)))
    for number in range(briefs):
        write(folder / "briefings" / f"brief-{number}.yml", brief(number))
    return folder


def measure(folder: Path) -> Figures:
    """One check in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, check=True
    )
    (start, base), (read, after), (end, peak), findings = json.loads(done.stdout)
    return read - start, end - read, after - base, peak - base, findings


def table(rows: dict[int, list[Figures]]) -> None:
    """Time and memory of each size, then how both grow from one to the next."""
    found = {size: [median(column) for column in zip(*runs, strict=True)]
             for size, runs in rows.items()}  # fmt: skip
    for size, (read, rules, after, peak, findings) in found.items():
        print(
            f"{size:4} generated briefs   reading {read:5.2f} s   rules {rules:5.2f} s   "
            f"all ÷ reading {said((read + rules) / read, 2.5)}   peak {after:4.0f} MB reading, "
            f"{peak:4.0f} MB all   {findings:.0f} findings"
        )
    for (small, one), (large, two) in pairwise(found.items()):
        ratios = "   ".join(
            f"{name} {after / before:4.2f} ×"
            for name, before, after in zip(
                ("reading", "rules", "peak reading", "peak all"), one, two, strict=False
            )
        )
        print(f"{small} → {large} briefs   {ratios}   (linear: 2)")


def main() -> None:
    """Print the figures."""
    python = best("-c", "pass")
    three = best("-m", "briefbook", "check", repeats=3)
    print(f"python alone          {python:6.2f} s")
    print(f"check, three briefs   {three:6.2f} s   {three / python:5.1f} × python alone")
    base = three
    for briefs in (100, 200, 400):
        with tempfile.TemporaryDirectory() as folder:
            taken = best("-m", "briefbook", "check", cwd=corpus(Path(folder), briefs), repeats=1)
        each = (taken - base) / briefs * 1000
        print(
            f"check, {briefs:4} briefs more {taken:5.2f} s   {each:5.2f} ms for each of 650 lines"
        )
    with tempfile.TemporaryDirectory() as root:
        folders = {size: generate(Path(root) / str(size), size) for size in SIZES}
        rows: dict[int, list[Figures]] = {size: [] for size in SIZES}
        for turn in range(max(SIZES.values())):
            for size, repeats in SIZES.items():
                if turn < repeats:
                    rows[size].append(measure(folders[size]))
    table(rows)


if __name__ == "__main__":
    main()
