"""Our parts of the theme, and how MkDocs comes to use them."""

from pathlib import Path

from briefbook.project.config import CONFIG, read_config
from briefbook.project.project import Project

THEME = Path(__file__).parent / "theme"
"""Our parts of the theme: the header with the search box, style sheet and script."""
FAVICON = "assets/briefbook/favicon.svg"
"""The icon of a site that names none of its own."""


def with_our_hook(project: Project) -> dict[str, list[str]]:
    """Settings for MkDocs that add our hook, if no hook of mkdocs.yml is ours or imports it."""
    hooks = read_config(project.root / CONFIG).get("hooks") or []
    for hook in hooks:
        path = project.root / str(hook)
        if path.is_file() and "briefbook" in path.read_text(encoding="utf-8", errors="replace"):
            return {}
    return {"hooks": [*map(str, hooks), str(THEME.with_name("mkdocs_hook.py"))]}
