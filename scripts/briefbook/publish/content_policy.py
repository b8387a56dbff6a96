"""The Content-Security-Policy of a whole site's pages: the site's own files, and nothing else.

It stands in a `meta` element, because a static host sends no headers of ours. Level 3 of the
standard (W3C); scripts in pages run only if their hash is named, which is that of the one script
that sets light or dark before anything is drawn. Styles may stand in pages: those of drawings do.
`file:` is for sites that are read without a server.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

KEY = "briefbook_policy"
"""Under `extra`, where the theme finds it."""

_HEADER = Path(__file__).parent / "theme" / "partials" / "header.html"
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)


@cache
def content_policy() -> str:
    """The directives, in one line."""
    scripts = _SCRIPT.findall(_HEADER.read_text(encoding="utf-8"))
    hashes = [b64encode(sha256(one.encode()).digest()).decode() for one in scripts]
    named = " ".join(f"'sha256-{one}'" for one in hashes)
    own = "'self' file:"
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {own} {named}",
            f"style-src {own} 'unsafe-inline'",
            f"img-src {own} data:",
            f"font-src {own}",
            f"connect-src {own}",
            f"manifest-src {own}",
            f"media-src {own}",
            f"frame-src {own}",
            "base-uri 'none'",
            "form-action 'self' file:",
        ]
    )
