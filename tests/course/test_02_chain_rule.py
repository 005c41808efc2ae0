"""Notebook 02: its numbers, and what its figures and widgets say."""

import numpy as np
import pytest

import deepcalc as dc
from deepcalc.plotting.chain_graphs import FAN_OUT, NETWORK, measure, short

X, W1, W2, Y = 2.0, 0.5, 3.0, 1.0


def loss(w1: float, w2: float, x: float = X, y: float = Y) -> float:
    return (w2 / (1 + np.exp(-w1 * x)) - y) ** 2


def test_composition_slopes_of_the_text():
    both = lambda x: (3 * x + 2) ** 2
    assert both(1.0) == 25.0
    for x in (-1.0, 0.0, 1.0, 2.5):
        assert dc.numeric.complex_step(both, x) == pytest.approx(18 * x + 12)
    assert dc.numeric.complex_step(lambda x: both(x) / 5, 1.0) == pytest.approx(6)


def test_worked_example_of_the_backward_pass():
    dw1 = dc.numeric.complex_step(lambda w: loss(w, 10.0, x=3.0, y=9.0), 0.0)
    dw2 = dc.numeric.complex_step(lambda w: loss(0.0, w, x=3.0, y=9.0), 10.0)
    assert (dw1, dw2) == pytest.approx((-60.0, -4.0))
    assert loss(0.0, 10.0, x=3.0, y=9.0) == 16.0


def test_gradients_of_the_worked_example_multiply_along_the_graph():
    w2, y, a1, x, z2 = 10.0, 9.0, 0.5, 3.0, 5.0
    gradients = {"z2": -8.0, "w2": -4.0, "a1": -80.0, "z1": -20.0, "w1": -60.0}
    of_output = lambda z: (z - y) ** 2
    of_hidden = lambda z: of_output(w2 / (1 + np.exp(-z)))
    measured = {
        "z2": dc.numeric.complex_step(of_output, z2),
        "w2": dc.numeric.complex_step(lambda w: of_output(w * a1), w2),
        "a1": dc.numeric.complex_step(lambda a: of_output(w2 * a), a1),
        "z1": dc.numeric.complex_step(of_hidden, 0.0),
        "w1": dc.numeric.complex_step(lambda w: of_hidden(w * x), 0.0),
    }
    assert measured == pytest.approx(gradients)
    u, v = 4.0, 0.3  # the one box that is followed with numbers, which are not the exercise's
    assert (u * v, (u + 0.1) * v, -2 * v) == pytest.approx((1.2, 1.23, -0.6))


def test_slopes_derived_in_practice():
    for z in (-2.0, 0.0, 1.5):
        u = 1 + np.exp(-z)
        slope = dc.numeric.complex_step(lambda t: 1 / (1 + np.exp(-t)), z)
        assert slope == pytest.approx(np.exp(-z) / u**2)
        assert slope == pytest.approx((1 / u) * (1 - 1 / u))
        softplus = dc.numeric.complex_step(lambda t: np.log(1 + np.exp(t)), z)
        assert softplus == pytest.approx(np.exp(z) / (1 + np.exp(z)))
    assert dc.numeric.complex_step(lambda t: np.log(1 + np.exp(t)), 0.0) == pytest.approx(0.5)
    assert 1000 + np.log1p(np.exp(-1000.0)) == 1000


def test_worked_neighbours_in_the_hints():
    assert dc.numeric.complex_step(lambda t: (7 - 3 * t) ** 2, 2.0) == pytest.approx(-6)
    fan_out = lambda x: x**2 * x + (x**2) ** 3
    assert dc.numeric.complex_step(fan_out, 1.0) == pytest.approx(9)
    tangent = 2 * dc.numeric.complex_step(lambda x: 1 / x**2, 3.0)
    assert tangent == pytest.approx(-12 / 81) and round(tangent, 3) == -0.148
    assert np.cumsum([0.5, 3, 2]) == pytest.approx([0.5, 3.5, 5.5])
    assert np.cumprod([2, 3, 4]).tolist() == [2, 6, 24]


