"""What `discover` promises: an order, each thing once, errors that name the plug-in."""

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from briefbook import registry
from briefbook.findings import Kind
from briefbook.registry import BrokenPlugin, discover
from harness import Project
from packages import Acme

KINDS = "from briefbook.findings import Kind\n"


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Acme:
    """A folder in which Python looks for packages."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return Acme(folder, Project(tmp_path))


def _names(package: str) -> list[str]:
    return [kind.name for kind in discover(package, Kind)]


def test_a_folder_is_walked_in_the_order_of_names(packages: Acme) -> None:
    files = {
        "walked/__init__.py": KINDS + 'TOP = Kind("A", "top")\n',
        "walked/b.py": KINDS + 'TWO = Kind("A", "b-two")\nONE = Kind("A", "b-one")\n',
        "walked/a/__init__.py": KINDS + 'A = Kind("A", "a")\n',
        "walked/a/deep.py": KINDS + 'DEEP = Kind("A", "a-deep")\nOTHER = 1\n',
        "walked/c.txt": "no module\n",
    }
    packages.install(files, {})
    assert _names("walked") == ["top", "a", "a-deep", "b-two", "b-one"]


def test_entry_points_come_last_and_may_name_a_thing_a_module_or_a_package(packages: Acme) -> None:
    files = {
        "host/__init__.py": "",
        "host/own.py": KINDS + 'OWN = Kind("A", "own")\n',
        "zeta.py": KINDS + 'ONE = Kind("A", "one")\nTWO = Kind("A", "two")\n',
        "eta/__init__.py": "",
        "eta/inner.py": KINDS + 'IN = Kind("A", "inner")\n',
    }
    packages.install(files, {"host": "zeta:TWO\nb = eta\na = zeta"})
    assert _names("host") == ["own", "one", "two", "inner"]


def test_a_thing_that_is_found_twice_is_one(packages: Acme) -> None:
    files = {
        "twice/__init__.py": "",
        "twice/a.py": KINDS + 'THING = Kind("A", "thing")\n',
        "twice/b.py": "from twice.a import THING\nAGAIN = THING\n",
    }
    packages.install(files, {"twice": "twice.a:THING"})
    assert _names("twice") == ["thing"]


def test_a_module_that_cannot_be_imported_raises_import_error(packages: Acme) -> None:
    packages.install({"broken/__init__.py": "", "broken/a.py": "import nowhere_at_all\n"}, {})
    with pytest.raises(ImportError, match="nowhere_at_all"):
        discover("broken", Kind)


def test_an_entry_point_that_leads_nowhere_raises_import_error(packages: Acme) -> None:
    packages.install({"empty/__init__.py": ""}, {"empty": "nowhere_at_all"})
    with pytest.raises(ImportError, match="nowhere_at_all"):
        discover("empty", Kind)


def _point(value: str, name: str = "acme") -> EntryPoint:
    return EntryPoint(name, value, "briefbook.rules")


def test_entry_points_may_be_given_and_then_stand_for_those_that_are_installed() -> None:
    found = discover("briefbook.findings", Kind, points=[_point("briefbook.model.finding_kinds")])
    assert [kind.name for kind in found[:2]] == ["unknown-key", "missing-field"]
    assert discover("briefbook.findings", Kind, points=[]) == []


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([_point("nowhere_at_all:RULE")], "nowhere_at_all:RULE .* cannot be imported: ModuleNot"),
        ([_point("briefbook.findings")], "holds no Kind"),
        ([_point("briefbook.findings:Kind")], "holds no Kind"),
        ([_point("briefbook.model.finding_kinds:NOPE")], "cannot be imported: AttributeError"),
        (
            [
                EntryPoint("a", "briefbook.model.finding_kinds:BAD_ID", "g"),
                EntryPoint("b", "stray:TWIN", "g"),
            ],
            "the name “bad-id” is taken",
        ),
    ],
    ids=["no module", "a module of nothing", "a class", "no such name", "a taken name"],
)
def test_a_plugin_that_cannot_be_used_is_named(
    points: list[EntryPoint], message: str, packages: Acme
) -> None:
    packages.install({"stray.py": KINDS + 'TWIN = Kind("X", "bad-id")\n'}, {})
    with pytest.raises(BrokenPlugin, match=message):
        discover("briefbook.findings", Kind, points=points)


def test_what_is_installed_is_looked_for_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is all metadata of all packages: a third of what a small check took."""
    read: list[int] = []

    def counted() -> object:
        read.append(1)
        return entry_points()

    registry._installed.cache_clear()
    monkeypatch.setattr(registry, "entry_points", counted)
    for _ in range(3):
        assert not registry.any_plugins()
        assert not registry.has_plugins("briefbook.rules")
    assert read == [1]
    registry._installed.cache_clear()
