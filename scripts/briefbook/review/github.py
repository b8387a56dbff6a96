"""GitHub's REST API, as far as comments and issues need it."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

BOT = 41898282
"""The id of github-actions[bot], under whose name a workflow's own token comments."""
_PAGES = 30
_PER_PAGE = 100
_SECONDS = 30
_ANSWER = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository behind GitHub's REST API (version 2022-11-28) and the token to speak with."""

    api: str
    repository: str
    token: str

    def call(self, method: str, path: str, data: dict[str, str] | None = None) -> Any:  # noqa: ANN401
        """An answer, parsed.

        Raises WrongUse if the API cannot be reached or refuses.
        """
        url = f"{self.api.rstrip('/')}/repos/{self.repository}{path}"
        request = urllib.request.Request(  # noqa: S310 the scheme is checked by `forge`
            url,
            method=method,
            data=json.dumps(data).encode() if data is not None else None,
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "briefbook",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                return json.loads(answer.read(_ANSWER))
        except urllib.error.HTTPError as error:
            raise WrongUse(f"GitHub refused {method} {path}: {error.code}") from None
        except (OSError, ValueError) as error:
            raise WrongUse(f"GitHub cannot be reached: {visible(str(error))}") from None

    def find(self, path: str, mark: str, bot: int) -> dict[str, Any] | None:
        """The comment or issue in a listing that `bot` wrote and whose text begins with `mark`.

        Raises WrongUse if the API cannot be reached or refuses.
        """
        for one in self._listed(path):
            mine = one.get("user", {}).get("id") == bot and "pull_request" not in one
            if mine and str(one.get("body") or "").startswith(mark):
                return one
        return None

    def _listed(self, path: str) -> Iterator[dict[str, Any]]:
        more = "&" if "?" in path else "?"
        for number in range(1, _PAGES + 1):
            listing = self.call("GET", f"{path}{more}per_page={_PER_PAGE}&page={number}")
            yield from listing
            if len(listing) < _PER_PAGE:
                return


def same_text(one: dict[str, Any], text: str) -> bool:
    """Whether a comment or issue says this already; GitHub stores line ends in its own way."""
    return str(one.get("body") or "").replace("\r\n", "\n").strip() == text.strip()


def forge(api: str, repository: str, token: str) -> Forge:
    """A forge, checked.

    Raises WrongUse for a repository that is none, a missing token, or an address that is neither
    https nor this machine.
    """
    parts = urlsplit(api)
    local = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise WrongUse("--api must begin with https://")
    owner, _, name = repository.partition("/")
    plain = all(part and set(part) <= _PLAIN and part not in (".", "..") for part in (owner, name))
    if not plain:
        raise WrongUse(f"“{repository}” is no repository: write owner/name")
    if not token:
        raise WrongUse("the environment has no GITHUB_TOKEN to comment with")
    return Forge(api, repository, token)


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
