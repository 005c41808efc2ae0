"""What each widget must say for the values of its controls, computed without the course's code.

A function of the values returns words of the status line and the number that belongs to them; it
stands at "#", else behind them.  `WIDGETS` has them in the order of each notebook.
"""

from functools import cache
from pathlib import Path

import numpy as np

__all__ = ["NOISE", "WIDGETS"]

DIGITS = Path(__file__).parents[2] / "deepcalc" / "digits.npz"


def secant(f, df):
    def expected(x0, h):
        slope = (f(x0 + h) - f(x0)) / h
        told = {"secant slope =": slope, "f′(x0) =": df(x0), "difference =": slope - df(x0)}
        return {"x0 =": x0, **told}

    return expected


def error_against_step(function, x, h):
    functions = {
        "sin x": (np.sin, np.cos),
        "exp x": (np.exp, np.exp),
        "x²": (np.square, lambda x: 2 * x),
        "1 / (1 + x²)": (lambda x: 1 / (1 + x**2), lambda x: -2 * x / (1 + x**2) ** 2),
    }
    f, df = functions[function]
    forward = abs((f(x + h) - f(x)) / h - df(x))
    central = abs((f(x + h) - f(x - h)) / (2 * h) - df(x))
    told = {"forward error =": forward, "central error =": central}
    return {name: value for name, value in told.items() if value > 1e-9}  # below, noise


def activation(activation, z):
    s = 1 / (1 + np.exp(-z))
    value, slope = {
        "sigmoid": (s, s * (1 - s)),
        "tanh": (np.tanh(z), 1 - np.tanh(z) ** 2),
        "ReLU": (max(z, 0), float(z > 0)),
    }[activation]
    return {f"{activation}: z =": z, "g(z) =": value, "slope g′(z) =": slope}


def graph(step, w1, w2):
    x, y = 2.0, 1.0
    a1 = 1 / (1 + np.exp(-w1 * x))
    z2 = w2 * a1
    dz2 = 2 * (z2 - y)
    values = {"z1": w1 * x, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}
    slopes = {"z₂": dz2, "w₂": dz2 * a1, "a₁": dz2 * w2, "z₁": dz2 * w2 * a1 * (1 - a1)}
    slopes["w₁"] = slopes["z₁"] * x
    forward = {f"{name} =": value for name, value in list(values.items())[:step]}
    backward = {f"∂L/∂{n} =": v for n, v in list(slopes.items())[: max(step - 5, 0)]}
    return {"Step": step, "w1 =": w1, "w2 =": w2, **forward, **backward}


def depth(layers, slope, spread):
    slopes = slope * (1 + spread * np.random.default_rng(0).uniform(-1, 1, 30)[:layers])
    ends = {"gradient =": abs(slopes.prod()), ", # at layer": abs(slopes[-1])}
    return {"# layers": layers, "slopes from": slopes.min(), "to #:": slopes.max(), **ends}


def direction(degrees):
    turn = np.radians(degrees)
    slope = 4 * np.cos(turn) + np.sin(turn)
    between = np.degrees(np.arccos(np.clip(slope / np.sqrt(17), -1, 1)))
    return {"direction": degrees, "angle between them =": between, ", slope =": slope}


def probe(landscape, x, y):
    height, gradient = {
        "x²y": (x * x * y, (2 * x * y, x * x)),
        "round bowl, x² + y²": (x * x + y * y, (2 * x, 2 * y)),
        "long valley, x² + 9y²": (x * x + 9 * y * y, (2 * x, 18 * y)),
        "saddle, x² − y²": (x * x - y * y, (2 * x, -2 * y)),
        "hills, cos 2x + cos 2y": (
            np.cos(2 * x) + np.cos(2 * y),
            (-2 * np.sin(2 * x), -2 * np.sin(2 * y)),
        ),
    }[landscape]
    told = {"height is": height, "gradient = (": gradient[0], "norm =": np.hypot(*gradient)}
    return {f"{landscape}: at (": x, **told}


