"""The matrix of barriers is a picture of what matters, not of everything."""

import re

from harness import Project

HEAD = "title: T\nsummary: S.\nstatus: published\npublished: 2026-01-01\n"
CLAIM = "claims: [{id: c, statement: S., kind: fact, verdict: unverified}]\n"


def test_the_matrix_holds_those_between_whom_most_stands(project: Project) -> None:
    project.write_standard()
    project.write("briefings/_library/entities.yml", "".join(
        f"- {{id: actor-{n}, name: Actor {n}, kind: organization}}\n" for n in range(21)
    ))  # fmt: skip
    barriers = [
        f"  - {{id: b{n}-{again}, kind: trust, statement: S., between: [actor-0, actor-{n}], "
        f"in_force: 2025/..}}\n"
        for n in range(1, 21)
        for again in range(3 if n in (7, 20) else 1)
    ]
    project.write("briefings/small.yml", f"{HEAD}{CLAIM}barriers:\n{''.join(barriers)}")
    assert project.run("compile", "--today", "2026-11-20").exit_code == 0
    board = (project.root / "build/docs/barriers/index.md").read_text()
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th>", board)
    named = [re.findall("Actor [0-9]+", row)[-1] for row in rows]
    assert len(named) == 12
    assert {"Actor 7", "Actor 20"} <= {*named}
    assert "8 other groups stand below" in board
    assert "Actor 12" in board.partition("8 other groups")[2]
