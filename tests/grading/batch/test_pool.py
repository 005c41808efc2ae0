"""Work is handed out, and a worker that dies takes nothing with it.

The workers import this module, so it imports little.
"""

from grading.batch.pool import Lost, local_pool


class Named(str):
    """A task that is only an expression."""

    key = property(str)


def test_pool_survives_a_worker_that_dies():
    fatal = "__import__('os')._exit(3)"
    with local_pool(2, eval) as pool:
        answers = dict(pool.run(map(Named, ["1", "2", fatal, "3", "4"])))
    assert isinstance(answers.pop(fatal), Lost)
    assert answers == {"1": 1, "2": 2, "3": 3, "4": 4}
