"""Lighthouse's four scores of a phone, medians of several runs: `make lighthouse`.

The site is served as GitHub Pages serves it: under /briefbook/, text with gzip. Performance is a
time, so it moves with the machine and with what else runs there; the other three do not.
"""

import gzip
import json
import mimetypes
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
BASE = "/briefbook/"
PAGES = (
    "", "briefings/sberbank-china-ai/", "briefings/deepseek-cost-claims/",
    "briefings/compute-under-sanctions/", "briefings/sberbank-china-ai/gigachat-launched-2024/",
    "embed/sberbank-china-ai/gigachat-launched-2024/", "claims/", "subjects/", "entities/huawei/",
    "search/?q=sanctions",
)  # fmt: skip
SCORES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = ("first-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"


@cache
def read(file: Path) -> bytes:
    """A file of the site, with gzip."""
    return gzip.compress(file.read_bytes(), 6)


class Handler(BaseHTTPRequestHandler):
    """Answers with files of the site."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or 404.html."""
        path = self.path.partition("?")[0]
        file = SITE / path.removeprefix(BASE)
        file = file / "index.html" if file.is_dir() else file
        found = path.startswith(BASE) and file.is_file()
        body = read(file if found else SITE / "404.html")
        self.send_response(200 if found else 404)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def run(program: str, url: str) -> dict[str, float]:
    """One run: scores from 0 to 100, milliseconds, and the layout shift."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        subprocess.run(
            [program, url, "--quiet", "--output=json", f"--output-path={out}",
             f"--only-categories={','.join(SCORES)}", f"--chrome-flags={FLAGS}"],
            check=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        report = json.loads(out.read_text(encoding="utf-8"))
    found = {name: report["categories"][name]["score"] * 100 for name in SCORES}
    return found | {name: report["audits"][name]["numericValue"] for name in FIGURES}


def main(program: str, times: int = 3) -> None:
    """Print a line for each page."""
    os.environ.setdefault("CHROME_PATH", "/usr/bin/chromium")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'page':40}perf  a11y  best   seo   text ms  blocked ms  shift   (performance of each)")
    for page in PAGES:
        url = f"http://127.0.0.1:{server.server_port}{BASE}{page}"
        runs = [run(program, url) for _ in range(times)]
        middle = {name: statistics.median(one[name] for one in runs) for name in runs[0]}
        scores = "".join(f"{middle[name]:4.0f}  " for name in SCORES)
        text, blocked, shift = (middle[name] for name in FIGURES)
        each = " ".join(f"{one['performance']:.0f}" for one in runs)
        print(f"{page or '(front)':40}{scores}{text:8.0f}{blocked:12.0f}{shift:7.3f}   ({each})")
    server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1], *(int(one) for one in sys.argv[2:]))
