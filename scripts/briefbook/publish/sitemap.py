"""The sitemap: every page that may be found, with the day on which its content changed.

MkDocs writes one with the day of the build; ours takes its place when the site is finished. The
form is that of sitemaps.org, protocol 0.9: addresses are percent-encoded, as MkDocs has them in
`rel=canonical`.
"""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import quote

from briefbook.pages import Page
from briefbook.text.artifact import Artifact

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


Listed = date | None
"""The day on which a page's content last changed, where that is known."""


def may_be_found(page: Page) -> bool:
    """Whether a page stands in the sitemap: its head does not keep it from search engines."""
    return "robots: " not in page.markdown[:2000]


def sitemap(pages: Mapping[str, Listed], docs: Path, site_url: str) -> Iterator[Artifact]:
    """`sitemap.xml` and the same compressed; nothing without a `site_url`: entries are absolute."""
    if not site_url:
        return
    addresses = sorted({*pages, *_handwritten(docs)})
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{NAMESPACE}">']
    for address in addresses:
        url = escape(f"{site_url.rstrip('/')}/{quote(address)}", quote=False)
        changed = pages.get(address)
        day = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{url}</loc>{day}</url>")
    content = "\n".join([*lines, "</urlset>", ""]).encode()
    yield Artifact("sitemap.xml", content)
    yield Artifact("sitemap.xml.gz", gzip.compress(content, 9, mtime=0))


def _handwritten(docs: Path) -> Iterable[str]:
    """Addresses of the pages in docs/; a project without a front page gets one all the same."""
    yield ""
    for path in docs.rglob("*.md"):
        name = path.relative_to(docs).as_posix().removesuffix(".md")
        folder, _, last = name.rpartition("/")
        if any(part.startswith(".") for part in name.split("/")):
            continue
        home = last in ("index", "README")
        yield (f"{folder}/" if folder else "") if home else f"{name}/"