def test_second_derivative_of_a_chain():
    slope = lambda x: 2 * x * np.cos(x**2)
    for x in (-1.5, 0.0, 0.7, 2.0):
        assert dc.numeric.complex_step(lambda t: np.sin(t**2), x) == pytest.approx(slope(x))
        bend = -np.sin(x**2) * (2 * x) ** 2 + np.cos(x**2) * 2
        assert dc.numeric.complex_step(slope, x) == pytest.approx(bend)


def test_plot_nudge_tells_the_three_steps_and_both_slopes():
    told = dc.plotting.alt_text(
        dc.plotting.plot_nudge(lambda x: 3 * x + 2, np.square, names=("3x + 2", "u²"))
    )
    for part in ("by 0.10 to 1.10", "by 0.30 to 5.30", "by 3.09 to 28.09"):
        assert part in told
    assert "the slope of 3x + 2 is 3; the slope of u² is 10" in told


def test_numbers_of_the_visible_checks():
    dw1 = dc.numeric.complex_step(lambda w: loss(w, W2), W1)
    dw2 = dc.numeric.complex_step(lambda w: loss(W1, w), W2)
    assert (dw1, dw2) == pytest.approx((2.815111058, 1.744562715), rel=1e-9)
    assert loss(W1, W2) == pytest.approx(1.423668337, rel=1e-9)


def test_network_graph_measures_the_gradients_of_the_loss():
    values, slopes, gradients = measure(NETWORK, {"x": X, "w1": W1, "w2": W2, "y": Y})
    assert values["loss"] == pytest.approx(loss(W1, W2))
    assert gradients["w1"] == pytest.approx(dc.numeric.complex_step(lambda w: loss(w, W2), W1))
    assert gradients["w2"] == pytest.approx(dc.numeric.complex_step(lambda w: loss(W1, w), W2))
    chained = {"loss": 1.0}
    for a, b in [("z2", "loss"), ("a1", "z2"), ("z1", "a1"), ("w1", "z1")]:
        chained[a] = chained[b] * slopes[a, b]
        assert chained[a] == pytest.approx(gradients[a], rel=1e-6)


def test_numbers_in_the_picture_multiply_as_the_text_says():
    _, slopes, gradients = measure(NETWORK, {"x": X, "w1": W1, "w2": W2, "y": Y})
    for (a, b), slope in slopes.items():
        shown = round(gradients[b], 3) * float(short(slope).replace("−", "-"))
        assert shown == pytest.approx(gradients[a], abs=0.01, rel=2e-3)


def test_local_slopes_fit_between_two_boxes():
    assert all(len(short(slope)) <= 6 for slope in (-9.99, -0.2, -0.004, 0.0, 0.197, 4.0, 12.5))


def test_saturated_sigmoid_lets_hardly_any_gradient_pass():
    dw1 = dc.numeric.complex_step(lambda w: loss(w, W2), 3.0)
    assert abs(dw1) < 0.03 * abs(dc.numeric.complex_step(lambda w: loss(w, W2), W1))


def test_fan_out_adds_its_paths():
    _, slopes, gradients = measure(FAN_OUT, {"x": 1.0})
    assert slopes["u", "p"] == pytest.approx(4)
    assert slopes["u", "q"] == pytest.approx(5)
    assert gradients["u"] == pytest.approx(9)
    assert gradients["x"] == pytest.approx(18)


def test_fan_out_exercise_at_pi():
    slope = dc.numeric.complex_step(lambda x: np.sin(x) * x + np.exp(np.sin(x)), np.pi)
    assert slope == pytest.approx(-np.pi - 1)
    assert slope == pytest.approx(-4.141593, abs=1e-6)


def test_fifty_layers_part_by_more_than_22000():
    assert 22_000 < (1.1 / 0.9) ** 50 < 23_000
    assert round(1.1**50) == 117
    assert round(0.9**50, 3) == 0.005
    assert round((1.1 / 0.9) ** 50, -3) == 23_000  # the option
    told = dc.plotting.alt_text(dc.plotting.plot_depth({"up": 1.1, "down": 0.9}, layers=50))
    assert "117.39" in told


