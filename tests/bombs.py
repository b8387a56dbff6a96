"""Hostile texts, each tried in a process that nothing else depends on."""

import subprocess
import sys
from collections.abc import Mapping

from examples import SIZE

_EACH = """
import sys
sys.path[:0] = {path!r}
{code}
for name, bomb in {bombs!r}.items():
    print(name, *answer(eval(bomb, {{"n": {size}}})), sep="|", flush=True)
"""


def outcomes(code: str, bombs: Mapping[str, str]) -> dict[str, list[str]]:
    """What `answer`, a function that the code defines, said of each text, by the text's name.

    One process for all: starting one costs more than most of them do. A crash of the C library or
    a hang ends it, and from that text on there is no answer.
    """
    script = _EACH.format(path=sys.path, code=code, bombs=dict(bombs), size=SIZE)
    try:
        done = subprocess.run(
            [sys.executable, "-c", script], check=False, capture_output=True, text=True, timeout=120
        )
    except subprocess.TimeoutExpired as hung:
        said = (hung.stdout or b"").decode()
    else:
        said = done.stdout
    return {line.split("|")[0]: line.split("|")[1:] for line in said.splitlines()}
