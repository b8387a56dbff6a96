"""What only findings need of files is let go of."""

import gc
from pathlib import Path

from briefbook.corpus.file_text import HeldText
from briefbook.project.edition import read_project
from briefbook.project.project import open_project
from harness import DAY


def test_texts_and_trees_are_let_go_of_once_findings_are_located(tmp_path: Path) -> None:
    """They are most of what a corpus weighs, and pages are made without them."""
    folder = tmp_path / "briefings"
    folder.mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n")
    (folder / "held-nowhere-else.yml").write_text("title: T\nsummary: S.\nstatus: draft\n")
    read = read_project(open_project(tmp_path), DAY)

    def held() -> list[HeldText]:
        gc.collect()
        return [
            one for one in gc.get_objects()
            if isinstance(one, HeldText) and "held-nowhere-else" in one.document.path
        ]  # fmt: skip

    assert held()
    read.let_go()
    assert held() == []
