"""One comment under a pull request, made once and kept up to date, from a report taken as data."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from briefbook.diff.render.markdown import MOST, page
from briefbook.diff.told import Told
from briefbook.site.wrong_use import WrongUse
from briefbook.text.markdown import code_span
from briefbook.text.terminal import visible
from briefbook.text.url import UnsafeUrl, safe_url

BOT = 41898282
"""The id of github-actions[bot], under whose name a workflow's own token comments."""
MARK = "<!-- briefbook review -->"
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


def comment_text(report: Told, preview: str | None) -> str:
    """The comment: a mark by which it is found again, what changed, and where to look at it.

    Raises WrongUse for a preview that is no address.
    """
    foot = ""
    if preview:
        try:
            foot = f"\n[Look at the pages as they would be]({safe_url(preview)})\n"
        except UnsafeUrl as error:
            raise WrongUse(f"{code_span(visible(preview))} cannot be linked: {error}") from None
    head = f"{MARK}\n"
    return head + page(report, MOST - len((head + foot).encode())) + foot


def put_comment(at: Forge, report: Told, sha: str, text: str, bot: int = BOT) -> str:
    """Make the comment, or bring it up to date; “made”, “renewed” or “left as it is”.

    The report names the pull request, and cannot be believed: it counts only if that pull request
    stands at the commit `sha`, which the caller knows from GitHub itself.

    Raises WrongUse if it does not, or the API refuses.
    """
    number = report.number
    if number is None or number < 1:
        raise WrongUse("the report names no pull request")
    found = at.call("GET", f"/pulls/{number}")
    if found.get("head", {}).get("sha") != sha:
        raise WrongUse(f"pull request {number} does not stand at {sha[:12]}: no comment was made")
    for page_number in range(1, _PAGES + 1):
        listing = at.call(
            "GET", f"/issues/{number}/comments?per_page={_PER_PAGE}&page={page_number}"
        )
        for one in listing:
            if one.get("user", {}).get("id") == bot and str(one.get("body", "")).startswith(MARK):
                if one["body"].replace("\r\n", "\n").strip() == text.strip():
                    return "left as it is"
                at.call("PATCH", f"/issues/comments/{int(one['id'])}", {"body": text})
                return "renewed"
        if len(listing) < _PER_PAGE:
            break
    at.call("POST", f"/issues/{number}/comments", {"body": text})
    return "made"
