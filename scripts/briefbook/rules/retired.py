"""Codes of rules that are gone, with their names: neither is ever given to another rule."""

RETIRED: dict[str, str] = {}
