"""Zensical: reads a configuration derived from mkdocs.yml, without hooks and plugins."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import yaml

from briefbook.project.config import CONFIG, read_config
from briefbook.project.files import write_whole
from briefbook.project.project import Project
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.engines import Engine, Made
from briefbook.publish.navigation import default_navigation


def build(project: Project, out: Path, blocks: frozenset[str], jobs: int) -> Made:
    """Run Zensical in a process of its own on the compiled folder."""
    from briefbook.publish import whole_theme as ours  # noqa: PLC0415 slow to import

    if find_spec("zensical") is None:
        raise WrongUse("Zensical is not installed; run pip install 'briefbook[zensical]'")
    folder = project.compiled.parent
    config = read_config(project.root / CONFIG)
    config.pop("hooks", None)
    config |= {"docs_dir": "docs", "site_dir": "zensical", "plugins": []}
    if project.settings.site_url:
        config["site_url"] = project.settings.site_url
    ours.escaped_settings(config)
    extensions = config.setdefault("markdown_extensions", ["tables", "toc"])
    if isinstance(extensions, list) and "attr_list" not in extensions:
        extensions.append("attr_list")
    theme = config.get("theme")
    given = theme if isinstance(theme, dict) else {"name": theme or "material"}
    config["theme"] = {"favicon": ours.FAVICON} | given | {"custom_dir": "theme", "palette": {}}
    if not config.get("nav"):
        config["nav"] = default_navigation(project.docs, project.settings)
    extra = config.get("extra")
    config["extra"] = (extra if isinstance(extra, dict) else {}) | ours.for_templates(project)
    shutil.copytree(ours.THEME, folder / "theme", dirs_exist_ok=True)
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    write_whole(folder / "zensical.yml", text.encode())
    result = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "-f", "zensical.yml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    made = folder / "zensical"
    if result.returncode or not (made / "index.html").is_file():
        tail = (result.stderr or result.stdout).strip().splitlines()[-1:]
        raise WrongUse(f"Zensical: {tail[0] if tail else 'it stopped without a word'}")
    (made / "search.json").unlink(missing_ok=True)  # an index of its own, which nothing here asks
    made.replace(out)
    return Made()


ENGINE = Engine("zensical", build)
