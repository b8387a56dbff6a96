"""Other machines that work for this process: a Dask cluster, whose scheduler has an address.

Whoever can reach a scheduler can have its workers run anything: it is for networks that one trusts.
What workers are sent and give back is pickled, by Dask.
"""

import logging
import platform
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from functools import cache, cached_property
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, requires, version
from itertools import chain, islice
from pathlib import Path
from re import match
from types import TracebackType
from typing import Any, TypeVar

from briefbook import __version__
from briefbook.project.processes import FEW, Far, chunks
from briefbook.project.trees import add_tree
from briefbook.project.wrong_use import WrongUse

Item = TypeVar("Item")
Result = TypeVar("Result")
_REACHED = 5.0
"""Seconds after which a scheduler counts as not there."""
_PATIENCE = 300.0
"""Seconds for one chunk, after which the cluster counts as hanging."""
_AHEAD = 3
"""Chunks for each of its threads that wait or are done and not yet taken."""


class OtherProgram(Exception):
    """A worker has another version of the program, or of what it is built on."""


@cache
def program_of_bytes() -> str:
    """A digest of all that decides which bytes come out: the program, its packages, Python."""
    digest = blake2b(digest_size=16)
    for name in sorted(_packages()):
        digest.update(f"{name} {version(name)}\0".encode())
    digest.update(f"{__version__} {'.'.join(platform.python_version_tuple()[:2])}".encode())
    add_tree(digest, Path(__file__).parents[1], "__pycache__")
    return digest.hexdigest()


def _packages() -> Iterator[str]:
    """The packages that the program needs, without extras."""
    try:
        needed = requires("briefbook") or ()
    except PackageNotFoundError:  # it is run from a folder
        return
    for one in needed:
        if "extra ==" not in one and (found := match(r"[\w.-]+", one)):
            yield found[0]


class Cluster:
    """A cluster that was reached. What it cannot do, because it is gone, hangs, or a worker is
    another program than this, is done here.

    Raises WrongUse where it cannot be used at all.
    """

    are_many = True

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415 an extra
        except ImportError:
            raise WrongUse(
                "--scheduler needs Dask: install it with pip install 'briefbook[dask]', here and "
                "on each worker"
            ) from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            self._client = Client(address, timeout=_REACHED, set_as_default=False)
        except (OSError, TimeoutError, ValueError):
            raise WrongUse(
                f"no Dask scheduler answers at {address} within {_REACHED:g} seconds: start one "
                "there with dask scheduler, or leave --scheduler out"
            ) from None
        self._is_lost = False
        self._shared: dict[Callable[[], bytes], Any] = {}
        try:
            self._look_at_workers(address)
        except WrongUse:
            self.close()
            raise

    def _look_at_workers(self, address: str) -> None:
        found = self._client.run(program_of_bytes, on_error="return")
        if not found:
            raise WrongUse(f"the Dask scheduler at {address} has no workers: start one there with "
                           f"dask worker {address}")  # fmt: skip
        for worker, said in found.items():
            if isinstance(said, BaseException):
                raise WrongUse(f"the Dask worker at {worker} cannot run Briefbook: {said}")
            if said != program_of_bytes():
                raise WrongUse(
                    f"the Dask worker at {worker} has another version of Briefbook, or of a "
                    "package under it: install the same there as here, else pages could differ"
                )

    def __enter__(self) -> "Cluster":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Let go of it; what is asked for afterwards is done here."""
        self._is_lost = True
        self._client.close(timeout=_REACHED)

    def over(
        self,
        work: Callable[[Item], Result],
        items: Iterable[Item],
        far: Far | None = None,
        weight: int = 1,
    ) -> Iterator[Result]:
        """`work` done on each item, in their order; what it raises is raised here."""
        waiting = iter(items)
        few = max(2, FEW // weight)
        first = list(islice(waiting, few))
        every = chain(first, waiting)
        if far is None or len(first) < few or self._is_lost:
            yield from map(work, every)
            return
        begun: deque[tuple[list[Item], Any]] = deque()
        for chunk in chunks(every, weight):
            begun.append((chunk, self._submitted(far, chunk)))
            if len(begun) >= self._threads * _AHEAD:
                yield from self._taken(work, *begun.popleft())
        while begun:
            yield from self._taken(work, *begun.popleft())

    @cached_property
    def _threads(self) -> int:
        return max(1, sum(map(int, self._client.nthreads().values())))

    def _submitted(self, far: Far, chunk: list[Item]) -> Any:  # noqa: ANN401 a future of Dask's
        if self._is_lost:
            return None
        try:
            return self._client.submit(
                _done, far.work, self._held(far.shared), far.about, program_of_bytes(), chunk,
                pure=False,
            )  # fmt: skip
        except _troubles():
            self._is_lost = True
            return None

    def _held(self, shared: Callable[[], bytes] | None) -> Any:  # noqa: ANN401
        """What is shared, on all workers."""
        if shared is None:
            return None
        if shared not in self._shared:
            self._shared[shared] = self._client.scatter(shared(), broadcast=True, hash=False)
        return self._shared[shared]

    def _taken(
        self,
        work: Callable[[Item], Result],
        chunk: list[Item],
        future: Any,  # noqa: ANN401
    ) -> Iterator[Result]:
        if future is not None and not self._is_lost:
            try:
                found = future.result(_PATIENCE)
            except OtherProgram:
                pass
            except _troubles():
                self._is_lost = True
            else:
                future.release()
                yield from found
                return
        yield from map(work, chunk)


def _troubles() -> tuple[type[Exception], ...]:
    """What goes wrong with a cluster, and not with the work."""
    from distributed import KilledWorker  # noqa: PLC0415 an extra
    from distributed.comm.core import CommClosedError  # noqa: PLC0415

    return (KilledWorker, CommClosedError, CancelledError, TimeoutError, OSError)


def _done(
    work: Callable[[Any, Any, list[Any]], list[Any]], shared: Any, about: Any, program: str,  # noqa: ANN401
    items: list[Any],
) -> list[Any]:  # fmt: skip
    """On a worker: some items."""
    if program != program_of_bytes():
        raise OtherProgram
    return work(shared, about, items)
