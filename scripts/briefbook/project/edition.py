"""Reads a project: its edition and its policy."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefbook.analysis.edition import Edition
from briefbook.analysis.look_ups import differing
from briefbook.analysis.reads import Read
from briefbook.corpus import Corpus, ReadMany, load, read_each
from briefbook.lint import FindingsOfFiles, Policy, UnknownRule
from briefbook.project.answers import Answers, Differing
from briefbook.project.bad_setting import BadSetting
from briefbook.project.cache import Cache
from briefbook.project.config import CONFIG, config_files
from briefbook.project.garbage import nothing_to_collect
from briefbook.project.kept_files import FilesKept
from briefbook.project.kept_findings import KeptFindings
from briefbook.project.processes import Processes, Workers
from briefbook.project.project import Project
from briefbook.project.proofs import Prover
from briefbook.project.reading import read_by
from briefbook.project.world import packed
from briefbook.project.wrong_use import WrongUse
from briefbook.registry import any_plugins


@dataclass(frozen=True)
class ReadProject:
    """A project as it was read: its edition, and the findings of single files."""

    edition: Edition
    findings: FindingsOfFiles
    answers: Answers | None = None
    world: Callable[[], bytes] | None = None
    """Gives all that the edition is made of, for processes that have nothing of it."""
    files: FilesKept | None = None
    """The files as they were read, where they can be told apart."""
    _save: Callable[[], str] = str

    def let_go(self) -> None:
        """Forget what only findings need, once all are found and located."""
        self.edition.corpus.let_go()
        self.findings.let_go()
        if self.files:
            self.files.let_go()

    def save(self) -> str:
        """Keep what was read and found for later runs; returns why that failed, if it did."""
        return self._save()


def read_project(
    project: Project, today: date, *, anew: bool = False, workers: Workers | None = None
) -> ReadProject:
    """All briefs and the library on a day; what has not changed as an earlier run left it, unless
    all is to be read `anew`. What there is to do is done by `workers`.

    Raises WrongUse if the project has no briefings folder, or it cannot be read.
    """
    if anew or any_plugins():  # whoever writes a plug-in edits files that are none of ours
        prover = Prover(project.store)
        edition = Edition(_load(project, None), today, project.settings, prover)
        return ReadProject(edition, FindingsOfFiles(edition))
    cache = Cache(project.root)
    kept = FilesKept(cache)
    workers = workers or Processes()
    prover = Prover(project.store, cache, workers)
    edition = Edition(_load(project, kept, read_by(workers)), today, project.settings, prover)
    _ = edition.proofs  # once, before others ask for them in processes of their own
    ground = project.settings.model_dump_json()
    answers = Answers(cache, ground, today, _otherwise(edition, kept, prover))
    with nothing_to_collect():
        findings = KeptFindings(edition, answers)
        findings.find(workers)

    def save() -> str:
        findings.forget_gone()
        if kept.changed or answers.changed or prover.changed:
            cache.add(kept.write)
            cache.add(prover.write)
            cache.add(answers.write)
        return cache.save()

    return ReadProject(
        edition, findings, answers, lambda: packed(kept.texts(), edition), kept, save
    )


def _otherwise(edition: Edition, kept: FilesKept, prover: Prover) -> Differing:
    """What tells how an edition differs from the one that was kept."""

    def otherwise(maps: frozenset[str], day: date) -> frozenset[Read] | None:
        if not kept.changed and not prover.changed and day == edition.today:
            return frozenset()
        with nothing_to_collect():
            before = kept.before()
            if before is None:
                return None
            then = Edition(before, day, edition.settings, prover.before)
            return differing(then, edition, maps)

    return otherwise


def read_edition(
    project: Project,
    today: date,
    *,
    anew: bool = False,
    wants_path: Callable[[str], bool] | None = None,
) -> Edition:
    """The edition alone, for who needs the findings of few files or none; files are read as earlier
    runs did, unless all are to be read `anew`. Quotations are proven in wanted
    files only, if it is said which these are.

    Raises WrongUse as `read_project` does.
    """
    if anew or any_plugins():
        return read_project(project, today, anew=True).edition
    cache = Cache(project.root)
    kept = FilesKept(cache)
    prover = Prover(project.store, cache, wants_path=wants_path)
    edition = Edition(_load(project, kept), today, project.settings, prover)
    if cache.is_new and kept.changed:
        cache.add(kept.write)
        cache.save()
    return edition


def _load(project: Project, kept: FilesKept | None, read_many: ReadMany = read_each) -> Corpus:
    try:
        with nothing_to_collect():
            return load(project.root, kept, read_many)
    except FileNotFoundError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        raise WrongUse(f"the briefs cannot be read: {error.strerror or error}") from None


def read_policy(project: Project) -> Policy:
    """Which rules count, from mkdocs.yml.

    Raises WrongUse for a rule or profile that does not exist.
    """
    try:
        return Policy.of(project.settings.rules)
    except UnknownRule as error:
        bad = BadSetting("extra.briefbook.rules", f": {error}", error.word)
        raise bad.within(config_files(project.root / CONFIG)) from None
