"""Mends what the engine and the theme print otherwise than we want, in a finished site.

Blanks around a page's text, elements around plain entries of its navigation and parts that only the
theme's script would fill, which weigh more than the words there; and four places that the theme
offers no block for: `autocomplete` on check boxes, labels of a control that the page does not have,
an empty `tabindex`, text from right to left in the contents. The Nu checker (`make lint-html`)
finds nothing else to say.
"""

import re
from pathlib import Path

_TOGGLE = re.compile(r'(<input class="md-toggle[^>]*?) autocomplete="off"')
_UNUSED = re.compile(
    r'<div data-md-component="announce">\s*</div>\n'
    r'|<div class="md-dialog" data-md-component="dialog">\s*<div [^>]*></div>\s*</div>\n'
    r'|<input class="md-toggle" data-md-toggle="search"[^>]*>\n'
    r'|<meta name="generator" content="mkdocs-[^>]*>\n?'
    r'|(?<=["a-z]) data-md-(?:component="(?!skip")[a-z]+"|type="[a-z]+"|scrollfix)'
)
_LABEL = re.compile(r'<label (class="md-nav__title"[^>]*?) for="__toc"([^>]*)>(.*?)</label>', re.S)
_ISOLATES = r"[^<]*(?:\u2068|&#8296;)[^<]*"
_CONTENTS = re.compile(rf'(?:<span class="md-ellipsis">|class="md-nav__link">){_ISOLATES}<')
_PLAIN_ENTRY = re.compile(
    r'(<a [^>]*class="md-nav__link[^>]*>)\n<span class="md-ellipsis">\n([^<]*)\n</span>\n</a>'
)
_BLANKS = re.compile(r"[ \t]*\n\s*")
_START, _END = re.compile("\u2068|&#8296;"), re.compile("\u2069|&#8297;")
_TABINDEX = re.compile(r'(<label [^>]*?)tabindex=""')


def in_elements(entry: str) -> str:
    """An entry of the contents with `bdi` for isolates: Markdown's has none of a heading's tags."""
    return _END.sub("</bdi>", _START.sub("<bdi>", entry))


def repaired(page: str) -> str:
    """A page of the theme's with all of it mended."""
    start, end = page.find("<article"), page.rfind("</article>")
    if start >= 0:
        around = [_light(part) for part in (page[:start], page[end:])]
        page = f"{around[0]}{page[start:end]}{around[1]}"
    page = _TABINDEX.sub(r'\1tabindex="0"', _TOGGLE.sub(r"\1", page))
    if 'id="__toc"' not in page:
        page = _LABEL.sub(r"<div \1\2>\3</div>", page)
    return _CONTENTS.sub(lambda found: in_elements(found[0]), page)


def _light(around: str) -> str:
    return _PLAIN_ENTRY.sub(_entry, _UNUSED.sub("", _BLANKS.sub("\n", around)))


def _entry(found: re.Match[str]) -> str:
    """What has isolates becomes more than text, and stays in an element of its own."""
    return found[0] if _START.search(found[2]) else f"{found[1]}{found[2]}</a>"


def repair_page(path: Path) -> str:
    """Mend a page's file where it needs it; returns its text."""
    before = path.read_text(encoding="utf-8")
    after = repaired(before)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after


def put_our_sitemap(site: Path, compiled: Path) -> None:
    """Our sitemap in place of the engine's, which has the day of the build at every address."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        ours, theirs = compiled / name, site / name
        if ours.is_file():
            theirs.write_bytes(ours.read_bytes())
        else:
            theirs.unlink(missing_ok=True)  # without site_url its addresses lead nowhere
