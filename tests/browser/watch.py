"""Watches a page for what must not happen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page


@dataclass
class Watch:
    """What went wrong on a page: messages of the console, errors, requests to other hosts."""

    trouble: list[str] = field(default_factory=list)

    @contextmanager
    def over(self, page: Page, site: str) -> Iterator[None]:
        """While this lasts, what goes wrong on the page is noted."""
        told = self.trouble.append
        listeners: dict[Any, Callable[..., object]] = {
            "console": lambda m: m.type in ("error", "warning") and told(m.text),
            "pageerror": lambda error: told(str(error)),
            "dialog": lambda dialog: (told(dialog.message), dialog.dismiss()),
            "request": lambda request: self._request(request.url, site),
            "response": lambda r: r.status >= 400 and told(f"{r.status} {r.url}"),
        }
        for event, listener in listeners.items():
            page.on(event, listener)
        yield
        for event, listener in listeners.items():
            page.remove_listener(event, listener)

    def _request(self, url: str, site: str) -> None:
        if not url.startswith((site, "data:", "blob:")):
            self.trouble.append(f"foreign: {url}")
