"""The order of the house, in numbers: small modules, short functions, no circles of imports."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "scripts" / "briefbook"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
LINES = {name: len(path.read_text("utf-8").splitlines()) for name, path in MODULES.items()}

LONG_MODULES: dict[str, str] = {}
"""Modules of more than 250 lines, each with its reason."""
LONG_FUNCTIONS = {
    "cli/check.py:check": "a command's options are its arguments, one a line",
    "diff/compare.py:compare": "the order of a comparison, told once from first to last",
    "pages/page_types/entity/page.py:page_of": "a value of the page a line",
    "pages/page_types/source/page.py:page_of": "a value of the page a line",
    "pages/pictures/evidence_map.py:evidence_picture": "a part of the picture a line",
    "pages/records/claim/card.py:claim_view": "a value of the card a line",
    "pages/records/hypotheses/card.py:matrix_view": "a value of the card a line",
}
"""Functions of more than 40 lines, each with its reason."""


def _functions() -> Iterator[tuple[str, int]]:
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_modules_are_small() -> None:
    assert median(LINES.values()) <= 60
    assert {name for name, lines in LINES.items() if lines > 250} == {*LONG_MODULES}


def test_functions_are_short() -> None:
    assert {name for name, lines in _functions() if lines > 40} == {*LONG_FUNCTIONS}


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, path in MODULES.items()
              if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
              and path.read_text("utf-8").strip()]  # fmt: skip
    assert silent == []


def test_no_two_test_files_share_a_name() -> None:
    """Pytest imports them by their bare names: of two with one name only the first is run."""
    named = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in named.items() if count > 1] == []


def test_no_import_hides_behind_type_checking() -> None:
    """Circles are cut. What is slow to import may still be named for its type by the command."""
    hiding = [name for name, path in MODULES.items() if "TYPE_CHECKING" in path.read_text("utf-8")]
    assert hiding == ["cli/stderr.py"]


def test_no_cache_is_keyed_on_a_record() -> None:
    """Records hold mappings, which have no hash: such a cache ends the build of some brief."""
    records = {node.name for path in (PACKAGE / "model").rglob("*.py")
               for node in ast.walk(ast.parse(path.read_text("utf-8")))
               if isinstance(node, ast.ClassDef)
               and {"Record", "Identified"} & {getattr(base, "id", "") for base in node.bases}
               }  # fmt: skip
    assert {"Brief", "Claim", "Hypotheses"} <= records
    keyed = [f"{name}:{node.name}" for name, path in MODULES.items()
             for node in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(node, ast.FunctionDef) and _is_cached(node)
             and any(word in records for arg in node.args.args
                     for word in _words(arg.annotation))]  # fmt: skip
    assert keyed == []


def _is_cached(node: ast.FunctionDef) -> bool:
    return any("cache" in word and word != "cached_property"
               for decorator in node.decorator_list for word in _words(decorator))  # fmt: skip


def _words(node: ast.AST | None) -> set[str]:
    inner = ast.walk(node) if node else ()
    return {getattr(one, "id", None) or getattr(one, "attr", "") for one in inner}
