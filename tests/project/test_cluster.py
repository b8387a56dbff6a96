"""Work done by a Dask cluster on this machine: the same bytes, whatever becomes of a worker."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefbook.project import cluster, reading
from briefbook.project.cluster import Cluster, program_of_bytes
from briefbook.project.processes import Far
from briefbook.project.wrong_use import WrongUse
from harness import Project
from real_site import tree

BUILD = ("build", "--today", "2026-11-28", "--no-cache")
BRIEF = """\
title: Brief {at}
summary: S.
status: published
published: 2025-01-{day}
claims:
  - id: c
    statement: It holds {at}.
    kind: fact
    verdict: supported
    evidence:
      - {{source: s{at}, stance: supports, note: It says so.}}
      - {{source: s{other}, stance: supports, note: As {other}.}}
"""


@contextmanager
def _two_workers() -> Iterator[str]:
    """A scheduler with two workers, each a process of its own; a dead one is replaced."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0"
    ) as local:
        local.wait_for_workers(2, timeout=60)
        yield local.scheduler_address


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a cluster answers whose workers live on."""
    with _two_workers() as found:
        yield found


@pytest.fixture
def doomed() -> Iterator[str]:
    """Where one answers that no other test needs: its workers come to harm."""
    with _two_workers() as found:
        yield found


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Twelve briefs, of which everything counts as much."""
    for module in (cluster, reading):
        monkeypatch.setattr(module, "FEW", 2)
    project = Project(tmp_path / "p")
    project.write(
        "mkdocs.yml",
        "site_name: T\nsite_url: https://example.org/\n"
        "theme: {name: material, font: false}\nplugins: [briefbook]\n"
        "extra: {briefbook: {theme: whole}}\n",
    )
    sources = "".join(
        f"- {{id: s{at}, title: Source {at}, published: 2024-01-01, reliability: B}}\n"
        for at in range(12)
    )
    project.write("briefings/_library/sources/sources.yml", sources)
    for at in range(12):
        text = BRIEF.format(at=at, other=(at + 5) % 12, day=f"{at + 1:02}")
        project.write(f"briefings/b{at}.yml", text)
    return project


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all that workers were given to do."""
    names: list[str] = []
    submitted = Cluster._submitted

    def noted(self: Cluster, far: Far, chunk: list[Any]) -> Any:
        names.append(far.work.__name__)
        return submitted(self, far, chunk)

    monkeypatch.setattr(Cluster, "_submitted", noted)
    return names


def _built(project: Project, *options: str) -> dict[str, bytes]:
    result = project.run(*BUILD, *options)
    assert "pages in" in result.stderr, result.stderr
    return {
        f"{folder}/{path}": content
        for folder in ("site", "build/docs")
        for path, content in tree(project.root / folder).items()
    }


def test_workers_make_the_same_bytes(project: Project, address: str, sent: list[str]) -> None:
    expected = _built(project, "--jobs", "1")
    assert _built(project, "--scheduler", address) == expected
    assert {*sent} == {"read_far", "pages_far"}
    assert len(sent) > 3


def test_what_was_built_so_is_kept(project: Project, address: str) -> None:
    _built(project, "--scheduler", address)
    (project.root / "briefings/b3.yml").write_text(
        BRIEF.format(at=3, other=8, day="04").replace("It says so.", "It says so twice.")
    )
    assert "pages in" in project.run("build", "--today", "2026-11-28").stderr
    found = tree(project.root / "site")
    assert "nothing has changed" in project.run("build", "--today", "2026-11-28").stderr
    _built(project, "--jobs", "1")
    assert tree(project.root / "site") == found


def test_a_worker_that_is_killed_in_the_middle_is_replaced(
    project: Project, doomed: str, monkeypatch: pytest.MonkeyPatch, sent: list[str]
) -> None:
    expected = _built(project, "--jobs", "1")
    killed: list[int] = []
    taken = Cluster._taken

    def killing(self: Cluster, work: Callable[[Any], Any], chunk: list[Any], future: Any) -> Any:
        if "pages_far" in sent and not killed:
            killed.extend([*self._client.run(os.getpid).values()][:1])
            os.kill(killed[0], signal.SIGKILL)
        return taken(self, work, chunk, future)

    monkeypatch.setattr(Cluster, "_taken", killing)
    assert _built(project, "--scheduler", doomed) == expected
    assert killed


def _own(one: int) -> int:
    return one * one


EXPECTED = [_own(one) for one in range(40)]


@pytest.fixture
def reached(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    monkeypatch.setattr(cluster, "FEW", 2)
    with Cluster(address) as found:
        yield found


def test_results_come_in_order(reached: Cluster) -> None:
    far = Far(lambda _, power, items: [one**power for one in items], 2)
    assert [*reached.over(_own, range(40), far)] == EXPECTED
    assert [*reached.over(_own, range(1), far)] == EXPECTED[:1]
    assert [*reached.over(_own, range(40))] == EXPECTED


def test_what_is_shared_is_sent_once(reached: Cluster) -> None:
    made = []

    def shared() -> bytes:
        made.append(1)
        return b"2"

    far = Far(lambda power, _, items: [one ** int(power) for one in items], None, shared)
    assert [*reached.over(_own, range(40), far)] == EXPECTED
    assert [*reached.over(_own, range(40), far)] == EXPECTED
    assert made == [1]


def test_what_goes_wrong_is_raised_here(reached: Cluster) -> None:
    def work(_: None, __: None, items: list[int]) -> list[int]:
        if 17 in items:
            raise WrongUse("seventeen")
        return items

    with pytest.raises(WrongUse, match="seventeen"):
        list(reached.over(_own, range(40), Far(work)))


def test_what_workers_die_of_is_done_here(doomed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FEW", 2)
    with Cluster(doomed) as found:
        far = Far(lambda _, __, items: __import__("os")._exit(9))
        assert [*found.over(_own, range(40), far)] == EXPECTED


def test_what_hangs_is_done_here(doomed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FEW", 2)
    monkeypatch.setattr(cluster, "_PATIENCE", 1.0)
    with Cluster(doomed) as found:
        far = Far(lambda _, __, items: __import__("time").sleep(4))
        assert [*found.over(_own, range(40), far)] == EXPECTED


def test_after_it_is_let_go_all_is_done_here(reached: Cluster) -> None:
    reached.close()
    assert [*reached.over(_own, range(40), Far(lambda _, __, items: items))] == EXPECTED


def test_workers_of_another_version_are_refused(
    project: Project, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "9.9")
    program_of_bytes.cache_clear()
    result = project.run(*BUILD, "--scheduler", address)
    program_of_bytes.cache_clear()
    assert result.exit_code == 2
    assert "another version of Briefbook" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_worker_of_another_version_that_comes_later_does_nothing(
    reached: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "program_of_bytes", lambda: "another")
    far = Far(lambda _, __, items: [0 for _ in items])
    assert [*reached.over(_own, range(40), far)] == EXPECTED


def test_nobody_at_the_address(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_REACHED", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense", "http://127.0.0.1:9", ""):
        result = project.run(*BUILD, "--scheduler", address)
        assert result.exit_code == 2, address
        assert "no Dask scheduler answers" in result.stderr, address
        assert len(result.stderr.splitlines()) == 1, result.stderr
    assert not (project.root / "site").exists()


def test_a_scheduler_without_workers(project: Project) -> None:
    from distributed import LocalCluster

    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=":0") as local:
        result = project.run(*BUILD, "--scheduler", local.scheduler_address)
    assert result.exit_code == 2
    assert "has no workers" in result.stderr


def test_without_dask(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = project.run(*BUILD, "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "briefbook[dask]" in result.stderr


def test_with_plug_ins_this_machine_makes_all(
    project: Project, address: str, monkeypatch: pytest.MonkeyPatch, sent: list[str]
) -> None:
    """Workers may have other ones."""
    expected = _built(project, "--jobs", "1")
    monkeypatch.setattr("briefbook.cli.build.any_plugins", lambda: True)
    result = project.run(*BUILD, "--scheduler", address)
    assert "this machine makes all pages itself" in result.stderr
    assert (
        tree(project.root / "site").items()
        <= {path.removeprefix("site/"): content for path, content in expected.items()}.items()
    )
    assert sent == []
