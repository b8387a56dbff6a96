"""The marks of pages, kept from build to build, with the files to which each page leads."""

import json
from collections.abc import Iterable

from briefbook.analysis.reads import Read
from briefbook.project.answer import Answer
from briefbook.project.answers import Answers
from briefbook.publish.link_check import LinkedSite
from briefbook.publish.shell.frame import Frame, Key, plain_key, read_key
from briefbook.publish.site_scan import Marks

_NAME = "marks "
_TARGET = "address"
"""Among what is read: a file of the site to which a page leads."""


class PageMarks:
    """What each page holds, and by which shell it was made (None: by the engine, as a whole)."""

    def __init__(self, answers: Answers, frame: Frame) -> None:
        self._answers, self._frame = answers, frame
        self._before: dict[str, tuple[Marks, Key | None] | None] = {}
        self._now: dict[str, tuple[Marks, Key | None] | None] = {}

    def before(self, page: str) -> tuple[Marks, Key | None] | None:
        """Of a page of the last build; None if there was none."""
        if page not in self._before:
            value = self._answers.before(f"{_NAME}{page}")
            found = None
            if value:
                key, *plain = json.loads(value)
                found = (Marks.read(plain), None if key is None else read_key(key))
            self._before[page] = found
        return self._before[page]

    def now(self, page: str) -> tuple[Marks, Key | None] | None:
        """Of a page as it is now."""
        return self._now[page] if page in self._now else self.before(page)

    def take(self, page: str, own: Marks, key: Key | None) -> None:
        """A page is another one, or a new one."""
        self._now[page] = (own, key)

    def drop(self, page: str) -> None:
        """A page is gone."""
        self._now[page] = None

    def around(self, key: Key | None) -> Marks | None:
        """What stands around the pages of a shell."""
        return None if key is None else self._frame.around[key]

    def knows(self, page: str) -> bool:
        """Whether a file is a page whose ids are known."""
        return self.now(page) is not None

    def has(self, name: str, anchor: str) -> bool:
        """Whether such a page has an element of this id."""
        found = self.now(name)
        around = self.around(found[1]) if found else None
        return found is not None and (found[0].has(anchor) or bool(around and around.has(anchor)))

    def leading_to(self, files: Iterable[str]) -> list[str]:
        """The pages of the last build that lead to one of these files, or would lead there."""
        names = self._answers.who_read(Read(_TARGET, file) for file in files)
        return [name.removeprefix(_NAME) for name in names if name.startswith(_NAME)]

    def keep(self, site: LinkedSite) -> None:
        """Keep what is otherwise now for the next build."""
        for page, found in self._now.items():
            if found is None:
                self._answers.drop(f"{_NAME}{page}")
                continue
            own, key = found
            plain = [None if key is None else plain_key(key), *own.plain()]
            text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
            read = (Read(_TARGET, target) for target in site.targets(page, own))
            self._answers.keep(f"{_NAME}{page}", Answer.of(text.encode(), read))
