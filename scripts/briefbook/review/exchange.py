"""One request to a host and its answer, whole, or the reason why there is none, in plain words."""

import http.client
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefbook.text.listing import opening
from briefbook.text.terminal import visible

SECONDS = 30
"""How long a host may be silent."""
WHOLE = 120
"""Seconds within which an answer must have come whole."""
ANSWER = 16 * 1024 * 1024
"""Bytes of an answer; more is not read."""
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: the status, header fields by their names in small letters, and the bytes."""

    status: int
    fields: Mapping[str, str]
    content: bytes


class Lost(Exception):
    """There is no answer that can be used; the message says why, after the host's name.

    With `again` the next try may fare better. With `unsure` the host may have done what it was
    asked for all the same.
    """

    def __init__(self, why: str, *, again: bool = True, unsure: bool = True) -> None:
        super().__init__(why)
        self.again = again
        self.unsure = unsure


class _AsItIs(urllib.request.HTTPErrorProcessor):
    """Hands on every answer: whether to follow a redirect is decided by who knows the token."""

    def http_response(
        self, request: urllib.request.Request, response: http.client.HTTPResponse
    ) -> http.client.HTTPResponse:
        return response

    https_response = http_response


def exchange(
    method: str,
    url: str,
    headers: Mapping[str, str],
    content: bytes | None,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """Ask once, and read the answer whatever its status; nothing is followed.

    Raises Lost.
    """
    try:
        request = urllib.request.Request(  # noqa: S310 the scheme is checked by `safe_api`
            url, method=method, data=content, headers=dict(headers)
        )
        opener = urllib.request.build_opener(_AsItIs)
        end = clock() + WHOLE
        with opener.open(request, timeout=SECONDS) as found:
            fields = {name.lower(): value for name, value in found.headers.items()}
            return Answer(found.status, fields, _read(found, end, clock))
    except urllib.error.URLError as error:
        raise _lost(error.reason) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _lost(error) from None


def _read(found: http.client.HTTPResponse, end: float, clock: Callable[[], float]) -> bytes:
    whole = found.length
    pieces, size = [], 0
    while (whole is None or size < whole) and (piece := found.read1(_PIECE)):
        pieces.append(piece)
        size += len(piece)
        if size > ANSWER:
            raise Lost(f"sent more than {ANSWER // 1024 // 1024} MiB; so much is not read",
                       again=False)  # fmt: skip
        if clock() > end:
            raise TimeoutError
    if whole is not None and size < whole:  # reading in pieces does not complain of it
        raise http.client.IncompleteRead(b"", whole - size)
    return b"".join(pieces)


def _lost(error: object) -> Lost:
    """Why there is no answer. Words of a ValueError are not shown: they may hold the token."""
    match error:
        case Lost():
            return error
        case TimeoutError():
            return Lost("is too slow: the answer did not come in time")
        case http.client.IncompleteRead() | http.client.RemoteDisconnected() | ConnectionError():
            if isinstance(error, ConnectionRefusedError):
                return Lost("cannot be reached: nothing answers at this address", unsure=False)
            return Lost("broke off before the answer was whole")
        case ssl.SSLCertVerificationError():
            return Lost("cannot be trusted: its certificate is not valid",
                        again=False, unsure=False)  # fmt: skip
        case http.client.HTTPException():
            return Lost("answered with something that is not HTTP")
        case OSError():
            why = opening(visible(str(error.strerror or error)), 100)
            return Lost(f"cannot be reached: {why}")
    return Lost("cannot be asked: the address or the token holds a character that cannot be sent",
                again=False, unsure=False)  # fmt: skip
