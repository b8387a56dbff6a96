"""A Dask scheduler and workers on this machine, each a process of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
from distributed import Client, LocalCluster


@dataclass(frozen=True)
class Workers:
    """Where they answer, and their processes."""

    address: str
    processes: tuple[psutil.Process, ...]

    def seconds(self) -> float:
        """Processor time that they have used up to now."""
        return sum(sum(one.cpu_times()[:2]) for one in self.processes)


@contextmanager
def cluster(workers: int) -> Iterator[Workers]:
    """So many workers, until they are needed no more."""
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0"
    ) as local:
        local.wait_for_workers(workers)
        with Client(local.scheduler_address) as client:
            pids = client.run(os.getpid).values()
        yield Workers(local.scheduler_address, tuple(psutil.Process(pid) for pid in pids))
