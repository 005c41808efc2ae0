"""Numbers and claims of notebook 05, computed again in another way."""

import numpy as np
import pytest

from deepcalc import digits
from deepcalc.checking._contracts import known
from deepcalc.checking._outcomes import outcomes
from deepcalc.data import digits as digit_data
from deepcalc.data import xor_data
from deepcalc.numeric import complex_step, gradient, relative_error
from deepcalc.plotting import xor_networks as networks
from deepcalc.plotting.xor_bugs import BUGS, NO_BUG
from deepcalc.plotting.xor_orders import HASTY, RIGHT, hand_on
from deepcalc.plotting.xor_runs import BRISK, BUG_SEED, UNITS, runs
from grading.authoring.catalogue import read_answers

from .conftest import ROOT


def mean_loss(weights: np.ndarray) -> float:
    """Loss of one network, written out unit by unit."""
    X, y = xor_data()
    h = (len(weights) - 1) // 4
    total = 0.0
    for (x1, x2), (target,) in zip(X, y, strict=True):
        answer = weights[-1]
        for k in range(h):
            z = weights[k] * x1 + weights[h + k] * x2 + weights[2 * h + k]
            answer += weights[3 * h + k] / (1 + np.exp(-z))
        total += (1 / (1 + np.exp(-answer)) - target) ** 2
    return total / 4


def trained(hidden: int, seeds: range, rate: float, epochs: int) -> np.ndarray:
    """Losses at the end, by a backward pass over all seeds at once."""
    X, y = xor_data()
    starts = np.array([networks.start(hidden, seed) for seed in seeds])
    W1 = starts[:, : 2 * hidden].reshape(-1, 2, hidden)
    W2 = starts[:, 3 * hidden : -1, None]
    b1, b2 = np.zeros((len(seeds), 1, hidden)), np.zeros((len(seeds), 1, 1))
    for _ in range(epochs):
        a = 1 / (1 + np.exp(-(X @ W1 + b1)))
        answer = 1 / (1 + np.exp(-(a @ W2 + b2)))
        d2 = (answer - y) / 2 * answer * (1 - answer)
        d1 = d2 @ W2.swapaxes(1, 2) * a * (1 - a)
        W1, b1 = W1 - rate * X.T @ d1, b1 - rate * d1.sum(1, keepdims=True)
        W2, b2 = W2 - rate * a.swapaxes(1, 2) @ d2, b2 - rate * d2.sum(1, keepdims=True)
    a = 1 / (1 + np.exp(-(X @ W1 + b1)))
    return np.mean((1 / (1 + np.exp(-(a @ W2 + b2))) - y) ** 2, axis=(1, 2))


@pytest.mark.parametrize("hidden", [1, 3, 4])
def test_networks_measure_the_slopes_of_their_loss(hidden):
    X, y = xor_data()
    weights = np.random.default_rng(hidden).normal(size=4 * hidden + 1)
    assert np.isclose(networks.squared_errors(weights, X, y).mean(), mean_loss(weights))
    measured = networks.slopes(weights, X, y).mean(axis=0)
    assert np.allclose(measured, gradient(mean_loss, weights), rtol=1e-6, atol=1e-9)


def test_two_hidden_units_sometimes_fail_and_four_do_not():
    for name, hidden, solved in (("two", 2, 79), ("four", 4, 100)):
        losses = trained(hidden, range(100), networks.RATE, 1000)
        assert np.sum(losses < 0.01) == np.sum(runs()[name][:, -1] < 0.01) == solved


def test_runs_that_fail_are_stuck_late_or_at_an_eighth():
    two = trained(2, range(100), networks.RATE, 1000)
    settled = (two > 0.12) & (two < 0.13)
    late = (two >= 0.01) & ~settled  # on the plateau, or just left
    assert settled.sum() == 10 and late.sum() == 11
    assert np.sum(two > 0.24) == 8
    before = runs()["two"][late, 28]  # epoch 700
    assert np.all(np.abs(before - 0.25) < 0.005)


def test_a_network_stuck_at_an_eighth_answers_half_for_two_examples():
    final = networks.descend(networks.start(2, 13), epochs=2000, every=2000)[0][-1]
    answers = np.sort(networks.outputs(final, xor_data()[0]))
    assert np.isclose(mean_loss(final), 0.125, atol=0.005)
    assert np.sum(np.abs(answers - 0.5) < 0.05) == 2


