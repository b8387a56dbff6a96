"""What `new site` wrote, by path and hash, and the answers; kept by git, so all renew alike."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from briefbook import __version__
from briefbook.project.files import write_whole
from briefbook.project.wrong_use import WrongUse

RECORD = ".briefbook-site.json"
HOSTS = ("github", "gitlab", "forgejo", "none")


@dataclass(frozen=True, slots=True)
class Answers:
    """What `new site` asks; without a name, only the files of a host are written."""

    name: str
    author: str
    profile: str = "newsroom"
    language: str = "en"
    host: str = "none"
    began: str = ""


def hash_of(content: bytes) -> str:
    """By what a file is known."""
    return f"sha256:{sha256(content).hexdigest()}"


def write_record(folder: Path, answers: Answers, marks: Mapping[str, str]) -> None:
    """Remember the answers, and the hash of each file.

    Raises WrongUse if it cannot be written.
    """
    body = {"version": 1, "briefbook": __version__, "answers": asdict(answers),
            "files": dict(sorted(marks.items()))}  # fmt: skip
    text = json.dumps(body, ensure_ascii=False, indent=1)
    write_whole(folder / RECORD, f"{text}\n".encode())


def read_record(folder: Path) -> tuple[Answers, dict[str, str]]:
    """The answers, and the hash of each file.

    Raises WrongUse if there is no record, or it cannot be read.
    """
    try:
        body = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        files_ = {str(path): str(mark) for path, mark in body["files"].items()}
        answers = Answers(**{str(key): str(value) for key, value in body["answers"].items()})
    except FileNotFoundError:
        raise WrongUse(
            f"{folder} has no {RECORD}: it was not made by “briefbook new site”"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongUse(f"{folder / RECORD} cannot be read: {error}") from None
    if answers.host not in HOSTS:
        raise WrongUse(f"{folder / RECORD}: “{answers.host}” is none of {', '.join(HOSTS)}")
    return answers, files_
