"""Which findings stood before a change: those of the briefs where it parted from the base."""

from dataclasses import replace
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.corpus.load import read_files
from briefbook.diff.git_command import GitTrouble
from briefbook.findings import Report
from briefbook.lint import Policy, run
from briefbook.lint.baseline import Baseline
from briefbook.project.project import Project
from briefbook.project.proofs import Prover
from briefbook.project.wrong_use import WrongUse
from briefbook.review.comparison import open_repository


def fresh_first(project: Project, policy: Policy, base: str, today: date, found: Report) -> Report:
    """The same findings, those first that the commit `base` does not have.

    All of the base is checked; what did not change since is read from the working tree.

    Raises WrongUse if git cannot answer.
    """
    repository = open_repository(project)
    try:
        changed = {*repository.changed(base, None)}
        listed = repository.files(base).items()
        was = dict(repository.contents({name: blob for name, blob in listed if name in changed}))
    except GitTrouble as error:
        raise WrongUse(str(error)) from None
    same = {name: held for name, held in read_files(project.root) if name not in changed}
    corpus = gather({**same, **was}.items())
    before = run(Edition(corpus, today, project.settings, Prover(project.store)), policy)
    fresh = Baseline.of(before).without_known(found).findings
    new = {id(item) for item in fresh}
    standing = (item for item in found.findings if id(item) not in new)
    return replace(found, findings=(*fresh, *standing))
