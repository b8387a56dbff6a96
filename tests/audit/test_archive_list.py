"""`briefbook links --archive-list`: the pages of which nobody keeps a copy, each once."""

from fake_web import fake_web

from harness import Project

OPTIONS = ("--allow-private", "--pause", "0", "--archive-list", "list.txt")


def _library(project: Project, *addresses: str, archived: str = "") -> None:
    project.write_standard()
    project.write("briefings/_library/sources/sources.yml", "".join(
        f"- id: page-{number}\n  title: Page {number}\n  url: {address}\n"
        + (f"  archived_url: {archived}\n" if archived and number == 0 else "")
        for number, address in enumerate(addresses)
    ))  # fmt: skip


def test_what_wants_archiving_stands_there_once_and_what_is_gone_or_kept_does_not(
    project: Project,
) -> None:
    with fake_web() as web:
        kept = f"{web.base}/page?copy=1"
        _library(
            project, f"{web.base}/moved", f"{web.base}/page?utm_source=x#part", f"{web.base}/page",
            f"{web.base}/gone", f"{web.base}/статья", archived=kept,
        )  # fmt: skip
        done = project.run("links", *OPTIONS, "-o", "answers.json")
    assert done.exit_code == 0, done.stderr
    assert (project.root / "list.txt").read_text().splitlines() == [
        f"{web.base}/page", f"{web.base}/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F",
    ]  # fmt: skip
    assert "2 pages without a copy: list.txt" in done.stderr


def test_it_is_written_where_nobody_can_be_reached(project: Project) -> None:
    _library(project, "http://127.0.0.1:9/one", "http://127.0.0.1:9/one?utm_medium=mail")
    done = project.run("links", *OPTIONS)
    assert (done.exit_code, "is this machine connected" in done.stderr) == (2, True)
    assert (project.root / "list.txt").read_text() == "http://127.0.0.1:9/one\n"