def bowl(stretch, tilt, place):
    turn, spot = np.radians(tilt), np.radians(place)
    at = 2 * np.array([np.cos(spot), np.sin(spot) / np.sqrt(stretch)])  # along the bowl's axes
    down = -np.array([1, stretch]) * at
    cosine = down @ -at / np.hypot(*down) / np.hypot(*at)
    back = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    told = {"at (": (back @ at)[0], "−∇L = (": (back @ down)[0]}
    off = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    return {"curvatures 1 and": stretch, "tilted by": tilt, **told, "#° off the way": off}


def rate(rate, curvature, step):
    lam, start = np.array([2.0, curvature]), np.array([-2.5, 2.0])  # from the minimum
    factors = 1 - rate * lam
    loss = 0.5 * lam @ (start * factors**step) ** 2
    told = {"factors per step": factors[0], "along w1 and": factors[1]}
    return {"predicted limit": 2 / lam.max(), **told, f"loss after {step} steps =": loss}


def race(surface, step, rate, beta, adam_rate):
    gradient, loss, w = {
        "stretched bowl": (
            lambda w: np.array([w[0], 25 * w[1]]),
            lambda w: 0.5 * (w[0] ** 2 + 25 * w[1] ** 2),
            (-1.8, 0.9),
        ),
        "curved valley": (
            lambda w: np.array(
                [-2 * (1 - w[0]) - 20 * w[0] * (w[1] - w[0] ** 2), 10 * (w[1] - w[0] ** 2)]
            ),
            lambda w: (1 - w[0]) ** 2 + 5 * (w[1] - w[0] ** 2) ** 2,
            (-1.3, 1.0),
        ),
        "saddle": (
            lambda w: np.array([2 * w[0], -2 * w[1] + 2 * w[1] ** 3]),
            lambda w: w[0] ** 2 - w[1] ** 2 + 0.5 * w[1] ** 4 + 0.5,
            (-1.6, 0.001),
        ),
    }[surface]
    plain = heavy = adam = np.array(w)
    velocity, first, second = np.zeros(2), np.zeros(2), np.zeros(2)
    for t in range(1, step + 1):
        plain = plain - rate * gradient(plain)
        velocity = beta * velocity + gradient(heavy)
        heavy = heavy - rate * velocity
        g = gradient(adam)
        first, second = 0.9 * first + 0.1 * g, 0.999 * second + 0.001 * g**2
        adam = adam - adam_rate * (first / (1 - 0.9**t)) / (np.sqrt(second / (1 - 0.999**t)) + 1e-8)
    told = {": plain": loss(plain), ", momentum": loss(heavy), ", Adam": loss(adam)}
    return {"after": step, **told}


def bug(bug, seed):
    fail, largest = {
        "none": (0, None),
        "a factor 2 is lost": (17, 0.5),
        "b2 has the wrong sign": (1, 2.0),
    }[bug]
    told = {} if largest is None else {"largest relative error =": largest}
    return {"at the weights of seed": seed, "# of 17 entries fail": fail, **told}


def xor_network(weights, lr, epochs):
    """Train on XOR from W1 (2, h) and W2 (h, 1), biases 0; return loss and answers."""
    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]]), np.array([[0], [1], [1], [0.0]])
    (W1, W2), b1, b2 = weights, 0.0, 0.0
    for epoch in range(epochs + 1):
        a = 1 / (1 + np.exp(-(X @ W1 + b1)))
        answer = 1 / (1 + np.exp(-(a @ W2 + b2)))
        if epoch == epochs:
            return np.mean((answer - y) ** 2), answer.ravel()
        d2 = 2 * (answer - y) / 4 * answer * (1 - answer)
        d1 = d2 @ W2.T * a * (1 - a)
        W1, b1 = W1 - lr * X.T @ d1, b1 - lr * d1.sum(axis=0)
        W2, b2 = W2 - lr * a.T @ d2, b2 - lr * d2.sum(axis=0)


