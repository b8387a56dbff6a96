"""Files of a change that are no briefs: what sort each is, those that decide something first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of files in plain words; `decides` where one of them can change how briefs are judged,
    run or shown.
    """

    words: str
    patterns: tuple[str, ...]
    decides: bool = True

    def holds(self, path: str) -> bool:
        """Whether a file is of this sort, wherever in a repository the project lies."""
        return any(fnmatchcase(path, one) or fnmatchcase(path, f"*/{one}") for one in self.patterns)


_POLICY = Sort(
    "policy and settings of the site",
    (
        "mkdocs*.yml",
        "mkdocs*.yaml",
        "*baseline*.json",
        "profiles/*",
        "locale/*",
        "*.po",
        "config/*.yml",
        "config/*.yaml",
    ),
)
_SORTS = (
    Sort("workflows", (".github/workflows/*", ".gitlab-ci.yml", ".gitlab/*", ".forgejo/*",
                       ".gitea/*", ".ci/*", "action.yml", "action.yaml", ".github/actions/*",
                       ".circleci/*", ".woodpecker/*", ".woodpecker.y*ml", ".drone.yml",
                       ".travis.yml", ".buildkite/*", "Jenkinsfile*", "azure-pipelines*.yml",
                       "bitbucket-pipelines.yml", ".builds/*", ".build.yml", "netlify.toml",
                       "vercel.json", "wrangler.toml", "renovate.json*", ".github/renovate.json*",
                       ".github/dependabot.yml", "Dockerfile*", "Containerfile*", "compose*.y*ml",
                       "docker-compose*.y*ml", ".devcontainer/*")),
    Sort("who must review", ("CODEOWNERS", ".mailmap", ".github/settings.yml")),
    _POLICY,
    Sort("hooks and programs", ("*.py", "*.sh", "*.js", "*.mjs", "Makefile", "makefile",
                                "GNUmakefile", ".envrc", ".npmrc", ".yarnrc*", "pip.conf",
                                ".python-version", ".tool-versions", "pyproject.toml",
                                "requirements*.txt", "*.lock", "hooks/*", ".githooks/*",
                                ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", ".husky/*",
                                "lefthook*.yml", ".lefthook*.yml", ".lefthook/*", "package.json",
                                "package-lock.json", "justfile", "Justfile", "Taskfile.y*ml",
                                "tox.ini", "noxfile*", "setup.cfg", "*.bat", "*.ps1", "*.mk",
                                "*.cjs", "*.ts", "*.wasm", "*.rb", "*.pl", "*.php", "*.nix",
                                "*.toml", "constraints*.txt", "requirements*.in", "bin/*",
                                "Gemfile*")),
    Sort("how git reads files", (".gitattributes", ".gitmodules", ".gitignore")),
    Sort("where the site stands, and what readers report by",
         ("CNAME", "_redirects", "_headers", ".github/ISSUE_TEMPLATE/*")),
    Sort("pictures that can hold scripts", ("*.svg",)),
    Sort("theme", ("overrides/*", "theme/*", "*.css", "*.html", "*.htm", "*.xhtml", "*.j2")),
    Sort("schemas", ("*.schema.json", "schema/*", "docs/schema/*")),
    Sort("in the folder of the briefs, but no brief", ("briefings/*",)),
)  # fmt: skip
_OTHERS = Sort("others", ("*",), decides=False)


def by_sort(paths: Iterable[str]) -> Iterator[tuple[Sort, list[str]]]:
    """The files by sort, those that decide first; each under the first sort that it is of."""
    found: dict[Sort, list[str]] = {}
    for path in paths:
        sort = next((one for one in _SORTS if one.holds(path)), _OTHERS)
        found.setdefault(sort, []).append(path)
    for sort in (*_SORTS, _OTHERS):
        if sort in found:
            yield sort, found[sort]


def of_policy(paths: Iterable[str]) -> list[str]:
    """Those by which briefs are judged and shown: a review goes by them as they were before."""
    return next((found for sort, found in by_sort(paths) if sort == _POLICY), [])
