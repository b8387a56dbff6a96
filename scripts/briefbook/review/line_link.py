"""Where a line of a file can be seen on its host, at a commit."""

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from briefbook.review.connection import safe_api, safe_repository
from briefbook.review.notice import is_commit

_APIS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com/api/v4"}
_ODD = frozenset("<>`@#|\\[]()*&?%\"':;=")
_PATHS = {"github": "blob", "gitlab": "-/blob", "forgejo": "src/commit"}


def line_link(
    host: str, api: str | None, repository: str, sha: str
) -> Callable[[str, int], str | None]:
    """What gives the address of a line of a file; it gives none for what is no path of a file.

    Raises WrongUse for an interface or a repository that is none.
    """
    site = _site(safe_api(api or _APIS.get(host, "")) if api or host in _APIS else "")
    name = safe_repository(repository, nested=host == "gitlab")

    def link(path: str, line: int) -> str | None:
        steps = path.split("/")
        plain = all(step.strip(".") and not set(step) & _ODD for step in steps)
        if not plain or not path.isprintable() or not site or not is_commit(sha):
            return None
        return f"{site}/{name}/{_PATHS[host]}/{sha}/{quote(path)}#L{int(line)}"

    return link


def _site(api: str) -> str:
    """The host's own address, from that of its interface."""
    parts = urlsplit(api)
    if parts.hostname == "api.github.com":
        return "https://github.com"
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
