"""How long `briefbook check` takes: on the real briefs, and on a generated corpus.

Prints seconds and ratios measured side by side in one run; asserts nothing.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REPEATS = 5


def best(*arguments: str, cwd: Path = ROOT) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return min(times)


def corpus(folder: Path, briefs: int) -> Path:
    """Copies of a real brief under other names, with the real library."""
    (folder / "mkdocs.yml").write_text("site_name: Bench\n")
    library = ROOT / "briefings" / "_library"
    for path in library.rglob("*.yml"):
        target = folder / "briefings" / "_library" / path.relative_to(library)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for path in (ROOT / "briefings").glob("*.yml"):
        (folder / "briefings" / path.name).write_bytes(path.read_bytes())
    brief = (ROOT / "briefings" / "deepseek-cost-claims.yml").read_bytes()
    for number in range(briefs):
        (folder / "briefings" / f"copy-{number}.yml").write_bytes(brief)
    return folder


def main() -> None:
    """Print the figures."""
    python = best("-c", "pass")
    three = best("-m", "briefbook", "check")
    print(f"python alone          {python:6.2f} s")
    print(f"check, three briefs   {three:6.2f} s   {three / python:5.1f} × python alone")
    base = three
    for briefs in (100, 200, 400):
        with tempfile.TemporaryDirectory() as folder:
            taken = best("-m", "briefbook", "check", cwd=corpus(Path(folder), briefs))
        each = (taken - base) / briefs * 1000
        print(
            f"check, {briefs:4} briefs more {taken:5.2f} s   {each:5.2f} ms for each of 650 lines"
        )


if __name__ == "__main__":
    main()
