"""A setting that cannot be used, told with its line in mkdocs.yml."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

Place = tuple[str, int, int]
"""A file, its line and column (from 1)."""


_ITEM = re.compile(r"\.(\d+)(?:\.|$)")


def _item(number: re.Match[str]) -> str:
    return f", item {int(number[1]) + 1}" + (", " if number[0].endswith(".") else "")


class BadSetting(WrongUse):
    """What is wrong with the setting of a dotted key; `word` is what of its value is meant."""

    def __init__(self, key: str, problem: str, word: str = "") -> None:
        self._said = visible(f"{_ITEM.sub(_item, key)}{problem}".replace("\n", " "))
        super().__init__(f"mkdocs.yml: {self._said}")
        self._keys, self._word = key.split("."), word

    def within(self, files: Iterable[Path]) -> WrongUse:
        """The same with its place in the first of the files that has it; if none has, as it is."""
        found = max(
            (_place(path, self._keys, self._word) for path in files),
            key=lambda one: one[0], default=((0, False), None),
        )[1]  # fmt: skip
        if found is None:
            return self
        file, line, column = found
        return WrongUse(f"{visible(file)}:{line}:{column}: {self._said}")


_Rank = tuple[int, bool]


def _place(path: Path, keys: Sequence[str], word: str) -> tuple[_Rank, Place | None]:
    """How many of the keys a file has and whether the word is below them, and where that stands."""
    try:
        node = yaml.compose(path.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return (0, False), None  # whoever reads it for what it holds has said so
    known, mark = 0, None
    for key in keys:
        entries = [] if node is None else [*_entries(node)]
        below = [(name, one) for text, name, one in entries if text == key]
        if not below:
            break
        name, node = below[-1]  # of two, the last one counts
        known, mark = known + 1, name.start_mark
    if mark is None:
        return (0, False), None
    meant = next(_scalars(node, word), None) if word and node is not None else None
    mark = meant.start_mark if meant is not None else mark
    return (known, meant is not None), (path.name, mark.line + 1, mark.column + 1)


def _entries(node: yaml.Node) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """What lies right below a node: its key or number, what names it, and its value."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), key, value
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield str(number), value, value


def _scalars(node: yaml.Node, word: str) -> Iterator[yaml.Node]:
    """Nodes anywhere below that hold a word, be it as a key."""
    if isinstance(node, yaml.ScalarNode):
        if node.value == word:
            yield node
        return
    for _, name, value in _entries(node):
        if name is not value:
            yield from _scalars(name, word)
        yield from _scalars(value, word)
