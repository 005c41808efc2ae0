"""Notebook 03: its numbers, and what its figures and widgets say."""

import numpy as np
import pytest
from matplotlib.contour import ContourSet

import deepcalc as dc
from deepcalc.plotting.gradients import angle

bent = lambda p: p[0] ** 2 * p[1]
folded = lambda p: p[0] ** 2 + 2 * p[0] * p[1] + p[1] ** 2
round_bowl = lambda w: w[0] ** 2 + w[1] ** 2
stretched_bowl = lambda w: w[0] ** 2 + 9 * w[1] ** 2


def unwritten(*_):
    raise NotImplementedError


def test_partial_derivatives_of_the_text():
    at = np.array([1.0, 2.0])
    assert dc.numeric.gradient(bent, at) == pytest.approx([4, 1])
    assert dc.numeric.gradient(folded, at) == pytest.approx([6, 6])


def test_gradient_is_steepest_and_perpendicular_to_the_level_curve():
    at, up = np.array([1.0, 2.0]), np.array([4.0, 1.0])
    slopes = [
        dc.numeric.complex_step(lambda t, a=a: bent(at + t * np.array([np.cos(a), np.sin(a)])), 0.0)
        for a in np.radians(np.arange(0, 360, 0.5))
    ]
    assert max(slopes) == pytest.approx(np.sqrt(17), rel=1e-4)
    assert np.argmax(slopes) / 2 == pytest.approx(np.degrees(np.arctan2(*up[::-1])), abs=0.5)
    # On the level curve x²y = 2 through (1, 2), y = 2/x²: its direction at x = 1 is (1, −4).
    assert up @ [1, dc.numeric.complex_step(lambda x: 2 / x**2, 1.0)] == pytest.approx(0)


def test_quadratic_worked_example_needs_both_triangles():
    A, b, x = np.array([[2.0, 1.0], [3.0, 4.0]]), np.ones(2), np.array([1.0, 2.0])
    slopes = dc.numeric.gradient(lambda x: 0.5 * x @ A @ x - b @ x, x)
    assert slopes == pytest.approx([5, 9])
    assert A @ x - b != pytest.approx(slopes)


def test_quadratic_by_hand_and_in_matrices():
    rng = np.random.default_rng(3)
    A, b, x = np.array([[2.0, 6.0], [0.0, 4.0]]), np.array([1.0, 2.0]), np.array([1.0, 3.0])
    slopes = dc.numeric.gradient(lambda x: 0.5 * x @ A @ x - b @ x, x)
    assert slopes == pytest.approx([10, 13])
    assert 0.5 * (2 * 2 * 1 + 1 * 2 + 3 * 2) - 1 == 5  # the worked example along x0
    A, b, x = rng.normal(size=(4, 4)), rng.normal(size=4), rng.normal(size=4)
    slopes = dc.numeric.gradient(lambda x: 0.5 * x @ A @ x - b @ x, x)
    assert slopes == pytest.approx(0.5 * (A + A.T) @ x - b)
    c, M = np.array([1.0, 3.0]), np.array([[1.0, 2.0], [0.0, 5.0]])
    neighbour = dc.numeric.gradient(lambda x: c @ M @ x, np.array([0.3, -0.7]))
    assert neighbour == pytest.approx([1, 17])


def test_products_of_matrices_of_the_text():
    A, x = np.array([[1, 2], [3, 4]]), np.array([5, 6])
    assert (A @ x).tolist() == [17, 39] and A.T.tolist() == [[1, 3], [2, 4]]
    assert (np.ones((5, 3)) @ np.ones((3, 2))).shape == (5, 2)


def test_dot_product_is_made_of_lengths():
    a, b = np.array([4.0, 1.0]), np.array([0.6, 0.8])
    assert 4 * a @ b == pytest.approx(np.sum((a + b) ** 2) - np.sum((a - b) ** 2))
    theta = np.radians(angle(a, b))
    assert a @ b == pytest.approx(np.linalg.norm(a) * np.cos(theta))


@pytest.mark.parametrize(
    ("z", "g"), [((2.0, 1.0, -40.0), (5.0, 1.0, 2.0)), ((1000.0, 0.0), (5, 1))]
)
def test_formula_of_the_softmax_keeps_its_digits_where_two_share_or_one_has_all(z, g):
    z, g = np.array(z), np.array(g)
    s = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
    exact = s * np.sum(s * np.subtract.outer(g, g), axis=1)
    assert s * (g - g @ s) == pytest.approx(exact, rel=1e-9, abs=0)


