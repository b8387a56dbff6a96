"""The theme's templates are compiled once for a machine, where one may keep them."""

import sys
from pathlib import Path
from typing import cast

import jinja2
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from briefbook.pages import environment
from briefbook.publish.plugin import BriefbookPlugin


def _made_ready() -> jinja2.Environment:
    files = Files([])
    return BriefbookPlugin().on_env(
        jinja2.Environment(), config=cast("MkDocsConfig", None), files=files
    )


def test_what_was_compiled_is_found_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(environment, "__file__", str(tmp_path / "environment.py"))
    (tmp_path / "__pycache__").mkdir()
    first, again = _made_ready(), _made_ready()
    for made in (first, again):
        made.loader = jinja2.DictLoader({"a.html": "A {{ x }}"})
        assert made.get_template("a.html").render(x=1) == "A 1"
    assert len([*(tmp_path / "__pycache__").iterdir()]) == 1
    again.loader = jinja2.DictLoader({"a.html": "B {{ x }}"})
    again.cache = None
    assert again.get_template("a.html").render(x=1) == "B 1"


def test_where_python_keeps_nothing_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert _made_ready().bytecode_cache is None
