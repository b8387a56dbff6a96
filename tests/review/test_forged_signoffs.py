"""Sign-offs that were slipped past the rules, and honest ones that were accused: git histories."""

from collections.abc import Callable

import pytest
from signing_desk import (
    COUNTS,
    MAINTAINER,
    OTHER,
    OWN,
    PATH,
    REVIEWER,
    SOURCES,
    WRITER,
    Desk,
    Who,
)

from harness import Project

CAPITAL: Who = (REVIEWER[0], "Anna@example.org")
LISTED = "      reviewers:\n        - {name: Boris Reader, addresses: [boris@example.org]}\n"


def _look_alike_in_a_comment(desk: Desk) -> None:
    desk.edit("title:", "# p\u0430per\ntitle:")
    desk.write()
    desk.sign(REVIEWER[0], WRITER)


def _honest_beside_a_look_alike(desk: Desk) -> None:
    desk.edit("title:", "# p\u0430per\ntitle:")
    desk.write()
    desk.sign(REVIEWER[0], REVIEWER)


def _capital_in_the_address(desk: Desk) -> None:
    desk.write()
    desk.sign(REVIEWER[0], CAPITAL)


def _hidden_address_in_its_other_form(desk: Desk) -> None:
    desk.edit("opened an office", "opened two offices")
    desk.commit((WRITER[0], "17+anna@users.noreply.github.com"), "two offices")
    desk.sign(REVIEWER[0], (REVIEWER[0], "anna@users.noreply.github.com"))


def _address_that_is_not_listed(desk: Desk) -> None:
    desk.settings(LISTED)
    desk.write()
    desk.sign(REVIEWER[0], (REVIEWER[0], "boris@evil.example"))


def _listed_address(desk: Desk) -> None:
    desk.settings(LISTED)
    desk.write()
    desk.sign(REVIEWER[0], (REVIEWER[0], "Boris@example.org"))


def _hidden_address_of_who_is_listed(desk: Desk) -> None:
    desk.settings(LISTED)
    desk.write()
    desk.sign(REVIEWER[0], (REVIEWER[0], "9+boris@users.noreply.github.com"))


def _soft_hyphen(desk: Desk) -> None:
    desk.write()
    desk.sign("Anna\u00ad Writer", ("Anna Writer", "new@example.org"))


def _regraded_as_co_author(desk: Desk) -> None:
    _graded(desk)
    desk.commit(WRITER, f"regraded\n\nCo-authored-by: {REVIEWER[0]} <{REVIEWER[1]}>")
    desk.sign(REVIEWER[0], REVIEWER)


def _regraded_under_a_short_name(desk: Desk) -> None:
    _graded(desk)
    desk.commit(("B. Reader", REVIEWER[1]), "regraded")
    desk.sign(REVIEWER[0], REVIEWER)


def _regraded_in_a_merge(desk: Desk) -> None:
    desk.write()
    desk.project.git("switch", "--quiet", "main")
    desk.project.write("docs/other.md", "# Other\n")
    desk.commit(MAINTAINER, "elsewhere")
    desk.project.git("switch", "--quiet", "change")
    desk.project.git("merge", "--quiet", "--no-ff", "--no-commit", "main")
    _graded(desk)
    desk.commit(REVIEWER, "merged main")
    desk.sign(REVIEWER[0], REVIEWER)


def _merged_a_regrade_of_others(desk: Desk) -> None:
    desk.write()
    desk.project.git("switch", "--quiet", "main")
    _graded(desk)
    desk.commit(MAINTAINER, "regraded")
    desk.project.git("switch", "--quiet", "change")
    by = ("-c", f"user.name={REVIEWER[0]}", "-c", f"user.email={REVIEWER[1]}")
    desk.project.git(*by, "merge", "--quiet", "--no-ff", "--message", "merged main", "main")
    desk.sign(REVIEWER[0], REVIEWER)


def _graded(desk: Desk) -> None:
    desk.edit("grade: B, because: A named reporter was there.", "grade: A, because: Nice.", SOURCES)


@pytest.mark.parametrize(
    ("history", "said"),
    [
        (_look_alike_in_a_comment, OTHER),
        (_honest_beside_a_look_alike, COUNTS),
        (_capital_in_the_address, OTHER),
        (_hidden_address_in_its_other_form, OTHER),
        (_address_that_is_not_listed, OTHER),
        (_listed_address, COUNTS),
        (_hidden_address_of_who_is_listed, COUNTS),
        (_soft_hyphen, OWN),
        (_regraded_as_co_author, OWN),
        (_regraded_under_a_short_name, OWN),
        (_regraded_in_a_merge, OWN),
        (_merged_a_regrade_of_others, COUNTS),
    ],
)
def test_what_is_said_of_a_sign_off(
    project: Project, history: Callable[[Desk], None], said: str
) -> None:
    desk = Desk(project)
    history(desk)
    assert desk.verdict == said, (project.root / PATH).read_text()
