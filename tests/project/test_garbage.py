"""What stays in memory is left out of the search for garbage, and comes back into it."""

import gc

from briefbook.project.garbage import held, nothing_to_collect
from harness import Project


def test_what_is_held_by_two_is_let_go_of_by_the_last() -> None:
    with held():
        with held():
            assert gc.get_freeze_count()
        assert gc.get_freeze_count()
        with nothing_to_collect():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()


def test_a_build_holds_nothing_when_it_has_ended(library: Project) -> None:
    assert library.run("build").exit_code in (0, 1)
    assert not gc.get_freeze_count()
    (library.root / "briefings/broken.yml").write_text("id: [")
    assert library.run("build").exit_code == 1
    assert not gc.get_freeze_count()
