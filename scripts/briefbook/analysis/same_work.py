"""Addresses and identifiers brought to one form, so that the same work is known as the same."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|igshid|mc_cid|mc_eid|_ga|_gl|"
    r"ref_src|ref_url|cmpid|at_medium|at_campaign|xtor|spm|share_source|__twitter_impression|"
    r"guccounter|guce_referrer|guce_referrer_sig|s_kwcid|vero_id|oly_enc_id|oly_anon_id",
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


def canonical(url: str) -> str:
    """One form for all spellings of an address: no scheme, `www.`, tracking, fragment, last slash.

    Parameters are sorted. Raises nothing: what cannot be taken apart stays as it is.
    """
    try:
        parts = urlsplit(without_tracking(url))
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url
    where = host if port in (None, 80, 443) else f"{host}:{port}"
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return urlunsplit(("", where, parts.path.rstrip("/"), query, ""))


def identifier(doi: str) -> str:
    """A DOI in one form: small letters, without `https://doi.org/` or `doi:`."""
    return re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi.strip().lower())


def host(url: str) -> str:
    """The host of an address in small letters; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
