"""Statements taken apart into numbers, so that those that say almost the same can be found without
reading them again."""

import re
from zlib import crc32

Signs = tuple[int, ...]
"""Of one statement: what two that are alike must agree in, its first word, and its words."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
_EMPTY = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and"}
    | {"or", "as", "that", "this", "these", "those", "it", "its", "is", "are", "was"}
    | {"were", "be", "been", "has", "have", "had", "will", "would", "can", "could"}
    | {"their", "his", "her", "they", "he", "she", "which", "who"}
)
_NOT = frozenset(
    {"not", "no", "never", "neither", "nor", "without", "cannot"}
    | {"не", "ни", "нет", "без", "никогда"}
    | {"不", "没", "未", "无", "非"}
)
_SHORT_NOT = ("n't", "n’t")


def signs_of(statement: str) -> Signs:
    """What numbers, names and “not” it holds, its first word and all its words, each as a number.

    Words that say nothing by themselves are left out.
    """
    found = _WORD.findall(statement)
    lower = [word.lower() for word in found]
    every = frozenset(lower)
    names = {word for word in found[1:] if word != word.lower()}
    mixed = [word for word in every if not word.isalpha()]
    numbers = {word for word in mixed if any(char.isdigit() for char in word)}
    denies = not _NOT.isdisjoint(every) or any(word.endswith(_SHORT_NOT) for word in mixed)
    first = next((word for word in lower if word not in _EMPTY), "")
    exact = "\n".join([*sorted(names | numbers), str(denies)])
    return _number(exact), _number(first), *sorted(map(_number, every - _EMPTY))


def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
