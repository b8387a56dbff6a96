"""A whole site of briefs: our header, light pages and none of the theme's script.

What MkDocs is told so that it makes one of build/docs.
"""

import logging
import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel

from briefbook.project.project import Project
from briefbook.publish import content_policy, page_foot
from briefbook.publish.handwritten_links import name_places
from briefbook.publish.navigation import default_navigation
from briefbook.publish.theme_words import KEY, theme_words
from briefbook.text.url import uri

THEME = Path(__file__).parent / "theme"
"""Our parts of the theme: the header with the search box, style sheet and script."""
FAVICON = "assets/briefbook/favicon.svg"
"""The icon of a site that names none of its own."""
_PRUNED = "navigation.prune"
"""Of the navigation a page has the first level, and what is below where it stands itself."""
_STOCK_ICON = "assets/images/favicon.png"


_TO_A_FOLDER = re.compile(r'(\shref=")((?!//|[a-z][a-z0-9+.-]*:|#|\?)[^"#?]*/|\.{1,2})?(?=[#?"])')


def to_files(page: str) -> str:
    """A page whose links lead to index.html instead of its folder, for sites read without a
    server (`use_directory_urls: false`)."""
    return _TO_A_FOLDER.sub(_to_a_file, page)


def _to_a_file(found: re.Match[str]) -> str:
    way = found[2]
    if way is None:
        return found[0]
    return f"{found[1]}{way}{'' if way.endswith('/') else '/'}index.html"


def reachable(files: Files, project: Project) -> Files:
    """The site's files; ours need no entry in the navigation, and no pattern of the site's own
    leaves them out."""
    for file in files:
        if not (project.docs / file.src_uri).is_file():
            file.inclusion = InclusionLevel.NOT_IN_NAV
    return files


def for_templates(project: Project) -> dict[str, object]:
    """What our templates find under `extra`: words, the foot of pages, what these may load."""
    return {
        KEY: theme_words(project.settings),
        page_foot.KEY: page_foot.page_foot(project.settings, project.docs),
        content_policy.KEY: content_policy.content_policy(),
    }


def escaped_settings(config: MutableMapping[str, Any]) -> None:
    """The site's name, description and author as the theme's templates print them: as they are."""
    for name in ("site_name", "site_description", "site_author"):
        if config.get(name):
            config[name] = str(escape(config[name]))


def prepare(config: MkDocsConfig, project: Project) -> None:
    """Point MkDocs at build/docs; add our parts of the theme, their words, ids on headings; an
    address in ASCII."""
    docs = project.docs
    config.docs_dir = str(project.compiled)
    name_places(docs)
    escaped_settings(config)
    if config.site_url:
        config.site_url = uri(config.site_url)
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")
    config.extra.update(for_templates(project))
    if not config.nav:
        config.nav = default_navigation(docs, project.settings)
        config.validation.nav.omitted_files = logging.DEBUG  # briefs and sources are left out
    features = list(config.theme["features"] or ()) if "features" in config.theme else []
    config.theme["features"] = [*dict.fromkeys([*features, _PRUNED])]
    config.theme["palette"] = None  # the style sheet has both schemes, the header the button
    if "favicon" in config.theme and config.theme["favicon"] == _STOCK_ICON:
        config.theme["favicon"] = FAVICON
