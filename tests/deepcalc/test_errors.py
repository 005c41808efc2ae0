"""An exception in the words of a beginner: where it was raised, and with which shapes."""

import linecache

import numpy as np
import pytest

from deepcalc import checking as check


def written(code, name="answer"):
    """A function from a notebook's cell, whose text Python can look up."""
    file = f"<ipython-input-{abs(hash(code))}>"
    linecache.cache[file] = (len(code), None, code.splitlines(keepends=True), file)
    namespace = {"np": np}
    exec(compile(code, file, "exec"), namespace)
    return namespace[name]


def failure(code, *args):
    with pytest.raises(check.CheckFailed) as caught:
        check.value(written(code), *args, expected=1.0)
    return caught.value


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("X @ W", "in X @ W the shapes are (2, 3) and (2, 4)"),
        ("X.T @ W['b']", "in X.T @ W['b'] the shapes are (3, 2) and (4,)"),
        ("X + W", "in X + W the shapes are (2, 3) and (2, 4)"),
        ("1 + (W - X) ** 2", "in W - X the shapes are (2, 4) and (2, 3)"),
    ],
)
def test_shapes_that_do_not_fit_are_both_named(expression, words):
    W = {"b": np.ones(4)} if "'b'" in expression else np.ones((2, 4))
    said = failure(f"def answer(X, W):\n    return {expression}\n", np.ones((2, 3)), W)
    assert said.kind == "error"
    assert words in said.facts[0]
    assert f"in line 2: return {expression}" in said.yours


def test_matmul_says_which_numbers_must_agree():
    said = failure("def answer(a, b):\n    return a @ b\n", np.ones((2, 3)), np.ones((4, 5)))
    assert said.facts[0].endswith("the inner numbers, 3 and 4, must be equal.")


def test_nothing_of_the_students_is_called_to_explain_an_error():
    code = """
calls = []
def made():
    calls.append(1)
    return np.ones(3)
def answer():
    return made() + np.ones(2)
"""
    function = written(code)
    with pytest.raises(check.CheckFailed) as caught:
        check.value(function, expected=1.0)
    assert "the shapes (3,) and (2,)" in "".join(caught.value.facts).replace("(3,) (2,)", "x")
    assert function.__globals__["calls"] == [1]


def test_deep_recursion_is_not_called_endless():
    said = failure("def answer(x):\n    return answer(x)\n", 1.0)
    assert "about a thousand calls" in said.facts[0]
    assert "without an end" not in str(said)
