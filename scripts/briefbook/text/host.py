"""Host names as the name system has them: IDNA 2008 after UTS 46, which leaves “ß” what it is."""

import re
from functools import lru_cache

import idna

_LONGEST_PART, _LONGEST = 63, 253
_PLAIN = re.compile(r"[a-z0-9_-]+")
_SHOWN = 40


class WrongHost(ValueError):
    """A name that no host can have; the message says why, in plain words."""


@lru_cache(maxsize=4096)
def ascii_host(host: str) -> str:
    """A host in ASCII and small letters: “straße.de” is “xn--strae-oqa.de”; IPv6 as it is.

    A form that begins with `xn--` is taken as it is, since browsers know more signs than IDNA does.

    Raises WrongHost.
    """
    if ":" in host:
        return host.lower()
    parts = [_ascii_part(part) for part in _mapped(host).split(".")]
    absolute = len(parts) > 1 and not parts[-1]
    if not all(parts[:-1] if absolute else parts):
        raise WrongHost("a part between two dots is empty")
    name = ".".join(parts)
    if len(name) - absolute > _LONGEST:
        raise WrongHost(f"it is longer than {_LONGEST} characters")
    return name


def _mapped(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return idna.uts46_remap(host, std3_rules=False)
    except idna.IDNAError as error:
        raise WrongHost(_why(host, error)) from None


def _ascii_part(part: str) -> str:
    if not part:
        return ""
    if not part.isascii():
        try:
            return idna.alabel(part).decode()
        except idna.IDNAError as error:
            raise WrongHost(_why(part, error)) from None
    if len(part) > _LONGEST_PART:
        raise WrongHost(f"“{_shown(part)}” is longer than {_LONGEST_PART} characters")
    if not _PLAIN.fullmatch(part):
        wrong = next(sign for sign in part if not _PLAIN.fullmatch(sign))
        raise WrongHost(f"“{wrong}” cannot stand in one")
    if part.startswith("xn--"):
        _refuse_code_of_nothing(part)
    return part


def _refuse_code_of_nothing(part: str) -> None:
    try:
        meant = part[4:].encode().decode("punycode")
    except UnicodeError:
        meant = ""
    if not meant:
        raise WrongHost(f"“{_shown(part)}” stands for no letters")


def _why(part: str, error: idna.IDNAError) -> str:
    if isinstance(error, idna.InvalidCodepoint):
        wrong = next((sign for sign in part if not _may_stand(sign)), "")
        return f"“{wrong or _shown(part)}” cannot stand in one; its form that begins with xn-- can"
    if isinstance(error, idna.IDNABidiError):
        return f"“{_shown(part)}” mixes scripts that run left and right"
    if isinstance(error, idna.InvalidCodepointContext):
        return f"“{_shown(part)}” has a joining sign in a place where none may stand"
    if len(part) > _LONGEST_PART // 2:
        return f"“{_shown(part)}” is too long"
    return f"“{_shown(part)}” begins or ends with a sign that may only stand inside"


def _may_stand(sign: str) -> bool:
    try:
        idna.check_label(f"a{sign}a")
    except idna.InvalidCodepoint:
        return False
    except idna.IDNAError:
        return True
    return True


def _shown(part: str) -> str:
    return part if len(part) <= _SHOWN else f"{part[:_SHOWN]}…"