def test_slope_of_the_hint_on_a_hill():
    assert np.linalg.norm([5, 12]) == 13
    walked = dc.numeric.complex_step(lambda t: 6 * t * 5 / 13, 0.0)
    assert walked == pytest.approx(6 * 5 / 13) and round(walked, 3) == 2.308


def test_two_entries_of_the_layer_by_hand():
    X, W = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, -1.0], [2.0, 5.0]])
    G = np.array([[1.0, 10.0], [100.0, 1000.0]])
    loss = lambda v: np.sum(G * (v["X"] @ v["W"]))
    slopes = dc.numeric.gradient(loss, {"X": X, "W": W})
    assert slopes["W"][0, 1] == pytest.approx(3010)
    assert slopes["X"][0, 1] == pytest.approx(52)


def test_layer_in_letters_and_its_neighbour():
    rng = np.random.default_rng(4)
    shapes = {"X": (5, 3), "W": (3, 2), "b": (2,), "c": (3,)}
    values = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    X, W, b, c = values.values()
    G = rng.normal(size=(5, 2))
    layer = lambda v: np.sum(G * (v["X"] @ v["W"] + v["b"]))
    slopes = dc.numeric.gradient(layer, {"X": X, "W": W, "b": b})
    assert slopes["X"] == pytest.approx(G @ W.T)
    assert slopes["W"] == pytest.approx(X.T @ G)
    assert slopes["b"] == pytest.approx(G.sum(axis=0))
    G = rng.normal(size=(5, 3))
    slopes = dc.numeric.gradient(lambda v: np.sum(G * v["X"] * v["c"]), {"X": X, "c": c})
    assert slopes["c"] == pytest.approx((X * G).sum(axis=0))
    assert slopes["X"] == pytest.approx(G * c)


def test_weight_nudge_says_what_it_moves_and_how_far():
    told = dc.plotting.style.alt_text(dc.plotting.plot_weight_nudge(row=0, column=1))
    assert "it moves, z01 and z11" in told
    assert "how much, x00 and x10" in told


def test_gradient_through_a_length_of_one():
    for x, g in [([3.0, 4.0], [1.0, 0.0]), ([1.0, -2.0, 2.0], [0.5, 3.0, -1.0])]:
        x, g = np.array(x), np.array(g)
        slopes = dc.numeric.gradient(lambda v, g=g: g @ v / np.sqrt(v @ v), x)
        y = x / np.sqrt(x @ x)
        assert slopes == pytest.approx((g - (g @ y) * y) / np.sqrt(x @ x))
        assert slopes @ x == pytest.approx(0, abs=1e-9)


def test_arrow_of_the_stretched_bowl_misses_the_minimum():
    at = np.array([3.0, 1.0])
    for bowl, off in ((round_bowl, 0.0), (stretched_bowl, 53.1)):
        downhill = -dc.numeric.gradient(bowl, at)
        assert angle(downhill, -at) == pytest.approx(off, abs=0.05)
    assert downhill == pytest.approx([-6, -18])


def test_robot_arm_jacobian():
    hand = lambda p: np.array([p[0] * np.cos(p[1]), p[0] * np.sin(p[1])])
    r, phi = 2.0, 0.5
    formula = [[np.cos(phi), -r * np.sin(phi)], [np.sin(phi), r * np.cos(phi)]]
    assert dc.numeric.jacobian(hand, np.array([r, phi])) == pytest.approx(np.array(formula))


def test_linear_layer_worked_example_and_its_sums():
    X, W = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0], [-1.0]])
    b, G = np.array([0.5]), np.array([[1.0], [2.0]])
    loss = lambda v: np.sum(G * (v["X"] @ v["W"] + v["b"]))
    slopes = dc.numeric.gradient(loss, {"X": X, "W": W, "b": b})
    assert slopes["X"] == pytest.approx(np.array([[1.0, -1.0], [2.0, -2.0]]))
    assert slopes["W"] == pytest.approx(np.array([[7.0], [10.0]]))
    assert slopes["b"] == pytest.approx([3.0])


def test_softmax_jacobian_of_the_text():
    softmax = lambda z: np.exp(z) / np.exp(z).sum()
    z = np.array([2.0, 1.0, 0.0])
    s, J = softmax(z), dc.numeric.jacobian(softmax, z)
    for i, j in np.ndindex(3, 3):
        assert J[i, j] == pytest.approx(s[i] * ((i == j) - s[j]))
    assert J.sum(axis=0) == pytest.approx(np.zeros(3), abs=1e-9)
    assert softmax(np.array([0.7, -0.4]))[0] == pytest.approx(1 / (1 + np.exp(-1.1)))
    with np.errstate(all="ignore"):
        assert np.isnan(softmax(z + 1000)).any()


