"""Changes of meaning that somebody would slip past an editor are told; honest ones raise no alarm.

Both lists were written down before the program was tried on them.
"""

from pathlib import Path

import pytest
from changed_briefs import Changed, changes, told

HIDDEN, HONEST = changes("hidden"), changes("honest")
_LEAST = 4
"""Letters of a word that is looked for in the comment."""


@pytest.mark.parametrize("change", HIDDEN, ids=lambda one: one.name)
def test_a_hidden_change_is_told_on_both_sides(change: Changed, tmp_path: Path) -> None:
    found = told(change, tmp_path)
    wanted = {word for sign in "-+" for word in change.words(sign) if len(word) >= _LEAST}
    assert [*found.lacks(wanted)] == []
    assert not change.alarm or change.alarm in found.alarms
    assert len(found.comment.encode()) <= 60_000


@pytest.mark.parametrize("change", HONEST, ids=lambda one: one.name)
def test_an_honest_change_raises_no_alarm(change: Changed, tmp_path: Path) -> None:
    assert told(change, tmp_path).alarms == ()


def test_the_lists_are_long() -> None:
    assert len(HIDDEN) >= 72
    assert len(HONEST) >= 30
