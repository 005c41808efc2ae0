"""Notebook 01: its numbers, and what its figures and widgets say."""

import re

import numpy as np
import pytest

import deepcalc as dc
from grading.paths import Course

COURSE = Course.find()

sigmoid = lambda z: 1 / (1 + np.exp(-z))
central = lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h)


def test_worked_examples_of_the_difference_quotients():
    assert [((1 + h) ** 2 - 1) / h for h in (1.0, 0.1)] == pytest.approx([3.0, 2.1])
    assert (1.5**2 - 1) / 0.5 == 2.5
    assert [t**3 for t in (1.1, 0.9)] == pytest.approx([1.331, 0.729])
    assert central(lambda t: t**3, 1.0, 0.1) == pytest.approx(3.01)
    assert central(np.square, 3.0, 1.0) == (16 - 4) / 2 == 6
    assert (420 - 150) / 3 == 90  # the train


def test_worked_examples_of_the_tangent():
    assert [1 + 2 * (x - 1) for x in (3.0, 0.0)] == [5.0, -1.0]
    assert 40 + 5 * (12 - 9) == 55  # the tank


def test_secants_of_the_cube_lose_what_the_text_says():
    for h in (0.1, 0.01):
        assert ((1 + h) ** 3 - 1) / h == pytest.approx(3 + 3 * h + h**2)
        assert central(lambda t: t**3, 1.0, h) == pytest.approx(3 + h**2)


def test_whole_numbers_overflow_in_a_polynomial_of_degree_7_and_not_of_degree_4():
    largest = np.iinfo(np.int64).max
    assert 7 * 4 * 1000**6 > largest > 4 * sum(4 * 1000**k for k in range(4))


def test_errors_have_the_stated_size():
    """Forward: half the second derivative times h. Central: a sixth of the third times h²."""
    forward = (np.exp(0.5 + 1e-4) - np.exp(0.5)) / 1e-4 - np.exp(0.5)
    assert forward == pytest.approx(np.exp(0.5) / 2 * 1e-4, rel=1e-3)
    around = central(np.exp, 0.5, 1e-2) - np.exp(0.5)
    assert around == pytest.approx(np.exp(0.5) / 6 * 1e-4, rel=1e-3)
    parabola = lambda t: 3 * t**2 - t
    assert central(parabola, 2.0, 0.5) == 11.0


def test_central_difference_has_ten_digits_near_the_best_step():
    errors = {
        h: np.median(
            [abs(central(np.sin, 1.0, k * h) - np.cos(1.0)) for k in np.linspace(0.7, 1.4)]
        )
        for h in (1e-3, 1e-5, 1e-7)
    }
    assert min(errors, key=errors.get) == 1e-5
    assert errors[1e-5] < 1e-10 * np.cos(1.0)


