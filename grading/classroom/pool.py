"""Hands out work through ``concurrent.futures``: to local processes, or to a Dask cluster.

Few tasks are under way at a time, so that memory does not grow with the class, and answers come
as they are ready.  A task that takes its worker down is tried once more, alone.
"""

import multiprocessing
import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import Any

from grading.classroom.work import Lost, Task, grade, start_worker
from grading.paths import CourseError
from grading.text import shown

__all__ = ["Pool", "cores", "dask_pool", "local_pool"]

AHEAD = 2  # tasks under way for each worker, so that none of them waits
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
ADDRESS = re.compile(r"[a-z]+://\S+")
PATIENCE = 15  # seconds to wait for a scheduler and its workers


class Pool:
    """Workers, started again when one is lost.

    Parameters
    ----------
    start : gives an executor
    workers : how many tasks run at a time
    work : what a worker does with a task
    lost : exceptions that say that the worker, not the task, failed
    """

    def __init__(
        self,
        start: Callable[[], Executor],
        workers: int,
        work: Callable[[Task], Any] = grade,
        lost: tuple[type[BaseException], ...] = (BrokenProcessPool,),
    ) -> None:
        self.start, self.workers, self.work, self.lost = start, workers, work, lost
        self.executor: Executor | None = None

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Any, Any]]:
        """Pairs of a task's key and its answer, in the order in which they come.

        Raises
        ------
        Exception
            what a task raised; the others are then abandoned
        """
        tasks = iter(tasks)
        under_way: dict[Future, Task] = {}
        try:
            while True:
                while len(under_way) < AHEAD * self.workers:
                    task = next(tasks, None)
                    if task is None:
                        break
                    under_way[self._submit(task)] = task
                if not under_way:
                    return
                done, _ = wait(under_way, return_when=FIRST_COMPLETED)
                suspects = []
                for future in done:
                    task = under_way.pop(future)
                    try:
                        answer = future.result()
                    except self.lost:
                        suspects.append(task)
                    else:
                        yield task.key, answer
                if suspects:
                    # Whoever was under way fell with the worker; who did it shows when alone.
                    suspects += under_way.values()
                    under_way.clear()
                    self.close()
                    for task in suspects:
                        yield task.key, self._alone(task)
        finally:
            for future in under_way:
                future.cancel()

    def one(self, work: Callable[[Task], Any], task: Task) -> Any:
        """What `work` makes of a single task, or `Lost`."""
        self.work = work
        [(_, answer)] = self.run([task])
        return answer

    def close(self) -> None:
        """End the workers."""
        if self.executor is not None:
            self.executor.shutdown(wait=True, cancel_futures=True)
        self.executor = None

    def _submit(self, task: Task) -> Future:
        if self.executor is None:
            self.executor = self.start()
        try:
            return self.executor.submit(self.work, task)
        except self.lost:
            self.close()
            self.executor = self.start()
            return self.executor.submit(self.work, task)

    def _alone(self, task: Task) -> Any:
        try:
            return self._submit(task).result()
        except self.lost:
            self.close()
            return Lost("the process that graded it died, twice", own=True)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def local_pool(workers: int, work: Callable[[Task], Any] = grade) -> Iterator[Pool]:
    """A pool of processes on this machine."""
    context = multiprocessing.get_context("spawn")

    def start() -> Executor:
        places = None
        if workers == cores() and hasattr(os, "sched_setaffinity"):
            places = context.SimpleQueue()
            for core in os.sched_getaffinity(0):
                places.put(core)
        return ProcessPoolExecutor(workers, context, start_worker, (os.getpid(), places))

    pool = Pool(start, workers, work)
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # a worker has one core
    try:
        yield pool
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
        pool.close()


@contextmanager
def dask_pool(address: str, work: Callable[[Task], Any] = grade) -> Iterator[Pool]:
    """The workers behind a ``dask.distributed`` scheduler, which need no folder of ours.

    Raises
    ------
    CourseError
        When no scheduler answers at `address`, or it has no workers.
    """
    if not ADDRESS.fullmatch(address):
        raise CourseError(f"--scheduler {shown(address)}: write it as in tcp://127.0.0.1:8786")
    try:
        from distributed import Client, KilledWorker
        from distributed.comm import CommClosedError
    except ImportError:
        raise CourseError("--scheduler needs the package `distributed`: install it") from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError, TypeError) as error:
        raise CourseError(f"--scheduler: nobody answers at {address} ({_first(error)})") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise CourseError(f"--scheduler: {address} has no workers: start some") from None
        threads = sum(client.nthreads().values())
        try:
            # Dask tries again by itself; a task that kills worker after worker is a KilledWorker.
            yield Pool(lambda: _DaskExecutor(client), threads, work, (KilledWorker,))
        except (CommClosedError, CancelledError) as error:
            raise CourseError(f"--scheduler: {address} was lost ({_first(error)})") from None


class _DaskExecutor(Executor):
    """Hands tasks to a Dask client, whose own executor loses track of them when a worker dies."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.under_way: set[Any] = set()

    def submit(self, function: Callable, /, *args: Any, **more: Any) -> Future:
        ours: Future = Future()
        theirs = self.client.submit(function, *args, **more, pure=False)
        self.under_way.add(theirs)
        theirs.add_done_callback(partial(self._hand_over, ours))
        return ours

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if cancel_futures:
            self.client.cancel(list(self.under_way))

    def _hand_over(self, ours: Future, theirs: Any) -> None:
        self.under_way.discard(theirs)
        if ours.set_running_or_notify_cancel():
            try:
                ours.set_result(theirs.result())
            except BaseException as error:
                ours.set_exception(error)


def _first(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
