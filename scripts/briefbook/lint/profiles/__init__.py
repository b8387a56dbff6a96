"""Profiles: bundles of choices among the rules, one module each, found by `discover`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from briefbook.findings import Severity
from briefbook.registry import discover


@dataclass(frozen=True, slots=True)
class Profile:
    """A name for `extra.briefbook.rules.profile`, for whom it is, and what it changes.

    Codes may be beginnings (“EST”). `signoffs` is how many a brief needs before publication.
    """

    name: str
    description: str
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    signoffs: int = 0


@cache
def profiles() -> Mapping[str, Profile]:
    """All profiles by name."""
    return {profile.name: profile for profile in discover(__name__, Profile)}
