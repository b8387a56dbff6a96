"""Asks the interface for programs of a host, in JSON; a host that misbehaves ends in one line."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import SplitResult, urljoin, urlsplit

from briefbook.project.wrong_use import WrongUse
from briefbook.review.exchange import Answer, Lost, exchange
from briefbook.review.patience import Patience, is_spent
from briefbook.text.listing import opening
from briefbook.text.terminal import visible

T = TypeVar("T", str, int)

PAGES = 60
"""Pages of a listing that are read."""
_HOPS = 5
_SHOWN = 200
"""Characters of a host's own words in a message."""
_HINTS = {
    401: "the token is not valid, or is none of this host",
    403: "the token may not do this",
    404: "it is not there, or the token may not see it: are the repository's name and the "
    "token's rights right?",
}


@dataclass(frozen=True, slots=True)
class Connection:
    """The address that all paths are below, what every request says, and the host's name."""

    host: str
    root: str
    headers: Mapping[str, str]
    patience: Patience = field(default_factory=Patience)

    def call(
        self,
        method: str,
        path: str,
        data: Mapping[str, str] | None = None,
        done: Callable[[], bool] | None = None,
    ) -> Any:  # noqa: ANN401
        """An answer, parsed.

        What fails for now is tried three times more, with waits. A POST whose answer is lost may
        have taken effect all the same: then `done` is asked first, and where it says so, or where
        nobody can say, nothing is sent again.

        Raises WrongUse, and nothing else, if the host cannot be reached, refuses or says nonsense.
        """
        return self._asked(method, path, data, done)[0]

    def _asked(
        self,
        method: str,
        path: str,
        data: Mapping[str, str] | None = None,
        done: Callable[[], bool] | None = None,
    ) -> tuple[Any, Mapping[str, str]]:
        """An answer, parsed, and its header fields; None instead if `done` says so."""
        tried = 0
        while True:
            tried += 1
            fields: Mapping[str, str] = {}
            try:
                answer = self._answer(method, path, data)
                fields = answer.fields
                if 200 <= answer.status < 300:
                    return _parsed(answer), fields
                lost = _refused(answer)
            except Lost as error:
                lost = error
            unsure = method == "POST" and lost.unsure
            wait = self.patience.wait(tried, fields) if lost.again and (done or not unsure) else 0
            if unsure and done and done():
                return None, fields
            if wait is not None:
                asks = f"; it asks to wait {wait:,.0f} seconds" if wait else ""
                raise self._wrong(method, path, f"{lost}{asks}")

    def _answer(self, method: str, path: str, data: Mapping[str, str] | None) -> Answer:
        """The answer at the end of the redirects that are followed."""
        url = f"{self.root}{path}"
        content = json.dumps(data).encode() if data is not None else None
        headers = {"Content-Type": "application/json", "User-Agent": "briefbook", **self.headers}
        for _ in range(_HOPS):
            answer = exchange(method, url, headers, content)
            target = answer.fields.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return answer
            url = _led(method, url, target)
        raise Lost("sends on from address to address without end", again=False)

    def listed(self, path: str, number: str, per_page: int = 100) -> Iterator[dict[str, Any]]:
        """Every entry of a listing, page by page; `number` is the field that tells them apart.

        Raises WrongUse if the host cannot be reached or refuses, if what it answers is no list of
        objects with numbers, or if there is no end to it.
        """
        more = "&" if "?" in path else "?"
        seen: set[int] = set()
        for page in range(1, PAGES + 1):
            # GitHub and GitLab call it per_page, Forgejo limit.
            sizes = f"per_page={per_page}&limit={per_page}"
            listing, fields = self._asked("GET", f"{path}{more}{sizes}&page={page}")
            if not isinstance(listing, list):
                raise self._nonsense(path, "no list")
            if not all(isinstance(one, dict) and type(one.get(number)) is int for one in listing):
                raise self._nonsense(path, "a list that holds something else")
            new = [one for one in listing if one[number] not in seen]
            yield from new
            seen.update(one[number] for one in new)
            # Forgejo answers some listings whole, whatever page is asked for.
            full = len(listing) >= per_page or 'rel="next"' in fields.get("link", "")
            if not new or not full:
                return
        raise self._wrong("GET", path, f"lists more than {PAGES} pages; so many are not read")

    def value(self, kind: type[T], path: str, *keys: str) -> T:
        """A text or a number within what a path answers, found by these keys.

        Raises WrongUse if it is not there, the host cannot be reached, or refuses.
        """
        found = self.call("GET", path)
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        if not isinstance(found, kind) or isinstance(found, bool):
            raise self._nonsense(path, f"something without “{'.'.join(keys)}”")
        return found

    def _nonsense(self, path: str, what: str) -> WrongUse:
        """The error for an answer that is JSON and still not what was asked for."""
        hint = "is this the address of its interface for programs?"
        return self._wrong("GET", path, f"answered with {what}: {hint}")

    def _wrong(self, method: str, path: str, why: str) -> WrongUse:
        return WrongUse(f"{self.host}, asked for {method} {path.partition('?')[0]}, {why}")


