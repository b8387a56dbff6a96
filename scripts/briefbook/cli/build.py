"""`briefbook build`: check, compile, engine, link check, and the swap of the finished site."""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date

import click

from briefbook.cli.exit_codes import Command
from briefbook.cli.options import project_options
from briefbook.cli.progress import progress
from briefbook.cli.stderr import before_publication, broken, counts, deprecations, say, warnings
from briefbook.findings import Severity
from briefbook.lint import Policy, run
from briefbook.project.answer import Answer
from briefbook.project.aside import aside
from briefbook.project.cache import Cache
from briefbook.project.config import CONFIG
from briefbook.project.edition import ReadProject, read_policy, read_project
from briefbook.project.garbage import held
from briefbook.project.processes import Processes, Workers, all_cores
from briefbook.project.project import Project
from briefbook.project.stages import stage
from briefbook.publish.engines import Engine
from briefbook.publish.kept_build import KeptBuild, Told
from briefbook.publish.outputs import Outputs
from briefbook.registry import any_plugins, discover


@click.command(
    "build",
    cls=Command,
    one="The briefs hold errors; with --strict, warnings or broken links are enough.",
)
@click.option(
    "--engine",
    metavar="NAME",
    default="mkdocs",
    show_default=True,
    help="Make the pages with this program: mkdocs or zensical.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 at warnings and at broken links, too.")
@click.option(
    "--no-cache", is_flag=True, help="Make everything anew, and use nothing of earlier builds."
)
@click.option("--profile", is_flag=True, help="Say at the end where the time went.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Use so many processes; as many as there are cores, if that is not given.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Have the workers of this Dask scheduler read briefs and make pages: tcp://HOST:PORT.",
)
@project_options
def build(
    engine: str,
    strict: bool,
    no_cache: bool,
    profile: bool,
    jobs: int | None,
    scheduler: str | None,
    project: Project,
    today: date,
) -> int:
    """Build the finished site into site/, whole or not at all.

    Errors that would make a page wrong stop it, and the old site stays. Other findings are counted.
    Where nothing has changed since the last build, the site stays as it is.
    """
    kept = KeptBuild(project, today, engine, f"strict={strict}")
    if not no_cache and (told := kept.told()):
        say([*told.lines, "nothing has changed since"])
        return told.exit_code
    from briefbook.publish.build import building  # noqa: PLC0415 slow to import

    jobs = jobs or all_cores()
    with progress(profile=profile), building(project), _workers(scheduler, jobs) as workers:
        return _made(engine, strict, kept, project, today, jobs, workers, anew=no_cache)


def _workers(scheduler: str | None, jobs: int) -> AbstractContextManager[Workers]:
    """Who reads briefs and makes pages."""
    if scheduler is not None and any_plugins():  # workers may have others
        say(["plug-ins of Briefbook are installed: this machine makes all pages itself"])
        scheduler = None
    if scheduler is None:
        return nullcontext(Processes(jobs))
    from briefbook.project.cluster import Cluster  # noqa: PLC0415 an extra

    return Cluster(scheduler)


def _made(
    engine: str, strict: bool, kept: KeptBuild, project: Project, today: date, jobs: int,
    workers: Workers, *, anew: bool,
) -> int:  # fmt: skip
    """Make the site, say what there is to say of it, and remember both."""
    from briefbook.publish.build import build_project  # noqa: PLC0415 slow to import
    from briefbook.publish.kept_pages import kept_pages  # noqa: PLC0415

    site_engine = _engine(engine)
    inputs = kept.inputs()
    policy = read_policy(project)
    old = deprecations(policy.deprecations, CONFIG)
    intact = aside(kept.intact, jobs)
    if anew:
        Cache(project.root).forget()
    with stage("Reading the briefs"):
        read = read_project(project, today, workers=workers)
    found, stopped = before_publication(read.edition, read.findings)
    say(first := [*old, *found])
    if stopped:
        read.save()
        return 1
    weighed = _weighed(read, policy, jobs)
    with held():  # what was read stays until the end
        pages = kept_pages(read, kept.name, intact, workers)
        built = build_project(project, read.edition, site_engine, jobs, pages)
        more, warned, failed = weighed()
        lines = [
            *warnings(built.compiled),
            *broken(built.broken, project.docs),
            f"{built.compiled.pages} pages in {built.site}",
            *more,
        ]
        say(lines)
        code = int(failed or (strict and (built.is_doubtful or warned)))
        told = Told((*first, *built.said, *lines), code)
        _keep(read, kept, inputs, told, jobs, built.outputs)
        return code


Weighed = tuple[list[str], bool, bool]


def _weighed(read: ReadProject, policy: Policy, jobs: int) -> Callable[[], Weighed]:
    """Gives what there is to say of other findings, and whether there are warnings, and errors: to
    be found beside other work, if there is a core for it. What only findings need is let go of."""

    def weighed() -> Weighed:
        report = run(read.edition, policy, files=read.findings)
        return [*counts(report)], report.fails(Severity.warning), report.fails(Severity.error)

    with stage("Checking the briefs"):
        begun = aside(weighed, jobs)
        found = None if begun is not weighed else weighed()
    read.let_go()
    return begun if found is None else lambda: found


def _keep(
    read: ReadProject, kept: KeptBuild, inputs: str, told: Told, jobs: int, left: Outputs | None
) -> None:
    """Keep all that the next build can use of this one; say so where that cannot be.

    A name that no other build has ties what is kept in one place to what is kept in the other.
    """
    from briefbook.publish.kept_pages import BUILD  # noqa: PLC0415 slow to import

    looked = aside(kept.outputs, jobs if inputs else 1) if left is None else lambda: left
    name = secrets.token_hex(8)
    if read.answers:
        read.answers.keep(BUILD, Answer.of(name.encode(), ()))
    why = read.save()
    if inputs and not why:
        why = kept.keep(inputs, told, name, looked())
    if why:
        say([f"the next build cannot use this one: {why}"])


def _engine(name: str) -> Engine:
    """The site engine of this name."""
    engines = {item.name: item for item in discover("briefbook.publish.engines", Engine)}
    if name not in engines:
        raise click.BadParameter(f"{name!r} is none of {', '.join(sorted(engines))}",
                                 param_hint="'--engine'")  # fmt: skip
    return engines[name]
