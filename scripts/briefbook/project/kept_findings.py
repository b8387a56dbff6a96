"""The findings of single files, kept from one run to the next."""

import json

from briefbook.analysis.edition import Edition
from briefbook.analysis.noted_edition import noted
from briefbook.analysis.reads import Reads
from briefbook.findings import Kind
from briefbook.findings.plain import located_from_plain, located_to_plain
from briefbook.lint.of_files import FindingsOfFiles, Located, findings_of_file
from briefbook.model import finding_kinds
from briefbook.project.answer import Answer
from briefbook.project.answers import Answers
from briefbook.project.processes import Workers
from briefbook.rules import all_rules
from briefbook.syntax import finding_kinds as syntax_kinds

_NAME = "findings "


class KeptFindings(FindingsOfFiles):
    """Those that still hold need not be found again; what is found is kept."""

    def __init__(self, edition: Edition, answers: Answers) -> None:
        super().__init__(edition)
        self._answers, self._reads = answers, Reads()
        self._noted = noted(edition, self._reads)
        self._kinds = _kinds()

    def find(self, workers: Workers) -> None:
        """Have all findings found that are not kept."""
        known = {name for name, holds in self._answers.names(_NAME) if holds}
        missing = [path for path in self.paths if _NAME + path not in known]
        answers = workers.over(self._anew, missing)
        for path, answer in zip(missing, answers, strict=True):
            self._answers.keep(_NAME + path, answer)

    def _find(self, path: str) -> Located:
        kept = self._answers.find(_NAME + path)
        if kept is not None:
            try:
                return tuple([located_from_plain(one, self._kinds) for one in json.loads(kept)])
            except (ValueError, TypeError, KeyError):
                pass  # no list of findings: found again, as if it were not there
        self._answers.keep(_NAME + path, self._anew(path))
        return self._find(path)

    def of_families(self, path: str, families: tuple[str, ...]) -> Located:
        """Those of them whose codes begin with one of these."""
        kept = self._answers.find(_NAME + path)
        if kept is not None and not any(f'"{one}'.encode() in kept for one in families):
            return ()  # nearly everywhere: what is there need not be read
        return super().of_families(path, families)

    def _anew(self, path: str) -> Answer:
        with self._reads.listened() as read:
            found = findings_of_file(self._noted, path)
        plain = json.dumps([located_to_plain(one) for one in found], ensure_ascii=False)
        return Answer.of(plain.encode(), read)

    def let_go(self) -> None:
        """Forget what was read to find them, once all are found."""
        super().let_go()
        self._reads = Reads()
        self._noted = noted(self._edition, self._reads)

    def forget_gone(self) -> None:
        """Forget the findings of files that are gone."""
        here = {*self.paths}
        for name, _ in self._answers.names(_NAME):
            if name.removeprefix(_NAME) not in here:
                self._answers.drop(name)


def _kinds() -> dict[str, Kind]:
    """Every kind of finding, by code."""
    found = {rule.kind.code: rule.kind for rule in all_rules()}
    for module in (finding_kinds, syntax_kinds):
        found.update((one.code, one) for one in vars(module).values() if isinstance(one, Kind))
    return found
