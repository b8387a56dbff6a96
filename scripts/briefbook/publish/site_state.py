"""What a build knows of the site that it made, so that the next one need not make all of it again.

It holds for the settings, theme and hand-written pages of that build; see `patch` for its use.
"""

import json
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from briefbook.project.answer import Answer
from briefbook.project.answers import Answers
from briefbook.project.config import CONFIG, config_files, read_config
from briefbook.project.project import Project
from briefbook.project.trees import add_tree
from briefbook.publish.shell.frame import Frame

_NAME = "site "


@dataclass
class SiteState:
    """How its pages are put into the theme, what the engine said, links that lead nowhere by page.

    `facts` counts in how many pages each class, custom property and id stands on which the theme's
    style sheets depend; `behind` names the files in which the twin differs from the site.
    """

    key: str
    frame: Frame
    said: tuple[str, ...]
    broken: dict[str, list[str]]
    facts: Counter[str]
    handwritten: frozenset[str]
    behind: tuple[str, ...] = ()

    @classmethod
    def read(cls, answers: Answers, key: str) -> "SiteState | None":
        """The state that was kept, if it is one of this key."""
        value = answers.find(_NAME)
        try:
            found = json.loads(value) if value else None
            if not found or found["key"] != key:
                return None
            return cls(
                key, Frame.read(found["frame"]), tuple(found["said"]), found["broken"],
                Counter(found["facts"]), frozenset(found["handwritten"]),
                tuple(found["behind"]),
            )  # fmt: skip
        except (ValueError, TypeError, KeyError):
            return None

    def keep(self, answers: Answers) -> None:
        """Keep it for the next build."""
        plain = {
            "key": self.key, "frame": self.frame.plain(), "said": self.said,
            "broken": self.broken, "facts": self.facts, "behind": self.behind,
            "handwritten": sorted(self.handwritten),
        }  # fmt: skip
        answers.keep(_NAME, Answer.of(json.dumps(plain, ensure_ascii=False).encode(), ()))


def key_of(project: Project, engine: str) -> str:
    """A digest of what decides how pages are put into a site, beside their texts."""
    root, digest = project.root, blake2b(digest_size=16)
    for file in config_files(root / CONFIG):
        digest.update(file.read_bytes())
    config = read_config(root / CONFIG)
    theme = config.get("theme")
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    digest.update(f"{engine}\0{config!r}\0{project.settings!r}\0{project.docs_dir}".encode())
    for folder in [root / own] if own else []:
        add_tree(digest, Path(folder))
    return digest.hexdigest()
