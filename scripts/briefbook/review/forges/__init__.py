"""The hosts of repositories under whose changes Briefbook can comment: a file each."""

from collections.abc import Callable, Mapping

from briefbook.project.wrong_use import WrongUse
from briefbook.review.forge import Forge
from briefbook.review.forges.github import forgejo, github
from briefbook.review.forges.gitlab import gitlab

_FORGES: dict[str, tuple[Callable[[str | None, str, str, int | None], Forge], str]] = {
    "github": (github, "GITHUB_TOKEN"),
    "gitlab": (gitlab, "GITLAB_TOKEN"),
    "forgejo": (forgejo, "FORGEJO_TOKEN"),
}
FORGES = tuple(_FORGES)


def forge(
    host: str, api: str | None, repository: str, environment: Mapping[str, str],
    bot: int | None = None,
) -> Forge:  # fmt: skip
    """A repository on its host, to be spoken to with the token of the environment.

    Raises WrongUse for a repository that is none, a token that is missing or cannot be one, or an
    address that is neither https nor this machine.
    """
    connect, variable = _FORGES[host]
    token = environment.get(variable, "").strip()
    connected = connect(api, repository, token, bot)
    if not token:
        raise WrongUse(f"the environment has no {variable} to comment with")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise WrongUse(f"{variable} holds characters that no token has; is it pasted whole?")
    return connected
