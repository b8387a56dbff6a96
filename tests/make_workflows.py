"""Writes this repository's own workflows from the files that `briefbook new site` writes."""

from briefbook.authoring.site import host_files
from briefbook.project.files import write_whole
from real_site import ROOT

ACTION = "./ # zizmor: ignore[self-repository] the action as the base branch has it, checked out"


def own_workflows() -> dict[str, str]:
    """Path and text of each file of `.github` that every site gets, as it is here."""
    return host_files("github", ACTION, ".")


if __name__ == "__main__":
    for path, text in own_workflows().items():
        write_whole(ROOT / path, text.encode())