def _parsed(answer: Answer) -> Any:  # noqa: ANN401
    try:
        return json.loads(answer.content.decode())
    except (ValueError, RecursionError):
        raise Lost("answered with something that is no JSON in UTF-8", again=False) from None


def _refused(answer: Answer) -> Lost:
    """What a refusal says; the host's own words cut and on one line: anybody may have written them.

    A host that takes no more questions has done nothing; one with a fault may have.
    """
    status, words = answer.status, _words(answer.content)
    said = f"{status}, “{words}”" if words else f"{status}"
    waits = "retry-after" in answer.fields or is_spent(answer.fields)
    if status == 429 or (status == 403 and waits):
        return Lost(f"takes no more questions for now ({said})", unsure=False)
    if status >= 500:
        return Lost(f"has a fault of its own ({said})")
    hint = f": {_HINTS[status]}" if status in _HINTS else ""
    return Lost(f"refused ({said}){hint}", again=False, unsure=False)


def _words(content: bytes) -> str:
    """What the JSON of a refusal says in words."""
    try:
        found = json.loads(content.decode())
    except (ValueError, RecursionError):
        return ""
    said = (found.get("message") or found.get("error")) if isinstance(found, dict) else None
    if said and not isinstance(said, str):
        said = json.dumps(said, ensure_ascii=False)  # GitLab says which field is wrong
    return opening(visible(opening(said, _SHOWN)), _SHOWN) if said else ""


def _led(method: str, url: str, target: str) -> str:
    """Where a redirect leads, if it may be followed: a token is for one host alone."""
    if method != "GET":
        raise Lost("sends on to another address, where nothing is written: was the repository "
                   "renamed or moved? Name it as it is called now",
                   again=False, unsure=False)  # fmt: skip
    try:
        led = urljoin(url, target)
        same = _origin(urlsplit(led)) == _origin(urlsplit(url))
    except ValueError:
        raise Lost("sends on to an address that is none", again=False) from None
    if not same:
        where = opening(visible(urlsplit(led).netloc.rpartition("@")[2]), 100)
        raise Lost(f"sends on to another host, “{where}”, which was not asked: the token is not "
                   "for it", again=False)  # fmt: skip
    return led


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None, bool]:
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname, port, parts.username is None


def safe_api(api: str) -> str:
    """The address of an interface, checked.

    Raises WrongUse if it is neither https nor on this machine, or is no plain address of a host.
    """
    try:
        parts = urlsplit(api)
        local = parts.hostname in ("127.0.0.1", "localhost", "::1")
        plain = _origin(parts)[3] and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        raise WrongUse("--api is no address: write https://host/path") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and local):
        raise WrongUse("--api must begin with https://")
    if not plain or not api.isascii() or not api.isprintable() or " " in api:
        raise WrongUse("--api must be https://host/path, with nothing before or after")
    return api.rstrip("/")


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


def safe_repository(name: str, *, nested: bool = False) -> str:
    """“owner/name”, checked; with `nested`, groups within groups as GitLab has them.

    Raises WrongUse for anything else.
    """
    parts = name.split("/")
    plain = all(part and set(part) <= _PLAIN and part not in (".", "..") for part in parts)
    if not plain or len(parts) < 2 or (len(parts) > 2 and not nested):
        raise WrongUse(f"“{visible(name)}” is no repository: write owner/name")
    return name
