"""Notebook 04: its numbers and claims, its surfaces, and what its figures and widgets say."""

import numpy as np
import pytest

import deepcalc as dc
from deepcalc.plotting.descent_paths import closed_form, or_closed_form
from deepcalc.widgets.descent_surfaces import SURFACES, flow

VALLEY = np.array([1.0, 25.0])
BOWL_START, BOWL_MINIMUM = np.array([-1.5, 1.5]), np.array([1.0, -0.5])


def plain(grad, w0, lr, steps):
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)


def heavy_ball(grad, w0, lr, beta, steps):
    path = [np.array(w0, dtype=float)] * 2
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]) + beta * (path[-1] - path[-2]))
    return np.array(path[1:])


def looking_ahead(grad, w0, lr, beta, steps):
    """Nesterov's method without a velocity: a plain step from where the last two places lead."""
    path = [np.array(w0, dtype=float)] * 2
    for _ in range(steps):
        ahead = path[-1] + beta * (path[-1] - path[-2])
        path.append(ahead - lr * grad(ahead))
    return np.array(path[1:])


def adam(grad, w0, lr, steps):
    w, m, v, path = np.array(w0, dtype=float), 0.0, 0.0, [np.array(w0, dtype=float)]
    for k in range(1, steps + 1):
        g = grad(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        w = w - lr * (m / (1 - 0.9**k)) / (np.sqrt(v / (1 - 0.999**k)) + 1e-8)
        path.append(w)
    return np.array(path)


def unwritten(*_):
    raise NotImplementedError


def test_first_descent_has_the_numbers_of_the_text():
    path = plain(lambda w: 2 * (w - BOWL_MINIMUM), BOWL_START, 0.1, 30)
    losses = ((path - BOWL_MINIMUM) ** 2).sum(axis=1)
    assert path[2] == pytest.approx([-0.6, 0.78])
    assert losses[[0, 1]] == pytest.approx([10.25, 6.56])
    assert losses == pytest.approx(10.25 * 0.64 ** np.arange(31))


@pytest.mark.parametrize(
    ("rate", "places"),
    [(0.1, [-1, -0.6]), (0.5, [1, 1]), (1.0, [3.5, -1.5]), (1.1, [4, -2.6])],
)
def test_rates_do_what_the_text_says(rate, places):
    path = plain(lambda w: 2 * (w - 1), [-1.5], rate, 2).ravel()
    assert path[1:] == pytest.approx(places)


@pytest.mark.parametrize(("factor", "settles"), [(0.999, True), (1.001, False)])
def test_limit_of_the_rate_separates_settling_from_flying_off(factor, settles):
    A = np.array([[2.0, 1.0], [1.0, 2.0]])
    end = plain(lambda w: A @ w, [1.0, 0.5], factor * 2 / 3, 20_000)[-1]
    assert (np.abs(end).max() < 1e-12) == settles


def test_curvatures_of_the_bowl_askew_are_those_of_the_text():
    A = np.array([[2.0, 1.0], [1.0, 2.0]])
    for degrees, curvature in ((0, 2), (20, 2.642788), (45, 3), (100, 1.657980), (135, 1)):
        u = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
        assert u @ A @ u == pytest.approx(curvature, rel=1e-6)
        aside = np.linalg.det([u, A @ u])  # 0 if A u lies on the line of u
        assert (abs(aside) < 1e-12) == (degrees in (45, 135))


def test_figures_of_directions_say_where_the_arrow_does_not_miss():
    askew = lambda w: w[0] ** 2 + w[0] * w[1] + w[1] ** 2
    told = dc.plotting.alt_text(dc.plotting.plot_ways_back(askew))
    assert "0° by 27" in told and "45° by 0" in told and "135° by 0" in told
    told = dc.plotting.alt_text(dc.plotting.plot_turning(askew))
    assert "from 1.00 at 135° to 3.00 at 45°" in told
    assert "0 at 45° (curvature 3.00) and 135° (curvature 1.00)" in told


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (lambda degrees: 2 + np.sin(np.radians(2 * degrees)), "using your function"),
        (unwritten, "not written yet"),
        (lambda degrees: 1 / 0, "raised ZeroDivisionError"),
        (lambda degrees: np.nan, "not finite"),
    ],
)
def test_figure_of_the_curvature_uses_the_readers_function(written, words):
    figure = dc.plotting.plot_turning(lambda w: w[0] ** 2 + w[0] * w[1] + w[1] ** 2, written)
    assert words in figure.get_supxlabel()
    assert "from 1.00 at 135° to 3.00 at 45°" in dc.plotting.alt_text(figure)


