"""The program with all its modules loaded, in a process that waits: each run is a fork of it.

Loading them takes most of what a short run takes, and jobs of workflows run it dozens of times.
What starts in a process of its own, from nothing, is tested where that is the point: in installed
packages, guides, live previews and kills.
"""

import atexit
import importlib
import os
import pkgutil
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from pathlib import Path
from typing import NoReturn

_CLIENT = """\
#!{python} -SE
import os, socket, sys
server = socket.socket(socket.AF_UNIX)
server.connect({address!r})
around = [f"{{name}}={{value}}" for name, value in os.environ.items()]
told = [os.getcwd(), str(len(sys.argv) - 1), *sys.argv[1:], *around]
socket.send_fds(server, [b"."], [0, 1, 2])
server.sendall(os.fsencode("\\0".join(told)))
server.shutdown(socket.SHUT_WR)
sys.exit(int(server.recv(8) or b"70"))
"""


@cache
def ready_program() -> Path:
    """A folder with a `briefbook` that hands its work to the process that waits."""
    folder = Path(tempfile.mkdtemp(prefix="ready-"))
    address = str(folder / "socket")
    process = subprocess.Popen(
        [sys.executable, __file__, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    tool = folder / "briefbook"
    tool.write_text(_CLIENT.format(python=sys.executable, address=address))
    tool.chmod(0o755)

    def end() -> None:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            stream.close()  # type: ignore[union-attr]
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    return folder


def _serve(address: str) -> None:
    """Wait for runs until whoever started this is gone."""
    import briefbook

    for module in pkgutil.walk_packages(briefbook.__path__, "briefbook."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(address)
    listener.listen(64)
    print("ready", flush=True)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a run here
    while True:
        found, _, _ = select.select([listener, sys.stdin], [], [])
        if sys.stdin in found:
            return
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            _run(connection)
        connection.close()


def _run(connection: socket.socket) -> NoReturn:
    """One run, in a fork."""
    from briefbook.cli import main

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _, streams, _, _ = socket.recv_fds(connection, 1, 3)
    told = b"".join(iter(lambda: connection.recv(65_536), b""))
    folder, number, *rest = map(os.fsdecode, told.split(b"\0"))
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w", 1)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(one.split("=", 1) for one in rest[int(number) :])
    code: object = 70
    try:
        main(rest[: int(number)])
    except SystemExit as left:
        code = left.code
    except BaseException:
        traceback.print_exc()
    finally:
        for output in (sys.stdout, sys.stderr):
            try:
                output.flush()
            except (OSError, ValueError):  # whoever read it is gone
                code = code or 70
        connection.sendall(str(code or 0).encode())
        os._exit(0)


if __name__ == "__main__":
    _serve(sys.argv[1])
