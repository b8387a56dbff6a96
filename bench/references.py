"""How long `add source` takes for a file of BibTeX, beside the library that parses it alone.

    python bench/references.py [ENTRIES]

Entries are made up: articles, reports, chapters that inherit from their book, accents in LaTeX.
Each command runs in a process of its own, whole, in turns; least of five.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefbook import __file__ as program

ROUNDS = 5
_PARSE = "import bibtexparser, sys; bibtexparser.parse_file(sys.argv[1])"
_ADD = "from briefbook.cli.main import main; main()"
_KINDS = (
    '@article{{a{n}, title={{On the matter of {n} pumps in Z{{\\"u}}rich}}, '
    "author={{Gibb{n}, Duncan and Rosenow, Jan}}, journaltitle={{Joule}}, date={{2024-03-{d}}}, "
    "doi={{10.1000/x.{n}}}, abstract={{{words}}}}}",
    "@report{{r{n}, title={{Report {n}}}, author={{{{Agency for Heat}}}}, "
    "institution={{Agency}}, date={{2023}}, url={{https://example.org/r/{n}}}, "
    "urldate={{2024-01-{d}}}, file={{:a/b{n}.pdf:PDF}}}}",
    "@inbook{{c{n}, title={{Chapter {n}}}, author={{{{\\v{{C}}}}apek{n}, Josef}}, "
    "crossref={{b{n}}}}}\n@book{{b{n}, title={{Book {n}}}, date={{2019}}, publisher={{House}}}}",
)


def main() -> None:
    """Print seconds of both, and how many times the parser's the whole import takes."""
    number = int((*sys.argv[1:], "1000")[0])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "mkdocs.yml").write_text("site_name: S\nplugins: []\n", encoding="utf-8")
        (root / "in.bib").write_text(_entries(number), encoding="utf-8")
        library = root / "briefings/_library/sources/imported.yml"
        (root / "briefings").mkdir()
        parse, add = [], []
        for _ in range(ROUNDS):
            library.unlink(missing_ok=True)
            parse.append(_seconds(root, _PARSE, "in.bib"))
            add.append(_seconds(root, _ADD, "add", "source", "in.bib"))
        came = library.read_text(encoding="utf-8").count("- id:")
    print(f"{number:,} entries, {came:,} sources added: {min(add):.2f} s, parsing alone "
          f"{min(parse):.2f} s, ratio {min(add) / min(parse):.1f}")  # fmt: skip


def _entries(number: int) -> str:
    words = "heat and water " * 30
    made = [_KINDS[n % 3].format(n=n, d=f"{n % 28 + 1:02}", words=words) for n in range(number)]
    return "\n".join(made)


def _seconds(root: Path, code: str, *arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=root, check=True, capture_output=True,
        env={"PYTHONPATH": str(Path(program).parents[1]), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
