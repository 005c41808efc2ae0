"""Work is handed out, and a worker that dies takes nothing with it.

The workers import this module, so it imports little.
"""

from itertools import repeat

import pytest

from grading.classroom.pool import dask_pool, local_pool
from grading.classroom.work import Lost, last_resort


class Named(str):
    """A task that is only an expression."""

    key = property(str)


def test_pool_survives_a_worker_that_dies():
    with local_pool(2, eval) as pool:
        _survives(pool)


def test_pool_survives_a_worker_on_a_cluster_that_dies():
    distributed = pytest.importorskip("distributed")
    dask = pytest.importorskip("dask")
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(host="127.0.0.1", **settings) as cluster,
        dask_pool(cluster.scheduler_address, eval) as pool,
    ):
        _survives(pool)


def _survives(pool):
    fatal = "__import__('os')._exit(3)"
    answers = dict(pool.run(map(Named, ["1", "2", fatal, "3", "4"])))
    lost = answers.pop(fatal)
    assert isinstance(lost, Lost) and lost.own  # it died alone, too
    assert answers == {"1": 1, "2": 2, "3": 3, "4": 4}


class Numbered(int):
    """A task that is only a number."""

    key = property(int)


def hang_at_one(number):
    with last_resort(0.5):
        if number == 1:
            sum(repeat(1))  # C code, which holds the interpreter and hears no signal
    return number


def test_task_that_hangs_in_c_code_is_given_up():
    with local_pool(2, hang_at_one) as pool:
        answers = dict(pool.run(Numbered(n) for n in range(4)))
    assert isinstance(answers.pop(1), Lost)
    assert answers == {0: 0, 2: 2, 3: 3}
