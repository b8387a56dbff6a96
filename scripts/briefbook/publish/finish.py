"""The last touch to a whole site: pages mended, style sheets lightened, our sitemap in place."""

from pathlib import Path

from briefbook.publish.lean_css import prune_css
from briefbook.publish.site_scan import SiteScan, marks, pages_of
from briefbook.publish.theme_fixes import put_our_sitemap, repair_page


def finish(site: Path, compiled: Path, mended: SiteScan | None = None) -> SiteScan:
    """Finish what an engine made; `mended` is what its pages hold where they are mended already.

    Returns what they hold. Linear in the site.
    """
    scan = mended or mended_pages(site)
    prune_css(site, scan)
    put_our_sitemap(site, compiled)
    return scan


def mended_pages(site: Path) -> SiteScan:
    """Mend each page of a folder; returns what they hold."""
    scan = SiteScan()
    for path in pages_of(site):
        scan.add(path.relative_to(site).as_posix(), marks(repair_page(path)))
    return scan
