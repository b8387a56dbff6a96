"""How soon a saved brief is on its page in `briefbook serve`, on the three real briefs.

Prints seconds from the save to the page, for each brief in turn and then for one brief saved again
and again, beside what a whole build takes in the same run. The most should be 1.5 s.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
MOST, PATIENCE = 1.5, 60


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        root.mkdir()
        for name in ("briefings", "docs"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "mkdocs.yml", root)
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "briefbook", "build"], cwd=root, capture_output=True, check=False
        )
        whole = time.perf_counter() - start
        briefs = sorted((root / "briefings").glob("*.yml"))
        with serving(root) as address:
            found = [saved(brief, address, number) for number, brief in enumerate(briefs)]
            time.sleep(8)  # at rest
            found += [saved(briefs[0], address, number) for number in range(10, 14)]
    print(f"a whole build: {whole:.1f} s")
    for number, seconds in enumerate(found):
        name = briefs[min(number, 0 if number >= len(briefs) else number)].stem
        late = "" if seconds <= MOST else f"  more than {MOST} s"
        print(f"{name}: {seconds:.2f} s, {seconds / whole:.2f} of a whole build{late}")


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The preview, at rest."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "briefbook", "serve", "--port", str(port)],
        cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ},
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}/briefbook/"
    try:
        wait(address, "<html")
        time.sleep(3)
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def saved(brief: Path, address: str, number: int) -> float:
    """Seconds from a save to the page."""
    mark = f"Marked {number}."
    head, key, rest = brief.read_text().partition("summary: >-\n")
    brief.write_text(f"{head}{key}  {mark}\n{rest}")
    start = time.perf_counter()
    wait(f"{address}briefings/{brief.stem}/", mark)
    return time.perf_counter() - start


def wait(address: str, text: str) -> None:
    """Until a page says something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address} never said “{text}”")


if __name__ == "__main__":
    main()
