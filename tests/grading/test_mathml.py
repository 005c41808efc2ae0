"""Formulas are shown by the browser alone."""

import pytest

from grading.mathml import mathml, with_mathml


@pytest.mark.parametrize("formula", ["f'(x)", "f''(x)", "(u v)' = u' v + u v'", "2'"])
def test_a_prime_is_not_raised_twice(formula):
    shown = mathml(formula)
    assert "<msup>" not in shown
    assert shown.count("&#x02032;") + 2 * shown.count("&#x02033;") == formula.count("'")


def test_an_exponent_is_one():
    assert mathml("x^2").count("<msup>") == 1


def test_code_keeps_its_dollars():
    assert with_mathml("$x$ and `$y$`").endswith(" and `$y$`")