def test_one_hidden_unit_comes_near_a_sixth_and_no_nearer():
    path, losses = networks.descend(networks.start(4, 0, "all weights 0.5"), epochs=4000)
    answers = networks.outputs(path[-1], xor_data()[0])
    assert answers == pytest.approx([0, 2 / 3, 2 / 3, 2 / 3], abs=0.03)
    assert 1 / 6 < losses[-1] < 1 / 6 + 0.002
    assert np.mean((np.array([0, 2, 2, 2]) / 3 - xor_data()[1].ravel()) ** 2) == pytest.approx(
        1 / 6
    )


def test_on_the_plateau_the_slopes_of_the_examples_cancel():
    X, y = xor_data()
    path = networks.descend(networks.start(4, 1), every=50)[0]
    for weights, most in zip(path[1:8], (0.01, 0.01, 0.01, 0.03, 0.1, 0.2, 0.3), strict=True):
        each = networks.slopes(weights, X, y)
        share = np.abs(each.mean(axis=0)).sum() / np.abs(each).mean(axis=0).sum()
        assert share < most
    assert share > 0.1  # after the plateau they no longer do


def test_a_saturated_answer_divides_by_zero_and_digits_stay_far_from_it():
    sigmoid = lambda z: 0.5 * (1 + np.tanh(z / 2))
    assert sigmoid(-40.0) == 0 and sigmoid(40.0) == 1
    network = digits.learn()
    for pictures in digit_data()[::2]:
        a1 = sigmoid(pictures @ network.params["W1"] + network.params["b1"])
        assert np.abs(a1 @ network.params["W2"] + network.params["b2"]).max() < 15


def test_softmax_of_two_classes_is_the_sigmoid_of_the_difference():
    for z in ([0.3, -1.2], [-4.0, 2.5]):
        p = np.exp(z) / np.exp(z).sum()
        assert p[0] == pytest.approx(1 / (1 + np.exp(-(z[0] - z[1]))))


def test_where_all_slopes_are_tiny_even_a_wrong_sign_passes_the_check():
    g, m = 1e-10, -1e-10
    assert abs(g - m) / max(abs(g), abs(m), 1e-3) < 1e-6


def test_multiplications_of_the_text():
    below, above = np.array([784, 100]), np.array([100, 10])
    there = np.sum(below * above)
    back = there + np.sum(below[1:] * above[1:])
    assert (there, back, there + back) == (79_400, 80_400, 159_800)
    assert 12e9 < 2 * 79_510 * there < 13e9


def test_with_one_output_a_wrong_divisor_does_not_show_and_with_two_it_does():
    y = xor_data()[1]
    assert len(y) == y.size and len(y) != np.column_stack([y, 1 - y]).size


def test_equal_starts_stay_equal_and_zeros_never_move():
    for kind, loss in (("all weights 0", 0.25), ("all weights 0.5", 0.17)):
        path, losses = networks.descend(networks.start(4, 0, kind), epochs=1000)
        W1 = networks.named(path[-1])["W1"]
        assert np.ptp(W1, axis=1).max() == 0
        assert np.isclose(losses[-1], loss, atol=0.005)
    assert np.abs(networks.descend(np.zeros(17))[0]).max() == 0


def test_stored_runs_are_those_that_training_gives():
    rate, epochs, every = BRISK
    for units, seed in ((2, 1), (4, 3)):
        path, losses = networks.descend(networks.start(units, seed), rate, epochs, every)
        assert np.allclose(runs()["losses"][units - 1, 0, seed, :-1], losses[::every], atol=2e-3)
        stored = runs()["weights"][units - 1, 0, seed, : 4 * units + 1]
        assert np.allclose(stored, path[-1], rtol=1e-2, atol=1e-2)


@pytest.mark.parametrize("bug", BUGS)
def test_the_check_finds_every_planted_bug(bug):
    X, y = xor_data()
    for seed in range(8):
        weights = np.random.default_rng(seed).normal(size=17)
        each = networks.slopes(weights, X, y)
        error = relative_error(BUGS[bug](weights, each), each.mean(axis=0)).max()
        assert error == 0 if bug == NO_BUG else error > 1e-3


