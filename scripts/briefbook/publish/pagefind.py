"""Search bundles by Pagefind, driven through a pipe: one bundle for each language.

Messages are base64 JSON, each followed by a comma; answers likewise. One thread writes while this
one reads, because either side blocks when the other's pipe is full.
"""

import base64
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator
from typing import Any

from pagefind_bin_extended import get_executable

from briefbook.pages import SearchRecord
from briefbook.publish.pagefind_files import canonical
from briefbook.text.artifact import Artifact

FOLDER = "search"
Message = dict[str, Any]


class SearchIndexFailure(RuntimeError):
    """Pagefind did not do what it was asked to: our bug or a broken installation."""


def bundles(records: Iterable[SearchRecord], languages: Iterable[str]) -> Iterator[Artifact]:
    """The files of one bundle for each language: `search/<language>/…`.

    Records are added in the order of their addresses, so that the same records give the same
    bytes. A language without records gets a bundle too: pages ask for all of them.

    Raises SearchIndexFailure.
    """
    ordered = sorted(records, key=lambda record: record.address)
    for language in languages:
        messages: list[Message] = [{"type": "NewIndex", "config": {"force_language": language}}]
        messages += [_add(record, language) for record in ordered if language in record.content]
        messages.append({"type": "GetFiles", "index_id": 0})
        answers = _talk(messages)
        written = {
            str(file["path"]): base64.b64decode(file["content"])
            for file in answers[-1]["files"]
            if not str(file["path"]).startswith(_UNUSED)
        }
        for path, content in sorted(canonical(written).items()):
            yield Artifact(f"{FOLDER}/{language}/{path}", content)


# Pagefind ships interfaces of its own in each bundle; ours is in publish/theme.
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")


def _add(record: SearchRecord, language: str) -> Message:
    meta = {"title": record.title, "kind": record.kind, **record.meta}
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": f"/{record.address}",
        "content": record.content[language],
        "language": language,
        "meta": {key: value for key, value in meta.items() if value},
        "filters": {name: list(values) for name, values in record.facets.items()},
        "sort": {},
    }


def _talk(messages: list[Message]) -> list[dict[str, Any]]:
    """Send all messages and return the payloads of their answers, in the order of messages."""
    with subprocess.Popen(  # noqa: S603 the binary of a locked package
        [get_executable(), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        writer = threading.Thread(target=_write, args=(process, messages), daemon=True)
        writer.start()
        answers: dict[int, dict[str, Any]] = {}
        for answer in _answers(process):
            payload = answer["payload"]
            if payload.get("type") == "Error":
                process.kill()
                raise SearchIndexFailure(str(payload.get("message")))
            answers[answer["message_id"]] = payload
            if len(answers) == len(messages):
                break
        writer.join()
        if process.stdin:
            process.stdin.close()
        process.wait()
    if len(answers) < len(messages):
        raise SearchIndexFailure(
            f"Pagefind stopped after {len(answers)} of {len(messages)} answers"
        )
    return [answers[number] for number in range(len(messages))]


def _write(process: "subprocess.Popen[bytes]", messages: list[Message]) -> None:
    pipe = process.stdin
    if pipe is None:
        return
    try:
        for number, payload in enumerate(messages):
            body = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False)
            pipe.write(base64.b64encode(body.encode()) + b",")
        pipe.flush()
    except BrokenPipeError:
        return  # the reader sees the end of the answers and says so


def _answers(process: "subprocess.Popen[bytes]") -> Iterator[dict[str, Any]]:
    pipe, waiting = process.stdout, b""
    while pipe is not None and (chunk := os.read(pipe.fileno(), 1 << 16)):
        *whole, waiting = (waiting + chunk).split(b",")
        yield from (json.loads(base64.b64decode(part)) for part in whole if part.strip())
