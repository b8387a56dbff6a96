"""Editorial rules: a folder for each family, a module beside its page for each rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefbook.corpus import Corpus
from briefbook.findings import Finding, Kind
from briefbook.registry import discover


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its kind, the module it lives in (its page is the .md beside it), its check.

    `check` takes the whole corpus and yields findings. Rules whose findings come out of reading
    (SYN, SCH) have none.
    """

    kind: Kind
    module: str
    check: Callable[[Corpus], Iterable[Finding]] | None = None

    @property
    def page(self) -> str:
        """The rule's documentation in Markdown.

        Raises FileNotFoundError if it was never written: a bug of the rule's author.
        """
        package, _, name = self.module.rpartition(".")
        return files(package).joinpath(f"{name}.md").read_text(encoding="utf-8")


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package and of plug-ins, by code."""
    return tuple(sorted(discover(__name__, Rule), key=lambda rule: rule.kind.code))


def find_rule(word: str) -> Rule | None:
    """The rule with this code or name, upper or lower case."""
    wanted = word.casefold()
    return next(
        (rule for rule in all_rules() if wanted in (rule.kind.code.casefold(), rule.kind.name)),
        None,
    )
