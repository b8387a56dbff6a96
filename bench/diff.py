"""How long `briefbook diff` takes when ten briefs of many changed, and how much of them it reads.

Prints seconds, and ratios measured side by side in one run; asserts nothing.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml
from made.briefs import SOURCES_EACH, Data, brief, entities, library

SIZES = (1_000, 10_000)
CHANGED = 10
EACH = 50
"""Sources in one file of the library."""
RUNS = 3
CHILD = """
import sys, time
from datetime import date
from pathlib import Path
from briefbook.diff.git import Repository
from briefbook.diff.revisions import compare_revisions
from briefbook.model.settings import Settings
import briefbook.diff.revisions as module
read = []
original = module.gather
def watch(files, *more):
    files = list(files)
    read.append(len(files))
    return original(files, *more)
module.gather = watch
head = sys.argv[3] if len(sys.argv) > 3 else None
found = compare_revisions(
    Repository.of(Path(sys.argv[1])), sys.argv[2], head, date(2026, 11, 23), Settings()
)
print(max(read), len(found.changes))
"""


def write(path: Path, data: Data | list[Data]) -> None:
    """One file of a project."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    """Run git as somebody with a name."""
    subprocess.run(
        ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org",
         "-c", "gc.auto=0", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


def generate(folder: Path, briefs: int) -> Path:
    """A repository of two commits: many briefs, then ten of them changed."""
    (folder / "mkdocs.yml").write_text("site_name: Bench\n")
    shelf = folder / "briefings" / "_library"
    sources = list(library(briefs))
    for start in range(0, len(sources), EACH * SOURCES_EACH):
        write(shelf / "sources" / f"{start}.yml", sources[start : start + EACH * SOURCES_EACH])
    write(shelf / "entities.yml", list(entities(briefs)))
    for number in range(briefs):
        write(folder / "briefings" / f"brief-{number}.yml", brief(number))
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "all")
    git(folder, "repack", "-adq")
    for number in range(0, briefs, briefs // CHANGED):
        path = folder / "briefings" / f"brief-{number}.yml"
        moved = "verdict: unverified"
        text = path.read_text(encoding="utf-8")
        text = text.replace("verdict: supported", moved, 1).replace("verdict: contested", moved, 1)
        path.write_text(text, encoding="utf-8")
    git(folder, "commit", "--all", "--quiet", "--message", "ten changed")
    return folder


def measure(*arguments: str) -> tuple[float, str]:
    """The shortest of some runs, in seconds from beginning to end, and what was printed."""
    times, said = [], ""
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run(arguments, check=True, capture_output=True, text=True)
        times.append(time.perf_counter() - start)
        said = done.stdout
    return min(times), said


def main() -> None:
    """Both sizes, between two revisions and with the working tree, and what a bare start costs."""
    start, _ = measure(sys.executable, "-c", "import briefbook.diff.revisions")
    print(f"a bare start of the program: {start:.2f} s")
    for briefs in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = generate(Path(name), briefs)
            for sides in (("HEAD~1", "HEAD"), ("HEAD~1",)):
                took, said = measure(sys.executable, "-c", CHILD, str(folder), *sides)
                read, changes = said.split()
                print(
                    f"{briefs:,} briefs, {CHANGED} changed, {' to '.join(sides)}: {took:.2f} s "
                    f"({took / start:.1f} x a bare start); {read} files read of each side, "
                    f"{changes} changes"
                )


if __name__ == "__main__":
    main()
