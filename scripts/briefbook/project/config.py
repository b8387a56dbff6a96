"""Reads mkdocs.yml as far as it concerns us, and refuses what would only fail later."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml_env_tag import construct_env_tag

from briefbook.project.bad_setting import BadSetting
from briefbook.project.wrong_use import WrongUse
from briefbook.syntax import decode, library_error
from briefbook.syntax.finding_kinds import NOT_UTF8
from briefbook.text.terminal import visible

CONFIG = "mkdocs.yml"
_MAX_DEPTH = 64
_FORMS: dict[str, tuple[type, ...]] = {
    "site_name": (str,),
    "site_description": (str,),
    "site_url": (str,),
    "repo_url": (str,),
    "edit_uri": (str,),
    "copyright": (str,),
    "INHERIT": (str,),
    "theme": (str, dict),
    "plugins": (list, dict),
    "markdown_extensions": (list, dict),
    "nav": (list,),
    "hooks": (list,),
    "extra": (dict,),
    "extra_css": (list,),
    "extra_javascript": (list,),
}
_OF_THEME: dict[str, tuple[type, ...]] = {
    "name": (str,),
    "language": (str,),
    "palette": (dict, list),
    "features": (list,),
    "font": (dict, bool),
    "icon": (dict,),
    "custom_dir": (str,),
}
_WORDS = {str: "a text", list: "a list", dict: "lines of “key: value”", bool: "true or false"}


class _Lenient(yaml.CSafeLoader):
    """Reads !ENV as MkDocs does, and takes its other tags (!!python/name …) for nothing."""


def _nothing(loader: _Lenient, suffix: str, node: yaml.Node) -> None:
    return None


_Lenient.add_multi_constructor("!", _nothing)
_Lenient.add_constructor("!ENV", construct_env_tag)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)


def read_config(path: Path) -> dict[str, Any]:
    """A parsed mkdocs.yml over the file that its INHERIT names, as MkDocs merges them; values with
    tags of MkDocs' own are None.

    Raises WrongUse if one of them cannot be read, or names itself over others.
    """
    found: dict[str, Any] = {}
    for _, above in _inherited(path):
        found = _merged(above, found)
    return found


def config_files(path: Path) -> list[Path]:
    """A mkdocs.yml, and those that stand above it by INHERIT.

    Raises WrongUse as `read_config` does.
    """
    return [file for file, _ in _inherited(path)]


def _inherited(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    read: list[Path] = []
    following: Path | None = path
    while following is not None:
        if following.resolve() in read:
            raise WrongUse(f"{CONFIG}: INHERIT leads back to {following.name}")
        read.append(following.resolve())
        above = _parsed(following)
        parent = above.pop("INHERIT", None)
        yield following, above
        if parent and not (following.parent / parent).is_file():
            problem = f": there is no file “{parent}”; without it this line can go"
            raise BadSetting("INHERIT", problem).within([following])
        following = following.parent / parent if parent else None


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Two mappings as one; where both have a value, that of `above` stands."""
    found = {**below, **above}
    for key in below.keys() & above.keys():
        if isinstance(below[key], dict) and isinstance(above[key], dict):
            found[key] = _merged(below[key], above[key])
    return found


def _parsed(path: Path) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    try:
        _refuse_depth(raw)
        data = yaml.load(raw, Loader=_Lenient)  # noqa: S506 a safe loader
    except yaml.YAMLError as error:
        raise _unreadable(path, raw, error) from None
    except (ValueError, AttributeError, OverflowError, RecursionError) as error:
        # PyYAML lets these escape beside its own.
        raise WrongUse(f"{path.name}: not valid YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(data, dict):
        raise WrongUse(f"{path.name}: it should be a mapping that begins with “site_name: …”")
    try:
        _refuse_wrong_forms(data)
    except BadSetting as error:
        raise error.within([path]) from None
    return data


def _unreadable(path: Path, raw: bytes, error: yaml.YAMLError) -> WrongUse:
    """What is wrong with a file, where, and how to mend it: in the words that briefs get."""
    document, trouble = decode(path.name, raw)
    undecoded = next((one for one in trouble if one.kind is NOT_UTF8), None)
    finding = undecoded or library_error(document, error)
    at = document.position(finding.place.span.start if finding.place.span else 0)
    said = f"{path.name}:{at.line}:{at.column}: {finding.message} {finding.help}"
    return WrongUse(visible(said))


def plugin_names(config: dict[str, Any]) -> list[str]:
    """The plugins that a parsed mkdocs.yml names; MkDocs' own search where it names none."""
    plugins = config.get("plugins", ["search"]) or []
    named = (next(iter(one), "") if isinstance(one, dict) else one for one in plugins)
    return [str(name) for name in named]


def _refuse_depth(raw: bytes) -> None:
    """Brackets by the thousand would crash the parser's recursion, so they are counted first."""
    depth = 0
    for event in yaml.parse(raw, Loader=yaml.CSafeLoader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _MAX_DEPTH:
            mark = event.start_mark
            place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
            raise WrongUse(f"{CONFIG}{place}: nested more than {_MAX_DEPTH} deep")


def _refuse_wrong_forms(config: dict[str, Any]) -> None:
    if "briefbook" in config:
        raise BadSetting("briefbook", " belongs below “extra:”, indented")
    theme = config.get("theme")
    _refuse(config, _FORMS, "")
    _refuse(theme if isinstance(theme, dict) else {}, _OF_THEME, "theme.")
    try:
        urlsplit(config.get("site_url") or "")
    except ValueError:
        raise BadSetting("site_url", f" is no address: {config['site_url']}") from None


def _refuse(config: dict[str, Any], forms: dict[str, tuple[type, ...]], before: str) -> None:
    for key, kinds in forms.items():
        value = config.get(key)
        if value is not None and not isinstance(value, kinds):
            wanted = " or ".join(_WORDS[kind] for kind in kinds)
            raise BadSetting(f"{before}{key}", f" should be {wanted}")