def test_plot_composition_tells_the_three_slopes():
    figure = dc.plotting.plot_composition(lambda x: 3 * x + 2, np.square, 1.0, ("3x + 2", "u²"))
    told = dc.plotting.alt_text(figure)
    assert all(f"slope {slope}" in told for slope in ("3.00", "10.00", "30.00"))


def test_plot_network_shows_gradients_only_backward():
    forward, backward = (dc.plotting.plot_network(X, W1, W2, Y, backward=b) for b in (False, True))
    assert "gradients" not in dc.plotting.alt_text(forward)
    assert "w1 2.815" in dc.plotting.alt_text(backward)


def test_cover_shows_no_number_of_the_exercises():
    told = dc.plotting.alt_text(dc.plotting.plot_cover("02_chain_rule"))
    assert "gradients" in told
    _, slopes, gradients = measure(NETWORK, {"x": X, "w1": W1, "w2": W2, "y": Y})
    answers = [gradients[name] for name in ("w1", "w2", "a1", "z1", "z2")]
    for number in [*answers, slopes["z1", "a1"]]:
        assert f"{number:.3f}" not in told


def test_slope_of_softplus_is_the_sigmoid():
    for x in (-3.0, 0.0, 2.0):
        slope = dc.numeric.complex_step(lambda t: np.log(1 + np.exp(t)), x)
        assert slope == pytest.approx(1 / (1 + np.exp(-x)))


def test_sigmoid_by_tanh_is_the_sigmoid_but_for_digits_far_out():
    by_tanh = lambda z: 0.5 * (1 + np.tanh(z / 2))
    for z in (-2.0, 0.0, 5.0):
        assert by_tanh(z) == pytest.approx(1 / (1 + np.exp(-z)))
    assert by_tanh(-40.0) == 0 < 1 / (1 + np.exp(40.0)) < 1e-16


def test_straight_line_bends_a_chain_by_its_slope_squared():
    a = -3.0
    slope = lambda x: a * np.cos(a * x + 2)  # of sin(a x + 2)
    assert dc.numeric.complex_step(slope, 0.7) == pytest.approx(-np.sin(a * 0.7 + 2) * a**2)


def test_graph_stepper_fills_in_numbers_step_by_step():
    widget = dc.widgets.graph_stepper()
    assert "z1" not in widget.status
    assert "loss" not in widget.set(step=3).status
    assert "loss = 1.424" in widget.set(step=4).status
    assert "∂L/∂w₁" not in widget.set(step=9).status
    assert "∂L/∂w₁ = 2.815" in widget.set(step=10).status
    assert "gradients: using finite differences" in widget.status


def test_graph_stepper_uses_the_students_functions_and_says_so():
    def forward(x, w1, w2, y):
        a1 = 1 / (1 + np.exp(-w1 * x))
        return {"z1": w1 * x, "a1": a1, "z2": w2 * a1, "loss": (w2 * a1 - y) ** 2}

    widget = dc.widgets.graph_stepper(forward, lambda x, w1, w2, y, cache: (7.0, 8.0), step=10)
    assert "Values: using your forward_pass; gradients: using your backward_pass" in widget.status
    assert "∂L/∂w₁ = 7.000" in widget.status
    assert "finite differences give 2.815, 1.745" in widget.status


def test_depth_explorer_stand_in_multiplies_to_the_output():
    widget = dc.widgets.depth_explorer()
    assert "gradient = 0.250 at layer 0, 0.500 at layer 1" in widget.set(layers=2, slope=0.5).status
    assert "finite differences" in widget.status


def test_depth_explorer_uses_the_students_function():
    widget = dc.widgets.depth_explorer(lambda slopes: np.full(len(slopes), 3.0))
    assert "gradient = 3.000 at layer 0" in widget.status
    assert "using your gradient_through_depth" in widget.status


def test_whole_slope_is_written_without_decimals_whichever_way_it_was_rounded():
    for slope in (2.9999999999, 3.0, 3.0000000001):
        figure = dc.plotting.plot_composition(lambda x, k=slope: k * x, np.sin, x0=1.0)
        assert "slope 3" in {text.get_text() for text in figure.axes[0].texts}
