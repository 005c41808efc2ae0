"""Hints: three for each exercise at least, numbered, and the problems solved in them are right."""

import re

import numpy as np
import pytest

from deepcalc.numeric import derivative, gradient

from .conftest import ASSIGNMENTS, ROOT


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_each_exercise_has_three_numbered_hints(name):
    text = (ROOT / "source" / f"{name}.py").read_text(encoding="utf-8")
    for exercise in re.split(r"^# ### Exercise ", text, flags=re.MULTILINE)[1:]:
        title, asked = exercise.partition("\n")[0], exercise.partition("# %% nbgrader")[0]
        numbers = re.findall(r"<summary>Hint (\d): ", asked)
        least = 0 if "predict" in title else 3
        assert len(numbers) >= least, title
        assert numbers == [str(k + 1) for k in range(len(numbers))], title


def share_slopes(x, g):
    s = x / x.sum()
    return (g - g @ s) / x.sum()


def cross_entropy(scores):
    return -np.log(np.exp(scores) / np.exp(scores).sum())[0]


SCORES, X, G = np.array([0.0, np.log(3)]), np.array([1.0, 3.0]), np.array([5.0, 1.0])
SPEEDS = [4, 0.5 * 4 + 4, 0.5 * (0.5 * 4 + 4) + 4]
PAIRS = [(0.0021, 0.0020), (1e-5, 2e-5)]


@pytest.mark.parametrize(
    ("found", "told", "words"),
    [
        (derivative(lambda x: np.sqrt(1 + x**2), 2.0), 0.894, "2 / √5, about 0.894"),
        (2 / np.sqrt(5), 0.894, "2 / √5, about 0.894"),
        (np.exp(3.0) / (np.exp(3.0) + np.exp(-3.0)), 1 / (1 + np.exp(-6.0)), "1 / (1 + e^(−2x))"),
        (np.cumsum([2, 5, 3])[::-1], [10, 7, 2], "there are 10, 7 and 2 to go"),
        (share_slopes(X, G), [0.75, -0.25], "the slopes are 0.75 and −0.25"),
        (gradient(lambda x: G @ (x / x.sum()), X), [0.75, -0.25], "(gⱼ − g·s) / S"),
        (SPEEDS, [4, 6, 7], "speeds are 4, 6, 7"),
        (np.cumsum(SPEEDS), [4, 10, 17], "it comes to 4, 10, 17"),
        ([0.1 * 20, 0.9 * 2 + 0.1 * 20], [2, 3.8], "20 and 20 it is 2, then 3.8"),
        ([2 / (1 - 0.9), 3.8 / (1 - 0.9**2)], [20, 20], "both are 20"),
        (np.logaddexp(1000, 990) - 1000, 0.0000454, "about 1000.0000454"),
        (3 * 5 + 5 + 5 * 2 + 2, 32, "15 + 5 + 10 + 2 = 32 numbers"),
        ([abs(a - b) / max(a, b, 1e-3) for a, b in PAIRS], [0.0476, 0.01], "10⁻⁵ / 10⁻³ = 0.01"),
        (100 * 1.01 ** np.arange(3), [100, 101, 102.01], "Noted are 100, 101 and 102.01"),
        (cross_entropy(SCORES), 1.386, "ln 4, about 1.386"),
        (gradient(cross_entropy, SCORES), [1 / 4 - 1, 3 / 4], "the slopes are 1/4 − 1 and 3/4"),
        (
            gradient(lambda v: v[0] / v[1], np.array([6.0, 2.0])),
            [0.5, -1.5],
            "[(a, 0.5), (b, -1.5)]",
        ),
    ],
)
def test_the_numbers_of_solved_problems(found, told, words):
    assert found == pytest.approx(told, rel=1e-3)
    texts = [(ROOT / "source" / f"{name}.py").read_text(encoding="utf-8") for name in ASSIGNMENTS]
    assert any(words in text for text in texts)