@pytest.mark.parametrize("kappa", [2.0, 10.0, 100.0])
def test_best_rate_leaves_opposite_factors_and_no_other_is_better(kappa):
    lam = np.array([1.0, kappa])
    best = 2 / lam.sum()
    factor = (kappa - 1) / (kappa + 1)
    assert 1 - best * lam == pytest.approx([factor, -factor])
    for rate in (0.99 * best, 1.01 * best):
        assert np.abs(1 - rate * lam).max() > factor


@pytest.mark.parametrize(("kappa", "steps"), [(2, 7), (10, 35), (100, 346), (1000, 3454)])
def test_table_of_the_condition_number_rounds_up(kappa, steps):
    lam = np.array([1.0, kappa])
    path = plain(lambda w: lam * w, [1.0, 1.0], 2 / lam.sum(), steps)
    left = np.abs(path).max(axis=1)
    assert left[-1] < 0.001 < left[-2]


def test_forty_steps_leave_the_share_of_the_text():
    lam = np.array([1.0, 100.0])
    end = plain(lambda w: lam * w, [1.0, 1.0], 2 / lam.sum(), 40)[-1]
    assert np.abs(end) == pytest.approx([0.45, 0.45], abs=0.005)


def test_each_part_along_an_eigenvector_shrinks_by_its_own_factor():
    A, start = np.array([[2.0, 1.0], [1.0, 2.0]]), np.array([0.7, -0.2])
    along = np.array([[1.0, 1.0], [1.0, -1.0]]) / np.sqrt(2)
    path = plain(lambda w: A @ w, start, 0.3, 5) @ along.T
    assert path == pytest.approx(path[0] * np.array([1 - 0.9, 1 - 0.3]) ** np.arange(6)[:, None])
    assert pytest.approx(
        [0.8, -0.6, 0.7, -1.4]  # of a hint
    ) == [1 - 0.4 * 0.5, 1 - 0.4 * 4, 1 - 0.6 * 0.5, 1 - 0.6 * 4]


@pytest.mark.parametrize("beta", [0.3, 0.6, 0.9])
def test_momentum_has_a_higher_limit_of_the_rate(beta):
    for factor, settles in ((0.99, True), (1.01, False)):
        rate = factor * 2 * (1 + beta) / 3
        end = heavy_ball(lambda w: np.array([1.0, 3.0]) * w, [1.0, 1.0], rate, beta, 2000)[-1]
        assert (np.abs(end).max() < 1e-3) == settles


def test_swing_across_the_valley_is_what_the_text_says():
    grad, start = lambda w: VALLEY * w, np.array([-1.8, 0.9])
    steps, ball = plain(grad, start, 0.077, 60), heavy_ball(grad, start, 0.05, 0.6, 60)
    assert 0.4 < abs(steps[10, 1] / start[1]) < 0.5
    assert np.abs(ball[10:, 1]).max() < 0.1 * abs(start[1])
    assert abs(ball[10, 0]) < 0.7 * abs(steps[10, 0])
    usual = heavy_ball(grad, start, 0.05, 0.9, 60)[-1]
    assert VALLEY @ ball[-1] ** 2 < 1e-3 * (VALLEY @ usual**2)


