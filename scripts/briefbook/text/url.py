"""Which addresses may be linked, and how they are written into a page."""

import re
from urllib.parse import SplitResult, quote, urlsplit

from briefbook.text.host import WrongHost, ascii_host
from briefbook.text.wide import one_line

REL = "noopener noreferrer nofollow ugc"
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\"'<>\\`\u2028\u2029]")

_DISGUISED = "it holds a user name before the host, which can disguise where it leads"


class UnsafeUrl(ValueError):
    """An address that must not become a link; the message says why, in plain words."""


def safe_url(text: str, *, mail: bool = False) -> str:
    """Return `text` as an address that is safe in an `href`, brackets percent-encoded.

    Allowed are http and https with a host and without user names; with `mail`, mailto too.

    Raises UnsafeUrl with the reason.
    """
    if _FORBIDDEN.search(text):
        raise UnsafeUrl("it holds a space, a quotation mark or a character that addresses cannot")
    try:
        parts = urlsplit(text)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError as error:
        raise UnsafeUrl("it cannot be read as an address") from error
    if mail and parts.scheme == "mailto" and "@" in parts.path and not parts.query:
        return text
    if parts.scheme not in ("http", "https"):
        shown = f"begins with “{parts.scheme}:”" if parts.scheme else "has no “https://”"
        raise UnsafeUrl(f"it {shown}; only http and https addresses are linked")
    if not host:
        raise UnsafeUrl("it names no host")
    if user is not None:
        raise UnsafeUrl(_DISGUISED)
    try:
        ascii_host(host)
    except WrongHost as error:
        raise UnsafeUrl(f"it names a host that cannot be one: {error}") from None
    head, rest = text[: len(parts.scheme) + 3], text[len(parts.scheme) + 3 :]
    end = len(re.split("[/?#]", rest, maxsplit=1)[0])
    return head + rest[:end] + rest[end:].replace("[", "%5B").replace("]", "%5D")


_KEPT = "%/:=&?~+!$,;'@()*"
_NO_CODE = re.compile("%(?![0-9A-Fa-f]{2})")


def uri(url: str) -> str:
    """An address as it goes over the wire (RFC 3987, 3.1): host by IDNA, the rest percent-encoded.

    What is encoded stays as it is.

    Raises UnsafeUrl for what cannot be taken apart and for a host that cannot be one.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host, user = ascii_host(host) if host else "", parts.username
    except WrongHost as error:
        raise UnsafeUrl(f"it names a host that cannot be one: {error}") from None
    except ValueError as error:
        raise UnsafeUrl("it cannot be read as an address") from error
    if user is not None:
        raise UnsafeUrl(_DISGUISED)
    where = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    path, query, fragment = (
        _NO_CODE.sub("%25", quote(part, safe=_KEPT))
        for part in (parts.path, parts.query, parts.fragment)
    )
    return SplitResult(parts.scheme, where, path, query, fragment).geturl()


_EDITORS = re.compile(
    r"\s*(?:[^\W_]*[\[［][^\[\]［］]*[\]］][^\W_]*|[(（<](?:…|\.\s?\.\s?\.)+[)）>]|…+|\.\s?\.\s?\.)\s*"
)
"""What an editor put into a quotation, with the rest of a word that a bracket cuts."""


def passage_url(url: str, exact: str, prefix: str = "", suffix: str = "") -> str:
    """A safe address with a text fragment, so that a browser scrolls to the words and marks them.

    The syntax is that of the URL Fragment Text Directives: `#:~:text=prefix-,exact,-suffix`; where
    an editor left something out or put something in, `start,end`, without words cut by a bracket.
    One that the address already has marks other words, so it gives way; an anchor stays. The
    address of a PDF file gets none: its readers do not know them.
    """
    path, _, anchor = url.partition("#")
    if path.lower().split("?")[0].endswith(".pdf") or not exact.strip():
        return url
    anchor = anchor.partition(":~:")[0]
    pieces = [one_line(piece) for piece in _EDITORS.split(exact) if piece.strip(" .,;:")]
    if not pieces:
        return url
    parts = [f"{_fragment(prefix)}-"] if prefix.strip() else []
    parts += [_fragment(one) for one in (pieces if len(pieces) == 1 else (pieces[0], pieces[-1]))]
    parts += [f"-{_fragment(suffix)}"] if suffix.strip() else []
    return f"{path}#{anchor}:~:text={','.join(parts)}"


def _fragment(words: str) -> str:
    """Words in a text directive: `-`, `,` and `&` mean something there, so they are encoded."""
    return quote(one_line(words), safe="", errors="replace").replace("-", "%2D")
