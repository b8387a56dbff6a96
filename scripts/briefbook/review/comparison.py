"""Compares two states of a project out of git, and raises the alarms."""

from collections.abc import Mapping
from datetime import date

from briefbook.corpus import BriefFile
from briefbook.diff.change_view import change_view
from briefbook.diff.git import Repository
from briefbook.diff.git_command import GitTrouble
from briefbook.diff.git_outside import changed_outside
from briefbook.diff.log import Log, Step
from briefbook.diff.render.terminal import said
from briefbook.diff.report import DiffReport, Revisions
from briefbook.diff.revisions import compare_revisions
from briefbook.diff.sides_reader import Known, nothing_known
from briefbook.findings import Finding
from briefbook.lint import Policy
from briefbook.lint.alarms import weighed_alarms
from briefbook.model.record import id_of
from briefbook.model.record_types import with_permalinks
from briefbook.project.edition import read_edition
from briefbook.project.garbage import nothing_to_collect
from briefbook.project.project import Project
from briefbook.project.proofs import Prover
from briefbook.project.wrong_use import WrongUse
from briefbook.text.suggest import nearest
from briefbook.text.terminal import visible


def open_repository(project: Project) -> Repository:
    """The git repository of a project.

    Raises WrongUse if there is none.
    """
    try:
        return Repository.of(project.root)
    except GitTrouble as error:
        raise WrongUse(str(error)) from None


def read_comparison(
    project: Project,
    policy: Policy,
    base: str,
    head: str | None,
    today: date,
    written: str | None = None,
    known: Known | None = None,
) -> DiffReport:
    """What changed between two revisions, or a revision and the working tree (`head` None).

    `written` is the commit whose history tells who wrote a file, where that is not the head's;
    `known` may have read files already.

    Raises WrongUse for a revision that is not there, or a clone that lacks contents.
    """
    repository = open_repository(project)
    try:
        revisions = Revisions(
            base, head, repository.commit(base), repository.commit(head) if head else None
        )
        with nothing_to_collect():
            found = compare_revisions(
                repository, revisions.base_commit, revisions.head_commit, today, project.settings,
                written, Prover(project.store), known or nothing_known,
            )  # fmt: skip
        seen_at = repository.commit(written) if written else revisions.head_commit
        outside = changed_outside(repository, revisions.base_commit, seen_at)
    except GitTrouble as error:
        raise WrongUse(str(error)) from None
    raised = weighed_alarms(found, policy)
    waived = tuple(one.within(project.within) for one in raised.waived_here)
    return DiffReport(
        found, raised.report.within(project.within), revisions, project.within, tuple(outside),
        waived,
    )  # fmt: skip


def changed_since(repository: Repository, commit: str) -> dict[str, bytes | Finding | None]:
    """The briefs and lists that differ between a commit and the files as they are, as the commit
    has them; None for what it does not have.

    Raises GitTrouble.
    """
    names = [name for name in repository.changed(commit, None) if name.endswith(".yml")]
    files = repository.files(commit)
    held: dict[str, bytes | Finding | None] = dict.fromkeys(names)
    held.update(repository.contents({name: files[name] for name in names if name in files}))
    return held


def read_history(project: Project, reference: str, today: date) -> str:
    """The history of “brief” or “brief#record” as text, the newest step first.

    The ids may be former ones, or of what is there no more; then the first lines say so.

    Raises WrongUse if there never was such a brief or record, or git cannot answer.
    """
    name, _, record = reference.partition("#")
    files = {file.id: file for file in read_edition(project, today).corpus.files}
    try:
        repository = open_repository(project)
        found = Log(repository, files, today, project.settings).history(name, record)
    except GitTrouble as error:
        raise WrongUse(str(error)) from None
    if found is None:
        raise WrongUse(_unknown(name, record, files))
    if not found.steps:
        raise WrongUse(f"git knows no change of “{visible(reference)}”")
    notes = "".join(f"{visible(note)}\n" for note in found.notes)
    text = "\n".join(map(_step, found.steps)) + "\n"
    return f"{notes}\n{text}" if notes else text


def _unknown(name: str, record: str, files: Mapping[str, BriefFile]) -> str:
    """That there is no such thing, and what has nearly this name."""
    if record and name in files:
        brief = files[name].brief
        ids = [id_of(one) for one in with_permalinks(brief)] if brief else []
        if record in ids:
            return f"git knows no change of “{visible(name)}#{visible(record)}”"
        what, guess = f"record “{visible(record)}” in “{name}”", nearest(record, ids)
    else:
        what, guess = f"brief “{visible(name)}”", nearest(name, files)
    return f"there is no {what}, and never was" + (f"; did you mean “{guess}”?" if guess else "")


def _step(step: Step) -> str:
    lines = [f"{step.day}  {step.commit[:12]}  {visible(step.author)}: {visible(step.subject)}"]
    lines += [f"    {said(change_view(change))}" for change in step.changes]
    return "\n".join(lines) + "\n"