def test_adam_on_the_valley_does_what_the_text_says():
    grad, start = lambda w: VALLEY * w, [-1.8, 0.9]
    path = adam(grad, start, 0.1, 60)
    lengths = np.abs(np.diff(path, axis=0))
    assert lengths[0] == pytest.approx([0.1, 0.1]) and lengths.max() < 0.1001
    assert np.all(lengths[19] < 0.06) and np.all(lengths[39:] < 0.02)
    assert path[:, 0].max() > 0.2 and path[:, 1].min() < -0.2  # it overshoots, both ways
    w, v = np.array(start), np.zeros(2)
    for k in range(1, 61):  # without the mean gradient nothing overshoots
        v = 0.999 * v + 0.001 * grad(w) ** 2
        w = w - 0.1 * grad(w) / np.sqrt(v / (1 - 0.999**k))
        assert w[0] < 0 < w[1]
    at_best = plain(grad, start, 0.077, 60)[-1]
    assert VALLEY @ path[-1] ** 2 > VALLEY @ at_best**2


def test_where_a_curvature_is_zero_the_signs_do_not_decide():
    near = np.array([-0.1, 0.1])
    assert np.all(near**4 > 0) and np.array_equal(near**3 > 0, [False, True])
    for power in (3, 4):
        assert np.polyder(np.poly1d([1] + [0] * power), 2)(0) == 0


def test_momentum_beats_plain_steps_and_adam_on_the_valley():
    grad, start = lambda w: VALLEY * w, [-1.8, 0.9]
    ends = [
        plain(grad, start, 0.077, 60)[-1],
        heavy_ball(grad, start, 0.05, 0.6, 60)[-1],
        adam(grad, start, 0.1, 60)[-1],
    ]
    losses = [0.5 * VALLEY @ end**2 for end in ends]
    assert losses[1] < 1e-6 * min(losses[0], losses[2])


def test_momentum_table_of_the_text():
    assert heavy_ball(lambda w: w, [1.0], 0.5, 0.5, 3).ravel() == pytest.approx([1, 0.5, 0, -0.25])


def test_looking_ahead_has_the_numbers_of_the_text_and_helps_on_the_valley():
    path = looking_ahead(lambda w: w, [1.0], 0.4, 0.9, 3).ravel()
    assert path == pytest.approx([1, 0.6, 0.144, -0.15984])
    ends = [
        step(lambda w: VALLEY * w, [-1.8, 0.9], 0.04, 0.9, 60)[-1]
        for step in (heavy_ball, looking_ahead)
    ]
    losses = [0.5 * VALLEY @ end**2 for end in ends]
    assert losses[1] < 0.01 * losses[0]


def test_velocity_on_a_constant_slope_ends_at_ten_times_the_gradient():
    path = heavy_ball(lambda w: np.ones(1), [0.0], 1.0, 0.9, 400)
    assert path[-2] - path[-1] == pytest.approx([10.0])


def test_adam_example_of_the_text_and_its_first_step():
    path = adam(lambda w: w, [1.0], 0.1, 2).ravel()
    assert path == pytest.approx([1, 0.9, 0.800412], abs=5e-7)
    first = adam(lambda w: VALLEY * w, [-1.8, 0.9], 0.1, 1)
    assert first[1] - first[0] == pytest.approx([0.1, -0.1])


def test_ridge_path_hesitates_from_step_10_to_30_and_then_falls():
    loss, grad = SURFACES["saddle"].loss, SURFACES["saddle"].grad
    path = plain(grad, [-1.6, 0.001], 0.1, 60)
    losses = np.array([loss(w) for w in path])
    assert np.abs(losses[10:31]).max() < 0.06
    assert losses[-1] == pytest.approx(-0.5, abs=1e-3)
    assert plain(grad, [-1.6, 0.0], 0.1, 60)[-1] == pytest.approx([0, 0], abs=1e-5)


def test_mini_batches_of_16_come_close_and_single_rows_stagger():
    X, y = dc.data.noisy_line(np.random.default_rng(1), 400)
    rng = np.random.default_rng(3)

    def late_excess(size):
        def grad(w):
            rows = rng.choice(400, size, replace=False)
            return 2 / size * X[rows].T @ (X[rows] @ w - y[rows])

        path = plain(grad, np.zeros(2), 0.1, 75)
        losses = ((path[-25:] @ X.T - y) ** 2).mean(axis=1)
        return losses.mean() - np.mean((X @ np.linalg.lstsq(X, y)[0] - y) ** 2)

    full, some, one = (late_excess(size) for size in (400, 16, 1))
    assert abs(some - full) < 0.01 < one