def test_several_bugs_still_learn():
    ends = dict(zip(BUGS, runs()["bugs"][:, -1], strict=True))
    learned = [bug for bug, loss in ends.items() if bug != NO_BUG and loss < 0.01]
    assert len(learned) == 4
    assert np.isclose(networks.descend(networks.start(4, BUG_SEED))[1][-1], ends[NO_BUG], atol=1e-4)


def test_the_plateau_of_the_shown_run_lasts_two_hundred_epochs():
    losses = networks.descend(networks.start(4, 1))[1]
    flat = np.flatnonzero(np.abs(losses - 0.25) < 0.005)
    assert 180 < flat[-1] < 220 and losses[-1] < 0.01


def test_the_plateau_is_left_when_a_sigmoid_bends_not_when_the_units_differ():
    X, _ = xor_data()
    path, losses = networks.descend(networks.start(4, 1), every=50)
    units = [networks.named(weights) for weights in path]
    bends, angles = [], []
    for params in units:
        a = 1 / (1 + np.exp(-(X @ params["W1"] + params["b1"])))
        bends.append(np.abs(a[0] + a[3] - a[1] - a[2]).max())  # 0 for a straight-line rule
        directions = params["W1"] / np.linalg.norm(params["W1"], axis=0)
        angles.append((directions.T @ directions).min())
    assert angles[0] < -0.5  # two units look in opposite directions from the start
    assert max(bends[:4]) < 0.05 < 0.1 < bends[4] and bends[6] > 0.5  # epochs 0 to 150; 200; 300
    assert np.all(np.abs(losses[10:150] - 0.25) < 0.005)


def test_length_of_the_plateau_follows_the_spread_of_the_start():
    losses = runs()["losses"][UNITS.index(4)]  # (starts, seeds, epochs)
    spreads = [list(networks.STARTS).index(f"random, spread {s}") for s in ("2", "0.5", "0.05")]
    left = [np.argmax(losses[k] < 0.2, axis=-1).mean() for k in spreads]
    assert 0 < 2 * left[0] < left[1] < left[2] / 2
    assert (losses[:, :, -1] < 0.01)[spreads].any() and not (runs()["losses"][0] < 0.1).any()


def test_layer_of_the_text_in_numbers():
    sums = [2 * 1 + -1 * 0.5 + 0.5, 2 * 0 + -1 * 3 + 1]
    assert sums == [2, -2]
    assert np.allclose(1 / (1 + np.exp(-np.array(sums))), [0.88, 0.12], atol=0.005)
    assert np.mean(np.abs([1, -2, 2])) == pytest.approx(5 / 3)  # of a hint; squared, it is 3
    assert np.mean(np.square([1, -2, 2])) == 3


def test_slopes_of_a_layer_are_those_of_the_text():
    a = np.array([[0.5, 1.0, 2.0], [0.8, -1.0, 0.3]])
    W, b = np.array([[2.0, 3.0], [1.0, 0.5], [-1.0, 4.0]]), np.zeros(2)
    dz = np.array([[0.1, -0.2], [-0.2, 0.7]])
    loss = lambda a, W, b: np.sum(dz * (a @ W + b))
    assert gradient(lambda W: loss(a, W, b), W)[0, 0] == pytest.approx(-0.11, rel=1e-6)
    assert gradient(lambda a: loss(a, W, b), a)[0, 0] == pytest.approx(-0.4, rel=1e-6)
    assert gradient(lambda b: loss(a, W, b), b) == pytest.approx(dz.sum(axis=0), rel=1e-6)


def test_slopes_of_sigmoid_and_tanh_from_their_values():
    z = np.array([-2.0, 0.0, 3.0])
    a = 1 / (1 + np.exp(-z))
    slope = np.exp(-z) / (1 + np.exp(-z)) ** 2
    assert np.allclose(slope, a * (1 - a), rtol=1e-12)
    for value in (0.6, -0.2):  # the first is that of a hint
        assert complex_step(np.tanh, np.arctanh(value)) == pytest.approx(1 - value**2)
    assert np.isclose(2 * complex_step(np.tanh, np.arctanh(0.6)), 1.28)


