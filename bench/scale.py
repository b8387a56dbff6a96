"""What a build costs at 100 to 10,000 made briefs, cold and after one edit, beside other engines.

`python bench/scale.py 100 1000 3000` measures in turns and prints tables (without sizes, 100); with
`--write` it also makes docs/performance.md, with the machine, a plot and a model of larger
archives. Asserts nothing. An engine that is not installed is left out.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from made.archive import archive, name, write
from made.cluster import cluster
from made.growth import growth_plot
from made.model import Measured, model
from made.prose import ROOT

from briefbook.publish.shell.converted import converted

Data = Any
TODAY, TOMORROW = "2026-11-28", "2026-11-29"
PAGE = ROOT / "docs" / "performance.md"
PLOT = ROOT / "docs" / "assets" / "growth.svg"
PLAIN = """\
site_name: Archive
site_url: https://archive.example.org/
docs_dir: build/docs
site_dir: plain
theme: {name: material, font: false}
plugins: [search]
validation: {nav: {omitted_files: ignore}}
markdown_extensions: [attr_list, tables, {toc: {toc_depth: 2, permalink: true}}]
nav: [Home: index.md, Briefs: briefings/index.md, Claims: claims/index.md, About: about.md]
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of processor and of waiting, and the most memory in MB that its
    processes held together, what they share counted once."""

    cpu: float
    wall: float
    memory: float


def run(arguments: list[str], folder: Path) -> tuple[Cost, str]:
    """Run a command to its end, and what it said; one that fails ends all."""
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    seen = _Memory(process.pid)
    said = process.stderr.read().decode(errors="replace") if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(arguments)}: {said[-2000:]}")
    wall = time.perf_counter() - start
    return Cost(used.ru_utime + used.ru_stime, wall, seen.most()), said


_STAGE = re.compile(r"^ *(.+?) {2,}([0-9.]+) s +([0-9.]+) s$", re.MULTILINE)
STAGES = {"Writing the search index": "search", "Making the site": "render"}


def stages(said: str) -> Iterator[tuple[str, Cost]]:
    """What `--profile` said of some parts of a build; their memory is not known."""
    for name_, wall, cpu in _STAGE.findall(said):
        if name_ in STAGES:
            yield f"of it {STAGES[name_]}", Cost(float(cpu), float(wall), 0.0)


class _Memory:
    """Looks at a process and all below it ten times a second."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._end = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def most(self) -> float:
        self._end.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._end.wait(0.1):
            self._most = max(self._most, sum(map(_share, [*_family(self._pid)])))


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for one in below:
        yield from _family(int(one))


