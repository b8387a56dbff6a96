"""Asks the interface for programs of a host, in JSON."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from briefbook.project.wrong_use import WrongUse
from briefbook.text.terminal import visible

_PAGES = 60
_SECONDS = 30
_ANSWER = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Connection:
    """The address that all paths are below, what every request says, and the host's name."""

    host: str
    root: str
    headers: Mapping[str, str]

    def call(self, method: str, path: str, data: Mapping[str, str] | None = None) -> Any:  # noqa: ANN401
        """An answer, parsed.

        Raises WrongUse if the host cannot be reached or refuses.
        """
        request = urllib.request.Request(  # noqa: S310 the scheme is checked by `safe_api`
            f"{self.root}{path}",
            method=method,
            data=json.dumps(data).encode() if data is not None else None,
            headers={"Content-Type": "application/json", "User-Agent": "briefbook", **self.headers},
        )
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                return json.loads(answer.read(_ANSWER))
        except urllib.error.HTTPError as error:
            raise WrongUse(f"{self.host} refused {method} {path}: {error.code}") from None
        except (OSError, ValueError) as error:
            raise WrongUse(f"{self.host} cannot be reached: {visible(str(error))}") from None

    def listed(self, path: str, per_page: int = 100) -> Iterator[dict[str, Any]]:
        """Every entry of a listing, page by page.

        Raises WrongUse if the host cannot be reached or refuses.
        """
        more = "&" if "?" in path else "?"
        for number in range(1, _PAGES + 1):
            # GitHub and GitLab call it per_page, Forgejo limit.
            sizes = f"per_page={per_page}&limit={per_page}"
            listing = self.call("GET", f"{path}{more}{sizes}&page={number}")
            yield from listing
            if len(listing) < per_page:
                return


def safe_api(api: str) -> str:
    """The address of an interface, checked.

    Raises WrongUse if it is neither https nor on this machine.
    """
    parts = urlsplit(api)
    local = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise WrongUse("--api must begin with https://")
    return api.rstrip("/")


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


def safe_repository(name: str, *, nested: bool = False) -> str:
    """“owner/name”, checked; with `nested`, groups within groups as GitLab has them.

    Raises WrongUse for anything else.
    """
    parts = name.split("/")
    plain = all(part and set(part) <= _PLAIN and part not in (".", "..") for part in parts)
    if not plain or len(parts) < 2 or (len(parts) > 2 and not nested):
        raise WrongUse(f"“{name}” is no repository: write owner/name")
    return name