def with_momentum(weights, X, y, rate, beta, epochs):
    """Losses and final weights, by slopes that are measured; the velocity is one array."""
    velocity, losses = np.zeros_like(weights), []
    for _ in range(epochs):
        losses.append(networks.squared_errors(weights, X, y).mean())
        velocity = beta * velocity + networks.slopes(weights, X, y).mean(axis=0)
        weights = weights - rate * velocity
    return weights, np.array(losses)


def test_momentum_of_the_stretch_has_its_numbers_and_beats_a_large_rate():
    def loss(p):
        return (1 / (1 + np.exp(-(p[2] / (1 + np.exp(-(3 * p[0] + p[1]))) + p[3])))) ** 2

    p, velocity, losses = np.array([0.0, 0.0, 6.0, -3.0]), np.zeros(4), []
    for _ in range(3):
        losses.append(loss(p))
        slopes = [
            complex_step(lambda t, k=k, p=p: loss([*p[:k], t, *p[k + 1 :]]), p[k]) for k in range(4)
        ]
        velocity = 0.5 * velocity + slopes
        p = p - velocity
    assert losses == pytest.approx([0.25, 0.00180561, 0.00113199], rel=1e-5)
    assert p == pytest.approx([-1.97093819, -0.6569794, 5.78112300, -3.44487445], rel=1e-7)
    solved = {}
    for rate, beta in ((5.0, 0.0), (5.0, 0.9), (50.0, 0.0)):
        curve = with_momentum(networks.start(4, 2), *xor_data(), rate, beta, 1000)[1]
        solved[rate, beta] = np.flatnonzero(curve < 0.01)
    assert 4 * solved[5.0, 0.9][0] < solved[5.0, 0.0][0]
    assert solved[50.0, 0.0].size == 0
    assert curve[[2, -1]] == pytest.approx([0.5, 0.16], abs=0.005)  # of the rate 50


def test_gradients_are_lost_if_a_value_has_its_turn_too_early():
    def w(p):
        return p[0] * p[1] + 5 * p[0] * p[1]

    grads, steps = hand_on(RIGHT)
    assert np.allclose([grads["a"], grads["b"]], gradient(w, np.array([2.0, -3.0])))
    assert (grads["u"], grads["a"], grads["b"]) == (6, -18, 12)
    assert not any(step.late for step in steps)
    hasty, steps = hand_on(HASTY)
    assert (hasty["u"], hasty["a"], hasty["b"]) == (6, -3, 2)
    assert [(s.giver, s.taker, s.amount) for s in steps if s.late] == [("v", "u", 5)]


def test_three_tanh_units_solve_xor_from_the_start_that_the_values_have():
    X, y = xor_data()
    target = 2 * y[:, 0] - 1
    W, b, v = np.split(np.random.default_rng(0).normal(size=(3, 4)).T, [2, 3])
    for _ in range(200):
        h = np.tanh(X @ W + b)
        answer = np.tanh(h @ v[0])
        d_out = 2 * (answer - target) * (1 - answer**2)
        d_hidden = np.outer(d_out, v[0]) * (1 - h**2)
        W, b = W - 0.1 * X.T @ d_hidden, b - 0.1 * d_hidden.sum(0)
        v = v - 0.1 * d_out @ h
    assert np.all(np.sign(answer) == target) and np.sum((answer - target) ** 2) < 0.03


def test_no_mistake_in_the_class_costs_a_point_of_the_order():
    folder = ROOT / "catalogue" / "05_backprop_xor"
    [walk, *_] = [a for a in read_answers(folder / "backward_order.py") if a.kind == "right"]
    wrong = [a for a in read_answers(folder / "Value.py") if a.kind == "wrong"]
    assert len(wrong) > 50
    for answer in wrong:
        notebook = {"np": np}
        exec(answer.code, notebook)
        exec(walk.code, notebook)
        found = outcomes(notebook["backward_order"], known("backward_order"))
        assert all(outcome.right for outcome in found), answer.name
        end = notebook["Value"](0.0)
        for _ in range(50):
            end = notebook["Value"](0.0, [(end, 1.0), (end, 1.0)])
        assert len(notebook["backward_order"](end)) == 51, answer.name