@pytest.mark.parametrize(
    ("f", "df"),
    [
        (lambda x: x**2, lambda x: 2 * x),
        (np.exp, np.exp),
        (np.log, lambda x: 1 / x),
        (np.sin, np.cos),
        (sigmoid, lambda x: sigmoid(x) * (1 - sigmoid(x))),
        (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
        (np.tanh, lambda x: 1 / np.cosh(x) ** 2),
    ],
)
def test_table_of_derivatives(f, df):
    x = np.array([0.3, 0.7, 2.0])
    assert dc.numeric.complex_step(f, x) == pytest.approx(df(x), rel=1e-12)


def test_polynomial_of_the_text():
    assert dc.numeric.complex_step(lambda x: 5 + 3 * x + 2 * x**2, 2.0) == pytest.approx(11)


def test_a_value_of_the_polynomial_term_by_term():
    assert np.cumsum([c * 3**k for k, c in enumerate([5, 3, 2])]).tolist() == [5, 14, 32]


def slope(f, x):
    return dc.numeric.complex_step(f, x)


FACTORS = [(np.square, np.exp), (np.sin, np.exp), (lambda x: x, np.square)]


@pytest.mark.parametrize(("f", "g"), FACTORS)
@pytest.mark.parametrize("x", [0.3, 1.5, -1.2])
def test_rules_of_the_text(f, g, x):
    both = slope(lambda t: f(t) + g(t), x), slope(lambda t: 3 * f(t), x)
    assert both == pytest.approx((slope(f, x) + slope(g, x), 3 * slope(f, x)))
    product = slope(f, x) * g(x) + f(x) * slope(g, x)
    assert slope(lambda t: f(t) * g(t), x) == pytest.approx(product, rel=1e-12)
    quotient = (slope(f, x) * g(x) - f(x) * slope(g, x)) / g(x) ** 2
    assert slope(lambda t: f(t) / g(t), x) == pytest.approx(quotient, rel=1e-12)
    q = f(x) / g(x)  # the form on the way there
    assert (slope(f, x) - q * slope(g, x)) / g(x) == pytest.approx(quotient, rel=1e-12)


def test_corner_of_the_product_fades_and_the_strips_stay():
    h = 1e-6
    du, dv = (1.5 + h) ** 2 - 1.5**2, h
    assert 1.5 * du / h == pytest.approx(4.5, rel=1e-5)
    assert 1.5**2 * dv / h == pytest.approx(2.25)
    assert 0 < du * dv / h < 1e-5
    assert slope(lambda x: x**3, 1.5) == pytest.approx(6.75) == 4.5 + 2.25


@pytest.mark.parametrize("k", [2, 3, 4, 7])
def test_power_rule_follows_factor_by_factor(k):
    x = 1.3
    by_product = x ** (k - 1) + x * (k - 1) * x ** (k - 2)
    assert slope(lambda t: t**k, x) == pytest.approx(by_product) == pytest.approx(k * x ** (k - 1))


def test_slopes_quoted_beside_the_rules():
    assert slope(lambda x: x**2 * np.exp(x), 1.0) == pytest.approx(8.15, abs=5e-3)
    assert slope(lambda x: 1 / x, 5.0) == pytest.approx(-0.04)
    assert slope(lambda z: np.exp(-z), 0.7) == pytest.approx(-np.exp(-0.7))


def test_steps_to_the_slopes_of_sigmoid_and_tanh():
    z = np.array([-2.0, 0.3, 3.0])
    u = 1 + np.exp(-z)
    assert 1 / u + np.exp(-z) / u == pytest.approx(np.ones(3))  # what two fractions add up to
    assert slope(sigmoid, z) == pytest.approx(np.exp(-z) / u**2)
    assert slope(sigmoid, z) == pytest.approx(1 / u * (1 - 1 / u))
    assert abs(0.2 * (1 - 0.2) - 0.16) < 1e-12
    assert slope(sigmoid, 2.0) == pytest.approx(0.104994, abs=5e-7)
    above, below = np.exp(z) - np.exp(-z), np.exp(z) + np.exp(-z)
    assert slope(np.tanh, z) == pytest.approx((below**2 - above**2) / below**2)
    assert below**2 - above**2 == pytest.approx(np.full(3, 4.0))  # what multiplying out leaves
    assert 1 - 0.5**2 == 0.75 and abs(1 - 0.8**2 - 0.36) < 1e-12


def test_combining_two_steps_gains_two_orders():
    finer = lambda h: (4 * central(np.sin, 1.0, h / 2) - central(np.sin, 1.0, h)) / 3
    errors = [abs(finer(h) - np.cos(1.0)) for h in (0.2, 0.1)]
    assert errors[0] / errors[1] == pytest.approx(2**4, rel=0.02)


def test_neighbour_of_the_lost_tail():
    t = 1e-20
    assert 1 - 1 / (1 + t) == 0 and t / (1 + t) == pytest.approx(1e-20)
    assert (1e17 + 1) ** 2 - 1e17**2 != 2e17 + 1


def test_swish_falls_left_of_zero():
    swish = lambda x: x * sigmoid(x)
    assert slope(swish, -4.0) < 0 < slope(swish, -1.0)
    assert slope(swish, -4.0) == pytest.approx(
        sigmoid(-4.0) - 4.0 * sigmoid(-4.0) * (1 - sigmoid(-4.0))
    )


def test_swish_is_lowest_where_the_text_says():
    swish = lambda x: x * sigmoid(x)
    x = np.linspace(-20, 20, 40_001)
    assert x[np.argmin(swish(x))] == pytest.approx(-1.278, abs=1e-3)
    assert swish(x).min() == pytest.approx(-0.278, abs=5e-4)
    assert (np.sign(slope(swish, x)) == np.sign(x + 1.2784645)).all()


def test_nothing_above_the_prediction_answers_it():
    text = COURSE.script("01_derivatives").read_text(encoding="utf-8")
    prose = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    above, question = prose.split("# ### Exercise 1.10: predict")
    for word in ("vanish", "0.25", r"\tfrac14", "a quarter", "slowly", "slopes multiply"):
        assert word not in above, word
    options = question.split("Decide first")[0]
    assert re.findall(r"\*\*([A-D])\*\*: .*\.", options) == list("ABCD")
    assert "since" not in options
    curves = {"sigmoid": sigmoid, "tanh": np.tanh}
    for figure in (dc.plotting.plot_activations(curves), dc.plotting.plot_saturation(sigmoid)):
        parts = dc.plotting.style.figure_of(figure).axes
        shown = " ".join(t.get_text() for ax in parts for t in (*ax.texts, ax.title))
        assert "0.25" not in shown + dc.plotting.alt_text(figure)


@pytest.mark.parametrize(
    ("exercise", "formula"),
    [
        ("1.1", "f(x + h) - f(x)"),
        ("1.2", "f(x - h)"),
        ("1.3", "(x - x_0)"),
        ("1.7", r"(1 - \sigma"),
        ("1.8", r"\cosh"),
        ("1.8", r"\tanh^2"),
    ],
)
def test_line_that_is_to_be_written_stands_below_its_exercise(exercise, formula):
    text = COURSE.script("01_derivatives").read_text(encoding="utf-8")
    above, below = text.split(f"# ### Exercise {exercise}: ")
    assert formula not in above + below.split("# %% nbgrader")[0]
    assert formula in below


def test_values_of_sigmoid_and_tanh():
    assert sigmoid(np.array([-2.0, 2.0])) == pytest.approx([0.119203, 0.880797], abs=5e-7)
    assert dc.numeric.complex_step(np.tanh, 1.0) == pytest.approx(0.419974, abs=5e-7)


def test_tails_that_a_subtraction_loses():
    assert 1 - sigmoid(40.0) == 0 == 1 - np.tanh(20.0) ** 2
    assert sigmoid(-40.0) == pytest.approx(4.248354e-18, rel=1e-6)
    assert 0.5 * (1 + np.tanh(-20.0)) == 0  # a right 1.6, of which 1.7 has to speak
    tail = np.exp(-40.0)
    assert tail / (1 + tail) ** 2 == pytest.approx(4.248354255291589e-18, rel=1e-14)
    assert 4 * tail / (1 + tail) ** 2 == pytest.approx(1.6993417021166355e-17, rel=1e-14)


def test_ten_sigmoids_leave_less_than_a_millionth():
    assert 0.9e-6 < 0.25**10 < 1e-6
    told = dc.plotting.alt_text(dc.plotting.plot_vanishing({"sigmoid": 0.25}, layers=12))
    assert "sigmoid, 0.25 per layer: 6.0e−08" in told


def test_neuron_is_flat_at_both_ends_of_its_curve():
    figure = dc.plotting.plot_neuron(sigmoid, x=1.5, b=-0.5, w0=1.0, name="σ")
    curve, tangent = figure.axes[1].lines[:2]
    slopes = np.gradient(curve.get_ydata(), curve.get_xdata())
    assert max(slopes[0], slopes[-1]) < 0.15 * slopes.max()
    # The tangent touches the curve once, and does not cross it further out.
    w = np.linspace(*tangent.get_xdata(), 201)
    gap = np.interp(w, tangent.get_xdata(), tangent.get_ydata()) - sigmoid(1.5 * w - 0.5)
    assert (gap[np.abs(w - 1.0) > 0.1] > 0).all()


@pytest.mark.parametrize(
    "given", [{}, {"f": lambda x: x**3 - x, "low": -1.6, "high": 1.6, "x0": 0.5}]
)
def test_secant_starts_with_both_points_in_the_picture(given):
    widget = dc.widgets.secant_to_tangent(**given)
    assert "h = 1.000" in widget.status
    ax = widget.figure.axes[0]
    marks = [line for line in ax.lines if line.get_marker() != "None"]
    assert len(marks) == 2
    for mark in marks:
        (x,), (y,) = mark.get_data()
        assert ax.get_xlim()[0] <= x <= ax.get_xlim()[1]
        assert ax.get_ylim()[0] <= y <= ax.get_ylim()[1]


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "ReLU"])
@pytest.mark.parametrize("z", [-6.0, 1.0, 5.0, 6.0])
def test_activation_explorer_keeps_its_mark_in_the_picture(activation, z):
    ax = dc.widgets.activation_explorer().set(activation=activation, z=z).figure.axes[0]
    (mark,) = (line for line in ax.lines if line.get_marker() != "None")
    assert ax.get_ylim()[0] < mark.get_ydata()[0] < ax.get_ylim()[1]


def test_pictures_in_words_keep_hyphens_and_say_what_stays():
    told = dc.plotting.alt_text(dc.plotting.plot_gallery({"cross-entropy": (np.log, 0.2, 4)}))
    assert "cross-entropy" in told and "−1.61" in told
    told = dc.plotting.alt_text(
        dc.plotting.plot_quotient_rule(lambda x: 1.0, lambda x: x, x0=2.0, h=0.5)
    )
    assert "while the area stays 1.00" in told
    told = dc.plotting.alt_text(
        dc.plotting.plot_quotient_rule(lambda x: x**2, lambda x: x, x0=2.0, h=0.5)
    )
    assert "and the area to 6.25" in told