def test_share_that_remains_is_that_of_the_practice_cell():
    for rate, curvature, share in ((0.1, 2, 0.8), (0.5, 2, 0), (0.3, 10, -2)):
        path = plain(lambda d, c=curvature: c * d, [2.5], rate, 1).ravel()
        assert path[1] / path[0] == pytest.approx(share)


def test_cross_entropy_formulas_of_the_text():
    assert 1000 + np.log(2) == pytest.approx(1000.693, abs=5e-4)  # of a hint
    sigmoid = lambda z: 0.5 * (1 + np.tanh(0.5 * z))
    for z, y in [(0.7, 1.0), (-2.0, 0.0), (3.0, 0.0)]:
        loss = lambda t, y=y: -y * np.log(sigmoid(t)) - (1 - y) * np.log(1 - sigmoid(t))
        assert loss(z) == pytest.approx(np.log1p(np.exp(z)) - y * z)
        assert dc.numeric.complex_step(loss, z) == pytest.approx(sigmoid(z) - y)


@pytest.mark.parametrize("name", SURFACES)
def test_surfaces_have_the_gradients_and_minima_they_claim(name):
    surface, rng = SURFACES[name], np.random.default_rng(0)
    for w in rng.uniform(-1.5, 1.5, size=(5, 2)):
        measured = dc.numeric.gradient(surface.loss, w)
        assert surface.grad(w) == pytest.approx(measured, rel=1e-6, abs=1e-8)
    for minimum in surface.minima:
        assert surface.grad(minimum) == pytest.approx([0, 0], abs=1e-12)
        assert surface.loss(minimum) == pytest.approx(surface.lowest)
    heights = [surface.loss(w) for w in flow(name)]
    assert np.all(np.diff(heights) < 1e-3)
    assert heights[-1] == pytest.approx(surface.lowest, abs=2e-2)


def test_closed_form_stands_in_until_a_descent_is_written():
    A, c = np.array([[2.0, 1.0], [1.0, 3.0]]), np.array([1.0, -2.0])
    grad = lambda w: A @ (w - c)
    expected = plain(grad, [3.0, 3.0], 0.3, 10)
    assert closed_form(grad, [3.0, 3.0], 0.3, 10) == pytest.approx(expected, abs=1e-8)
    path, whose = or_closed_form(unwritten, grad, [3.0, 3.0], 0.3, 10)
    assert path == pytest.approx(expected, abs=1e-8) and "closed form" in whose
    assert or_closed_form(plain, grad, [3.0, 3.0], 0.3, 10)[1] == "using your gradient_descent"


@pytest.mark.parametrize(
    ("rate", "curvature", "verdict"),
    [
        (0.1, 2.0, "settles"),
        (0.5, 2.0, "lands in one step"),
        (1.0, 2.0, "jumps to and fro for ever"),
        (1.1, 2.0, "flies off"),
        (0.19, 10.0, "overshoots, but settles"),
        (0.21, 10.0, "flies off"),
    ],
)
def test_learning_rate_explorer_predicts(rate, curvature, verdict):
    widget = dc.widgets.learning_rate_explorer(unwritten, unwritten)
    widget.set(rate=rate, curvature=curvature)
    assert f": {verdict};" in widget.status
    assert f"limit {2 / max(2, curvature):.3f};" in widget.status
    assert "bisection" in widget.status and "closed form" in widget.status


def test_learning_rate_explorer_tells_a_factor_of_zero_as_zero_and_what_the_limit_leaves():
    widget = dc.widgets.learning_rate_explorer(unwritten, unwritten)
    assert "0.80 along w1 and 0.00 along w2" in widget.set(rate=0.1, curvature=10.0).status
    assert "0.60 along w1 and −1.00 along w2" in widget.set(rate=0.2, curvature=10.0).status


