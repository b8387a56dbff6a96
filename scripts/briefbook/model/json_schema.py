"""JSON Schemas of briefs and library, made from the models, for editors and other programs."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from briefbook.model.brief import Brief
from briefbook.model.entity import Entity
from briefbook.model.formats import CURRENT
from briefbook.model.source import Source
from briefbook.model.topic import Topic

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schemas() -> Mapping[str, str]:
    """File name to JSON text; the same bytes each time."""
    return {"brief.schema.json": _text(_brief()), "library.schema.json": _text(_library())}


def _brief() -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "title": f"Briefbook brief, version {CURRENT}",
        **{k: v for k, v in Brief.model_json_schema().items() if k != "title"},
        "anyOf": [{"required": ["claims"]}, {"required": ["judgments"]}],
    }


def _library() -> dict[str, Any]:
    _, body = models_json_schema(
        [(Source, "validation"), (Entity, "validation"), (Topic, "validation")]
    )
    names = ("Source", "Entity", "Topic")
    lists = [{"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in names]
    return {
        "$schema": DIALECT,
        "title": "Briefbook library file, version 1",
        "description": "A list of sources, of entities or of topics.",
        "anyOf": lists,
        "$defs": body["$defs"],
    }


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