def drawn(hidden, seed, spread):
    numbers = np.random.default_rng(seed).normal(scale=spread, size=3 * hidden)
    return numbers[: 2 * hidden].reshape(2, hidden), numbers[2 * hidden :].reshape(hidden, 1)


def training(epoch):
    loss, answers = xor_network(drawn(4, 1, 0.5), 5.0, epoch)
    return {"Epoch": epoch, "loss =": loss, "(0, 0):": answers[0], "(1, 0):": answers[2]}


def gathering(step, order):
    """The gradients so far of L = q·u with q = p − 4, p = 2u, u = w·x, w = 1.5, x = 2."""
    walk = {"users first": "Lqpuwx", "parents at once": "Lqupwx", "as made": "xwupqL"}[order]
    slopes = {"L": {"q": 3, "u": 2}, "q": {"p": 1}, "p": {"u": 2}, "u": {"w": 2, "x": 1.5}}
    sums = {"L": 1, "q": 0, "p": 0, "u": 0, "w": 0, "x": 0}
    for name in walk[:step]:
        for parent, slope in slopes.get(name, {}).items():
            sums[parent] += slope * sums[name]
    told = {f", {name}": value for name, value in sums.items() if name != "L"}
    return {"Step": step, "far: L": sums["L"], **told}


def starts(units, kind, seed):
    spread = {"random, spread 0.5": 0.5, "random, spread 0.05": 0.05, "random, spread 2": 2.0}
    loss, _ = xor_network(drawn(units, seed, spread[kind]), 10.0, 300)
    return {"Hidden units:": units, "loss =": loss, "different hidden units:": units}


@cache
def digit_network():
    """W1, b1, W2, b2 after 200 steps against the cross-entropy of the digits to learn from."""
    with np.load(DIGITS) as stored:
        images, labels = stored["images"] / 16, stored["labels"]
    keep = np.arange(len(labels)) % 4 != 3
    X, wanted = images[keep], np.eye(10)[labels[keep]]
    rng = np.random.default_rng(0)
    W1, b1 = rng.normal(0, 0.5, size=(64, 32)), np.zeros(32)
    W2, b2 = rng.normal(0, 0.5, size=(32, 10)), np.zeros(10)
    for _ in range(200):
        a = 1 / (1 + np.exp(-(X @ W1 + b1)))
        e = np.exp(a @ W2 + b2)
        d2 = (e / e.sum(axis=1, keepdims=True) - wanted) / len(X)
        d1 = d2 @ W2.T * a * (1 - a)
        W1, b1 = W1 - 2 * X.T @ d1, b1 - 2 * d1.sum(axis=0)
        W2, b2 = W2 - 2 * a.T @ d2, b2 - 2 * d2.sum(axis=0)
    return W1, b1, W2, b2


def digit(shown, ink):
    W1, b1, W2, b2 = digit_network()
    x = np.array([int(sign, 17) for sign in ink]) / 16
    e = np.exp(1 / (1 + np.exp(-(x @ W1 + b1))) @ W2 + b2)
    p = e / e.sum()
    second, first = np.argsort(p)[-2:]
    told = {"the answer is": first, ", with probability": p[first], "next comes": second}
    return {**told, f"next comes {second}, with": p[second]}


WIDGETS = {
    "01_derivatives": (
        secant(np.square, lambda x: 2 * x),
        secant(lambda x: x**3 - x, lambda x: 3 * x**2 - 1),
        error_against_step,
        activation,
    ),
    "02_chain_rule": (graph, graph, depth),
    "03_gradients": (direction, bowl, probe),
    "04_gradient_descent": (rate, race),
    "05_backprop_xor": (bug, training, starts, gathering, digit),
}

# Rounding errors are what this one draws: they differ with the last bit of x.
NOISE = {error_against_step: 0.03}
