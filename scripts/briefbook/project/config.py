"""Reads mkdocs.yml as far as it concerns us, and refuses what would only fail later."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

from briefbook.project.wrong_use import WrongUse

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
    """Takes the tags that MkDocs knows (!ENV, !!python/name …) for nothing."""


def _nothing(loader: _Lenient, suffix: str, node: yaml.Node) -> None:
    return None


_Lenient.add_multi_constructor("!", _nothing)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)


def read_config(path: Path) -> dict[str, Any]:
    """A parsed mkdocs.yml; values with tags of MkDocs' own are None.

    Raises WrongUse if it cannot be read.
    """
    try:
        raw = path.read_bytes()
        _refuse_depth(raw)
        data = yaml.load(raw, Loader=_Lenient)  # noqa: S506 a safe loader
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {(error.strerror or '').lower()}") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise WrongUse(f"{CONFIG}{place}: not valid YAML: {error.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise WrongUse(f"{CONFIG}: not valid YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(data, dict):
        raise WrongUse(f"{CONFIG}: it should be a mapping that begins with “site_name: …”")
    _refuse_wrong_forms(data, path)
    return data


def _refuse_depth(raw: bytes) -> None:
    """Brackets by the thousand would crash the parser's recursion, so they are counted first."""
    depth = 0
    for event in yaml.parse(raw, Loader=yaml.CSafeLoader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > _MAX_DEPTH:
            mark = event.start_mark
            place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
            raise WrongUse(f"{CONFIG}{place}: nested more than {_MAX_DEPTH} deep")


def _refuse_wrong_forms(config: dict[str, Any], path: Path) -> None:
    theme = config.get("theme")
    _refuse(config, _FORMS, "")
    _refuse(theme if isinstance(theme, dict) else {}, _OF_THEME, "theme.")
    try:
        urlsplit(config.get("site_url") or "")
    except ValueError:
        raise WrongUse(f"{CONFIG}: site_url is no address: {config['site_url']}") from None
    above = config.get("INHERIT")
    if above and (path.parent / above).resolve() == path.resolve():
        raise WrongUse(f"{CONFIG}: INHERIT names this file itself")


def _refuse(config: dict[str, Any], forms: dict[str, tuple[type, ...]], before: str) -> None:
    for key, kinds in forms.items():
        value = config.get(key)
        if value is not None and not isinstance(value, kinds):
            wanted = " or ".join(_WORDS[kind] for kind in kinds)
            raise WrongUse(f"{CONFIG}: {before}{key} should be {wanted}")
