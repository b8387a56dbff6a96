"""The settings of a site, as its mkdocs.yml holds them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefbook.lint import UnknownRule, profile_of
from briefbook.model.field_types import annotation_at, words_of_field
from briefbook.model.licences import LICENCES, licence_of
from briefbook.model.record import Record
from briefbook.model.scalars import is_id
from briefbook.model.settings import (
    BriefbookSettings,
    RulesSettings,
    Settings,
    SnapshotSettings,
)
from briefbook.project.bad_setting import BadSetting
from briefbook.project.catalogue import read_catalogue
from briefbook.project.config import plugin_names
from briefbook.text.listing import either
from briefbook.text.suggest import nearest
from briefbook.text.url import UnsafeUrl, safe_url, uri


def settings_of(config: dict[str, Any], root: Path) -> Settings:
    """The settings that the parsed mkdocs.yml of a project at `root` holds.

    Raises BadSetting for what is unknown or wrong under `extra.briefbook`.
    """
    ours = own_settings(config)
    rules = ours.rules or RulesSettings()
    theme = config.get("theme")
    language = theme.get("language") if isinstance(theme, Mapping) else None
    return Settings(
        site_name=str(config.get("site_name") or "Briefbook"),
        site_description=str(config.get("site_description") or ""),
        site_url=_site_url(config),
        language=str(language or "en"),
        scale=ours.scale or "icd203",
        edit_url=_address("edit_url", ours.edit_url),
        report_url=_address("report_url", ours.report_url),
        contact_url=_contact(ours.contact_url),
        license=_license(ours.license),
        claim_pages=ours.claim_pages or "reviewed",
        reference=ours.reference or "link",
        kinds=_kinds(ours.kinds),
        catalogue=read_catalogue(root, ours.locale, str(language or "en")),
        theme=ours.theme or ("pages" if "briefbook" in plugin_names(config) else "whole"),
        rules=rules,
        signoffs=_signoffs(rules),
    )


def own_settings(config: Mapping[str, Any]) -> BriefbookSettings:
    """What stands under `extra.briefbook`."""
    extra = config.get("extra") or {}
    # MkDocs wraps it in a mapping of its own.
    own = (extra.get("briefbook") if isinstance(extra, Mapping) else None) or {}
    try:
        return BriefbookSettings.model_validate(own)
    except ValidationError as error:
        raise _complaint(error) from None


def _kinds(typed: Mapping[str, str]) -> dict[str, str]:
    for name in typed:
        if not is_id(name):
            raise BadSetting(
                "extra.briefbook.kinds",
                f": “{name}” is no id: kinds have small letters a–z, digits and single hyphens",
                name,
            )
    return dict(typed)


def _site_url(config: Mapping[str, Any]) -> str:
    """The site's address in ASCII, as feeds, sitemap and citations need it; empty for none."""
    typed = str(config.get("site_url") or "")
    try:
        address = safe_url(uri(typed)) if typed else ""
    except UnsafeUrl as error:
        raise BadSetting("site_url", f": “{typed}” cannot be the site's address: {error}") from None
    # MkDocs adds it as well: the last part is a folder.
    return f"{address}/" if address and not address.endswith("/") else address


def _address(name: str, typed: str | None) -> str:
    """An address that readers are led to."""
    try:
        return safe_url(typed) if typed else ""
    except UnsafeUrl as error:
        raise BadSetting(
            f"extra.briefbook.{name}", f": “{typed}” cannot be an address: {error}"
        ) from None


_MAIL = re.compile(r"(?:mailto:)?([A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")


def _contact(typed: str | None) -> str:
    """An address of the web, or of mail, with or without “mailto:”."""
    mail = _MAIL.fullmatch((typed or "").strip())
    return f"mailto:{mail[1]}" if mail else _address("contact_url", typed)


def _license(typed: str | None) -> str:
    try:
        return typed if typed and _address("license", licence_of(typed).url) else ""
    except ValueError:
        known = nearest(str(typed).upper(), LICENCES)
        hint = f"; did you mean “{known}”?" if known else ""
        raise BadSetting(
            "extra.briefbook.license",
            f": “{typed}” is neither a licence of Creative Commons, such as CC-BY-4.0, nor the "
            f"address of another licence{hint}",
        ) from None


def _signoffs(rules: RulesSettings) -> int:
    """How many sign-offs publication needs: as the settings say, else the profile."""
    if rules.signoffs is not None:
        return rules.signoffs
    try:
        profile = profile_of(rules)
    except UnknownRule as error:
        raise BadSetting("extra.briefbook.rules.profile", f": {error}") from None
    return profile.signoffs if profile else 0


def _complaint(error: ValidationError) -> BadSetting:
    first = error.errors(include_url=False)[0]
    name = ".".join([_OURS, *map(str, first["loc"])])
    words = words_of_field(annotation_at(BriefbookSettings, first["loc"]))
    match first["type"]:
        case "extra_forbidden":
            return BadSetting(name, f" is not a known setting{_meant(str(first['loc'][-1]), name)}")
        case "model_type" | "dict_type":
            return BadSetting(name, ": this holds lines of “key: value”")
        case "missing":
            return BadSetting(name, " is missing")
        case "wrong_form":
            return BadSetting(name, " should be a single text")
        case "tuple_type":
            return BadSetting(name, " should be a list: lines that begin with “- ”")
        case "enum" if words:
            return BadSetting(name, f" should be {either(words)}")
    return BadSetting(name, f": {first['msg'].rstrip('.')}")


_OURS = "extra.briefbook"
_PLACES: dict[str, type[Record]] = {
    _OURS: BriefbookSettings,
    f"{_OURS}.rules": RulesSettings,
    f"{_OURS}.snapshots": SnapshotSettings,
}


def _meant(typed: str, name: str) -> str:
    """What an unknown setting is likely to mean: one of its own place, else one of another."""
    here = name.rpartition(".")[0]
    beside = _PLACES[here].model_fields if here in _PLACES else ()
    known = {field: place for place, kind in _PLACES.items() for field in kind.model_fields}
    if typed in known:
        return f" here: it belongs below “{known[typed]}”"
    guess = nearest(typed, beside) or nearest(typed, known)
    if guess is None:
        return ""
    below = "" if guess in beside else f" below “{known[guess]}”"
    return f"; did you mean “{guess}”{below}?"
