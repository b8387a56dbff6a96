"""Watches a page for what must not happen."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Watch:
    """What went wrong on a page: messages of the console, errors, requests to other hosts."""

    trouble: list[str] = field(default_factory=list)

    def over(self, page: Page, site: str) -> None:
        page.on("console", lambda m: m.type in ("error", "warning") and self.trouble.append(m.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: (self.trouble.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self._request(request.url, site))
        page.on(
            "response",
            lambda r: r.status >= 400 and self.trouble.append(f"{r.status} {r.url}"),
        )

    def _request(self, url: str, site: str) -> None:
        if not url.startswith((site, "data:", "blob:")):
            self.trouble.append(f"foreign: {url}")
