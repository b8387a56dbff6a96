"""Addresses and identifiers brought to one form, so that the same work is known as the same."""

import re
from unicodedata import normalize
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from briefbook.analysis.mirrors import AS_AMP, SHARED_FROM, main_address, main_host, main_path
from briefbook.text.doi import WrongDoi, bare_doi
from briefbook.text.host import WrongHost, ascii_host

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|igshid|mc_cid|mc_eid|_ga|_gl|"
    r"ref_src|ref_url|cmpid|at_medium|at_campaign|xtor|spm|share_source|__twitter_impression|"
    r"srsltid|twclid|ttclid|igsh|_hsenc|_hsmi|mkt_tok|guccounter|guce_referrer|guce_referrer_sig|s_kwcid|vero_id|oly_enc_id|oly_anon_id",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from, never what the page is."""


def without_tracking(url: str) -> str:
    """The same address without parameters that only follow readers; unchanged if there is none."""
    before, hash_, fragment = url.partition("#")
    head, mark, query = before.partition("?")
    if not mark:
        return url
    parts = query.split("&")
    kept = [part for part in parts if not _TRACKING.fullmatch(part.partition("=")[0])]
    if len(kept) == len(parts):
        return url
    return head + (f"?{'&'.join(kept)}" if kept else "") + hash_ + fragment


def normal_url(url: str) -> str:
    """One form for all spellings of an address; “doi:10.1000/182” for that of a DOI.

    Left out are scheme, default port, `www.`, mobile and AMP hosts, tracking, the last slash, and a
    fragment unless it is a route (`#/a`, `#!a`). Host in ASCII, each sign that is encoded or may be
    in one way, parameters sorted. Raises nothing: what cannot be taken apart stays as it is.
    """
    try:
        plain = main_address(without_tracking(url))
        parts = urlsplit(plain)
        name, port = host(plain), parts.port
        if not name:
            return url
        name = "doi.org" if name in _RESOLVERS else main_host(name)
        if name == "doi.org" and _IS_DOI.match(found := identifier(name + parts.path.rstrip("/"))):
            return f"doi:{found}"
        path = _encoded(main_path(name, parts.path))
        query = _query(parts.query, SHARED_FROM.get(name, frozenset()))
    except ValueError:
        return url
    where = name if port in (None, 80, 443) else f"{name}:{port}"
    return f"//{where}{path}{'?' if query else ''}{query}{_route(parts.fragment)}"


_IS_DOI = re.compile(r"10\.[0-9]")
_RESOLVERS = ("doi.org", "dx.doi.org", "www.doi.org")


_ENCODED = re.compile(r"[A-Za-z0-9/._~-]*")


def _encoded(path: str) -> str:
    """Everything percent-encoded but letters, digits, `-._~` and the slashes that part it."""
    if _ENCODED.fullmatch(path):
        return path
    return "/".join(quote(_composed(unquote_to_bytes(part)), safe="") for part in path.split("/"))


def _composed(raw: bytes) -> bytes:
    """Text in NFC; what is no UTF-8 as it is."""
    try:
        return normalize("NFC", raw.decode()).encode()
    except UnicodeDecodeError:
        return raw


def _query(query: str, dropped: frozenset[str]) -> str:
    # Bytes of an old character set must not all become the same sign of replacement.
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    kept = sorted(pair for pair in pairs if pair[0] not in dropped and pair not in AS_AMP)
    return urlencode(kept, errors="surrogateescape")


def _route(fragment: str) -> str:
    """A fragment by which a page's script tells its pages apart; nothing for any other."""
    plain = fragment.partition(":~:")[0]
    if not plain.startswith(("/", "!")):
        return ""
    route = _encoded(plain.lstrip("!").strip("/"))
    return f"#/{route}" if route else ""


def identifier(doi: str) -> str:
    """A DOI in one form: small letters, without `https://doi.org/` or `doi:`."""
    try:
        return bare_doi(doi).lower()
    except WrongDoi:
        return doi.strip().lower()


def host(url: str) -> str:
    """The host of an address in ASCII and small letters; empty where there is none."""
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    try:
        return ascii_host(name).rstrip(".") if name else ""
    except WrongHost:
        return name
