"""Notebook 01: its numbers, and what its figures and widgets say."""

import numpy as np
import pytest

import deepcalc as dc

sigmoid = lambda z: 1 / (1 + np.exp(-z))
central = lambda f, x, h: (f(x + h) - f(x - h)) / (2 * h)


def test_worked_examples_of_the_difference_quotients():
    assert [((1 + h) ** 2 - 1) / h for h in (1.0, 0.1)] == pytest.approx([3.0, 2.1])
    assert (1.5**2 - 1) / 0.5 == 2.5
    assert [t**3 for t in (1.1, 0.9)] == pytest.approx([1.331, 0.729])
    assert central(lambda t: t**3, 1.0, 0.1) == pytest.approx(3.01)


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


def test_values_of_sigmoid_and_tanh():
    assert sigmoid(np.array([-2.0, 2.0])) == pytest.approx([0.119203, 0.880797], abs=5e-7)
    assert dc.numeric.complex_step(np.tanh, 1.0) == pytest.approx(0.419974, abs=5e-7)


def test_tails_that_a_subtraction_loses():
    assert 1 - sigmoid(40.0) == 0 == 1 - np.tanh(20.0) ** 2
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