def _share(pid: int) -> float:
    """A process's proportional share of memory in MB; 0 where it is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def briefbook(command: str, *more: str) -> list[str]:
    """The command on the day of the measurement."""
    return [sys.executable, "-m", "briefbook", command, "--today", TODAY, *more]


def edits(folder: Path, briefs: int) -> dict[str, tuple[Callable[[], object], list[str]]]:
    """One change each, and the command that follows it."""
    middle = next((folder / "briefings").rglob(f"{name(briefs // 2)}.yml"))
    library = folder / "briefings/_library"
    new = middle.with_name("a-brief-that-is-new.yml")
    build = briefbook("build")
    saved = briefbook("check", str(middle))

    def edit(brief: Data) -> None:
        brief["claims"][3]["reasoning"] += " And more is known now."

    def save(brief: Data) -> None:
        brief["claims"][4]["reasoning"] += " And more is known now."

    def regrade(sources: Data) -> None:
        sources[0]["reliability"] = {"grade": "E", "on": TODAY, "because": "It took it back."}

    def rename(entities: Data) -> None:
        entities[1]["name"] = "Another Name"

    return {
        "nothing changed": (lambda: None, build),
        "one brief edited": (lambda: _change(middle, edit), build),
        "check of one saved file": (lambda: _change(middle, save), saved),
        "one brief added": (lambda: shutil.copy(middle, new), build),
        "one brief renamed": (lambda: new.rename(new.with_name("another-name.yml")), build),
        "one brief removed": (lambda: new.with_name("another-name.yml").unlink(), build),
        "one source regraded": (
            lambda: _change(library / "sources/from-00000.yml", regrade), build
        ),
        "one actor renamed": (lambda: _change(library / "entities.yml", rename), build),
        "the next day": (lambda: None, [*build[:-1], TOMORROW]),
    }  # fmt: skip


def _change(path: Path, change: Callable[[Data], None]) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    change(data)
    write(path, data)


def others(folder: Path) -> dict[str, list[str]]:
    """Other engines on what was compiled, as far as they are installed."""
    (folder / "plain.yml").write_text(PLAIN)
    python = Path(sys.executable)
    found = {"mkdocs alone": [str(python.with_name("mkdocs")), "build", "-q", "-f", "plain.yml"]}
    if (zensical := python.with_name("zensical")).exists():
        lines = [one for one in PLAIN.splitlines() if not one.startswith("plugins")]
        (folder / "zensical.yml").write_text("\n".join(lines).replace(": plain", ": zensical"))
        found["zensical alone"] = [str(zensical), "build", "--clean", "-f", "zensical.yml"]
    if hugo := shutil.which("hugo", path=f"{python.parent}:{os.environ['PATH']}"):
        _hugo(folder)
        found["hugo, the same HTML"] = [hugo, "--quiet", "-s", "hugo", "-d", "public"]
    return found


def _hugo(folder: Path) -> None:
    """The compiled pages as Hugo wants them, with a layout that prints title and text."""
    place = folder / "hugo"
    shutil.rmtree(place, ignore_errors=True)
    (place / "layouts/_default").mkdir(parents=True)
    (place / "hugo.toml").write_text(
        'baseURL = "https://archive.example.org/"\n[security]\nallowContent = [".*"]\n'
    )
    page = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"
    for layout in ("single", "list"):
        (place / f"layouts/_default/{layout}.html").write_text(page)
    compiled = folder / "build/docs"
    for path in compiled.rglob("index.md"):
        text = path.read_text(encoding="utf-8")
        if not text.startswith("---\ntitle"):
            continue
        page_ = converted(text)
        to = place / "content" / path.relative_to(compiled).with_suffix(".html")
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(f"{json.dumps({'title': page_.meta['title']})}\n{page_.content}")


def measure(folder: Path, briefs: int, turns: int, *, beside: bool) -> dict[str, Cost]:
    """The cost of each, the median of some turns; other engines as well if they stand `beside`."""
    found: dict[str, list[Cost]] = {}

    def take(what: str, arguments: list[str]) -> str:
        cost, said = run(arguments, folder)
        found.setdefault(what, []).append(cost)
        return said

    for _ in range(turns):
        for made in ("build", "site", ".briefbook", "plain", "zensical"):
            shutil.rmtree(folder / made, ignore_errors=True)
        take("check", briefbook("check"))
        take("compile", briefbook("compile"))
        shutil.rmtree(folder / "build")
        for what, cost in stages(take("cold build", briefbook("build", "--profile"))):
            found.setdefault(what, []).append(cost)
        take("cold build, one process", briefbook("build", "--no-cache", "--jobs", "1"))
        with cluster(2) as workers:
            again = briefbook("build", "--no-cache", "--scheduler", workers.address)
            before = workers.seconds()
            take("cold build, two workers of Dask", again)
            alone = found["cold build, two workers of Dask"].pop()
            whole = Cost(alone.cpu + workers.seconds() - before, alone.wall, 0.0)
            found["cold build, two workers of Dask"].append(whole)
        for what, (change, arguments) in edits(folder, briefs).items():
            change()
            take(what, arguments)
        for what, arguments in others(folder).items() if beside else ():
            try:
                take(what, arguments)
            except SystemExit as failed:  # another engine may have limits of its own
                print(f"{what}: {str(failed)[-300:]}", file=sys.stderr)
                found.pop(what, None)
    return {
        what: Cost(*(median(getattr(c, k) for c in costs) for k in ("cpu", "wall", "memory")))
        for what, costs in found.items()
    }


@dataclass(frozen=True)
class Weight:
    """Bytes and files of a site, and of its part for sharing."""

    bytes: int
    files: int
    shared_bytes: int
    shared_files: int


_SHARED = re.compile(
    r"briefings/.+/[^/]+/index\.html|assets/social/briefings/[^/]+/.+|embed/.+|(?:.+/)?feed\.(?:xml|json)"
)
"""Claim pages with their previews, embeds and feeds: for sharing, and as many as are wanted."""


def weight(site: Path) -> Weight:
    """Bytes and files of a site, and of its part for sharing."""
    files = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in site.rglob("*") if path.is_file()
    }  # fmt: skip
    shared = [size for name, size in files.items() if _SHARED.fullmatch(name)]
    return Weight(sum(files.values()), len(files), sum(shared), len(shared))


def table(costs: dict[str, Cost], size: Weight, briefs: int) -> str:
    """The figures of one size, in Markdown."""
    plain = costs.get("mkdocs alone")
    lines = ["| | CPU, s | against MkDocs alone | wall, s | memory, MB |", "|---|---|---|---|---|"]
    for what, one in costs.items():
        against = f"{one.cpu / plain.cpu:.2f}" if plain else "–"
        memory = f"{one.memory:.0f}" if one.memory else "–"
        lines.append(f"| {what} | {one.cpu:.1f} | {against} | {one.wall:.1f} | {memory} |")
    each = f"{size.bytes / briefs / 1000:.0f} KB and {size.files / briefs:.1f} files a brief"
    left = f"{(size.bytes - size.shared_bytes) / briefs / 1000:.0f} KB and "
    left += f"{(size.files - size.shared_files) / briefs:.1f} files"
    said = f"The site has {size.bytes / 1e6:.0f} MB: {each}; {left} without claim pages, embeds "
    return "\n".join([*lines, "", f"{said}and feeds."])


def machine() -> str:
    """What was measured on."""
    model = next(
        (line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), "a processor without a name",
    )  # fmt: skip
    return (
        f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}, {platform.system()}"
    )


def main() -> None:
    """Measure the sizes that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100])
    parser.add_argument("--turns", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--beside", type=int, default=1000, help="other engines up to this size")
    given = parser.parse_args()
    parts, growth, measured = [], {}, {}
    for briefs in given.sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = archive(Path(place) / "archive", briefs)
            costs = measure(folder, briefs, given.turns, beside=briefs <= given.beside)
            growth[briefs] = {what: one.cpu for what, one in costs.items()}
            size = weight(folder / "site")
            text = table(costs, size, briefs)
            measured[briefs] = Measured(
                costs["cold build, one process"].wall, costs["cold build"].wall,
                costs["one brief edited"].wall, costs["cold build, one process"].memory,
                size.bytes, size.files,
            )  # fmt: skip
        parts.append(f"## {briefs:,} briefs {{ #briefs-{briefs} }}\n\n{text}")
        print(parts[-1], flush=True)
    if given.write:
        PLOT.write_text(growth_plot(growth))
        head = (ROOT / "bench/made/performance.md").read_text()
        said = head.format(machine=machine(), turns=given.turns, day=TODAY, model=model(measured))
        PAGE.write_text(said.replace("@tables@", "\n\n".join(parts)))


if __name__ == "__main__":
    main()