def test_bowls_say_how_far_the_arrow_is_off():
    plot = dc.plotting.plot_bowl
    assert "0.0 degrees off" in dc.plotting.style.alt_text(plot(round_bowl, probe=(3.0, 1.0)))
    assert "53.1 degrees off" in dc.plotting.style.alt_text(plot(stretched_bowl, probe=(3.0, 1.0)))


def test_level_curves_lie_close_together_where_the_arrows_are_long():
    ax = dc.plotting.plot_gradient_field(bent, name="x^2 y")
    curves = next(c for c in ax.collections if isinstance(c, ContourSet) and not c.filled)
    assert np.ptp(np.diff(curves.levels)) == pytest.approx(0)  # equal steps, or it does not hold
    assert len(curves.levels) >= 8


def test_counts_of_the_text():
    knobs = 1000 * 1000 + 1000
    assert knobs == 1_001_000
    assert 2_000_000 < 2 * knobs < 2_100_000
    assert (100 * 1000) * (1000 * 1000) * 8 / 1e9 == 800


def test_directions_of_the_text():
    slope = lambda degrees: 4 * np.cos(np.radians(degrees)) + np.sin(np.radians(degrees))
    assert slope(14) == pytest.approx(np.sqrt(17), abs=1e-4)
    assert slope(104) == pytest.approx(0, abs=0.005)
    assert np.array([4.0, 1.0]) @ [0.6, 0.8] == pytest.approx(3.2)


def test_slices_say_both_slopes():
    alt = dc.plotting.style.alt_text(dc.plotting.plot_slices(bent, at=(1.0, 2.0)))
    assert "with y = 2, it is 4.00" in alt
    assert "with x = 1, it is 1.00" in alt


@pytest.mark.parametrize("written", [True, False])
def test_direction_dial_reads_the_slope(written):
    theirs = lambda g, d: g @ d / np.sqrt(d @ d)
    dial = dc.widgets.direction_dial(bent, at=(1.0, 2.0), directional=theirs if written else None)
    assert "slope = 1.000" in dial.set(degrees=90).status
    assert "slope = −4.000" in dial.set(degrees=180).status
    assert ("using your function" in dial.status) == written


def test_gradient_probe_reads_every_landscape():
    probe = dc.widgets.gradient_probe(gradient=unwritten)
    expected = {
        "x²y": "(1.00, 1.00)",
        "round bowl, x² + y²": "(2.00, 1.00)",
        "long valley, x² + 9y²": "(2.00, 9.00)",
        "saddle, x² − y²": "(2.00, −1.00)",
        "hills, cos 2x + cos 2y": "(−1.82, −1.68)",
    }
    for name, up in expected.items():
        assert f"gradient = {up}" in probe.set(landscape=name, x=1.0, y=0.5).status
    assert "until yours is written" in probe.status
    assert "flat" in probe.set(landscape="saddle, x² − y²", x=0.0, y=0.0).status


def test_stretched_bowl_is_off_by_what_the_curvatures_say():
    bowl = dc.widgets.stretch_the_bowl(gradient=unwritten)
    assert "(−1.53, −1.29), 0.0° off" in bowl.set(stretch=1.0, place=40).status
    tan = np.tan(np.radians(40))
    off = np.degrees(np.arctan(3 * tan) - np.arctan(tan / 3))
    for tilt in (0, 30, -75):
        assert f", {off:.1f}° off" in bowl.set(stretch=9.0, tilt=tilt, place=40).status
    assert ", 0.0° off" in bowl.set(place=90).status


def test_direction_dial_speaks_of_no_rounding_noise():
    dial = dc.widgets.direction_dial(bent, at=(1.0, 2.0))
    for degrees in range(0, 361, 2):
        assert "e−" not in dial.set(degrees=degrees).status


def test_gradient_probe_keeps_its_arrow_on_the_map():
    probe = dc.widgets.gradient_probe()
    ax = probe.figure.axes[0]
    (arrow,) = (c for c in ax.collections if hasattr(c, "U"))
    for corner in (-1.6, 1.6):
        probe.set(landscape="long valley, x² + 9y²", x=corner, y=corner)
        tip = arrow.get_offsets()[0] + [arrow.U.item(), arrow.V.item()]
        assert np.abs(tip).max() < 2.2
        assert np.hypot(arrow.U, arrow.V).item() > 0.5