def test_learning_rate_explorer_uses_the_students_functions():
    widget = dc.widgets.learning_rate_explorer(plain, lambda A: 0.7)
    assert "limit 0.700" in widget.status
    assert "using your gradient_descent, using your limit" in widget.status


def test_race_flies_off_at_large_rates_and_crawls_at_small_ones():
    for name, surface in SURFACES.items():
        crawls = [
            plain(surface.grad, surface.start, 0.001, 100),
            heavy_ball(surface.grad, surface.start, 0.001, 0.9, 100),
            adam(surface.grad, surface.start, 0.001, 100),
        ]
        for path in crawls:
            assert np.linalg.norm(surface.minima - path[-1], axis=1).min() > 0.5, name
    with np.errstate(all="ignore"):
        for grad in (SURFACES["stretched bowl"].grad, SURFACES["curved valley"].grad):
            for end in (
                plain(grad, [-1.8, 0.9], 1.0, 99),
                heavy_ball(grad, [-1.8, 0.9], 1, 0.9, 99),
            ):
                assert not np.abs(end[-1]).max() < 1e9


def test_clouds_overlap_so_that_the_classifiers_loss_has_a_single_minimum():
    points, y = dc.data.two_blobs(np.random.default_rng(4), 100)
    X = np.column_stack([points, np.ones(100)])
    w = np.zeros(3)
    for _ in range(30):  # Newton's method ends where the gradient is zero, if there is such a place
        p = 0.5 * (1 + np.tanh(0.5 * X @ w))
        w = w - np.linalg.solve((X.T * p * (1 - p)) @ X, X.T @ (p - y))
    assert X.T @ (p - y) == pytest.approx([0, 0, 0], abs=1e-9)
    assert np.linalg.eigvalsh((X.T * p * (1 - p)) @ X).min() > 1
    assert 0 < np.sum((X @ w > 0) != (y == 1)) < 10


def test_race_leaves_out_what_is_not_written():
    widget = dc.widgets.optimiser_race(plain, unwritten, lambda *_: 1 / 0)
    assert "momentum not written yet" in widget.status
    assert "Adam raised ZeroDivisionError" in widget.status
    assert "plain 0.03" in widget.status
    assert "plain 11.75" in widget.set(step=0).status


def test_race_runs_all_three():
    widget = dc.widgets.optimiser_race(plain, heavy_ball, adam)
    for name in SURFACES:
        assert "not" not in widget.set(surface=name).status
    assert (
        "plain ∞" in widget.set(surface="stretched bowl", rate=1.0).status or "e+" in widget.status
    )


def test_figures_say_which_paths_are_missing():
    runs = {"plain, η = 1": unwritten, "momentum": lambda: [1, 2]}
    figure = dc.plotting.plot_paths(lambda w: w @ w, runs, ((-1, 1), (-1, 1)))
    alt = dc.plotting.alt_text(figure)
    assert "plain: not written yet" in alt
    assert "momentum: returns no path of shape (steps + 1, n)" in alt


def climbing(grad, w0, lr, steps):
    return plain(lambda w: -grad(w), w0, lr, steps)


def test_figures_of_a_climbing_descent_do_not_claim_the_minimum():
    bowl = lambda w: ((w - BOWL_MINIMUM) ** 2).sum()
    slope = lambda w: 2 * (w - BOWL_MINIMUM)
    for descent, arrives in ((plain, True), (climbing, False)):
        figure = dc.plotting.plot_descent(bowl, slope, BOWL_START, 0.1, 30, descent)
        assert ("minimum" in {text.get_text() for text in figure.axes[0].texts}) is arrives
        assert ("become shorter" in dc.plotting.alt_text(figure)) is arrives
        figure = dc.plotting.plot_stretched([(1, 1), (1, 10), (1, 100)], descent=descent)
        assert ("lands in one step" in dc.plotting.alt_text(figure)) is arrives
        assert ("to and fro along w2" in dc.plotting.alt_text(figure)) is arrives
        assert ("flies off" in dc.plotting.alt_text(figure)) is not arrives
