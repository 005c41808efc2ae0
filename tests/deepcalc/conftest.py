"""A call for each figure and widget that cannot be called without arguments, and fixtures.

The tests in `test_plotting` and `test_widgets` draw every public one: with the call given here,
else without arguments.
"""

import inspect
from functools import cache
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest

from deepcalc import data, plotting, widgets
from deepcalc.plotting import output, style
from deepcalc.plotting.descent_paths import closed_form


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _relu(z):
    return np.maximum(z, 0.0)


def _bent(p):
    return p[0] ** 2 * p[1]


def _bowl(w):
    return (w[0] - 1) ** 2 + (w[1] + 0.5) ** 2


def _valley(w):
    return 0.5 * (w[0] ** 2 + 25 * w[1] ** 2)


def _askew(w):
    return w[0] ** 2 + w[0] * w[1] + w[1] ** 2


def _softmax(z):
    return np.exp(z) / np.exp(z).sum()


def _hand(p):
    return np.array([p[0] * np.cos(p[1]), p[0] * np.sin(p[1])])


def _descent_in_a_valley(rate):
    """Where plain steps lead, in closed form: no optimiser is needed here."""
    return closed_form(lambda w: np.array([1, 25]) * w, (-1.8, 0.9), rate, 60)


def _gradient_noise():
    X, y = data.noisy_line(np.random.default_rng(1), 400)

    def loss(w, rows):
        return np.mean((X[rows] @ w - y[rows]) ** 2)

    return plotting.plot_gradient_noise(
        loss, n=400, w=np.zeros(2), sizes=[1, 4, 16], rng=np.random.default_rng(2)
    )


def _classifier():
    points, y = data.two_blobs(np.random.default_rng(4), 100)
    X = np.column_stack([points, np.ones(100)])
    sign = 1 - 2 * y
    path = np.outer(1 - 0.97 ** np.arange(201), [1.8, 1.7, 0.1])
    return plotting.plot_classifier(
        X, y, lambda: path, lambda w: np.mean(np.log(1 + np.exp(sign * (X @ w))))
    )


PLOTS = {
    "plot_activations": lambda: plotting.plot_activations(
        {"sigmoid": _sigmoid, "tanh": np.tanh, "ReLU": (_relu, lambda z: (z > 0) * 1.0)}
    ),
    "plot_cover": lambda: plotting.plot_cover("03_gradients"),
    "plot_bowl": lambda: plotting.plot_bowl(
        lambda w: w[0] ** 2 + 4 * w[1] ** 2, (3.0, 1.0), "Stretched bowl"
    ),
    "plot_classifier": _classifier,
    "plot_composition": lambda: plotting.plot_composition(
        lambda x: 3 * x + 2, np.square, x0=1.0, names=("3x + 2", "u²")
    ),
    "plot_dead_unit": lambda: plotting.plot_dead_unit(
        np.linspace(-1, 2, 12), np.linspace(-4, -2, 12)
    ),
    "plot_depth": lambda **ax: plotting.plot_depth({"slope 1.1": 1.1, "slope 0.9": 0.9}, **ax),
    "plot_descent": lambda: plotting.plot_descent(
        _bowl, lambda w: 2 * (w - [1, -0.5]), (-1.5, 1.5), rate=0.1, steps=30
    ),
    "plot_disagreement": lambda **ax: plotting.plot_disagreement(
        np.linspace(-1, 1, 9), np.ones(9), np.linspace(-2, 2, 9), "parabola_derivative", **ax
    ),
    "plot_gallery": lambda: plotting.plot_gallery(
        {"$x^2$: squared error": (np.square, -2, 2), "ReLU": (_relu, -3, 3)}
    ),
    "plot_gradient_field": lambda **ax: plotting.plot_gradient_field(_bent, name="x^2 y", **ax),
    "plot_gradient_noise": _gradient_noise,
    "plot_layer_shapes": lambda: plotting.plot_layer_shapes(n=5, p=3, q=2),
    "plot_map": lambda: plotting.plot_map(_hand, at=(2.0, 0.5), names=("r", "\\varphi")),
    "plot_mirror": lambda **ax: plotting.plot_mirror(np.exp, x0=1.0, **ax),
    "plot_neuron": lambda: plotting.plot_neuron(np.tanh),
    "plot_nudge": lambda **ax: plotting.plot_nudge(
        lambda x: 3 * x + 2, np.square, names=("3x + 2", "u²"), **ax
    ),
    "plot_optimisers": lambda: plotting.plot_optimisers(
        {  # the names of the notebook, for their length
            "plain, η = 5": lambda: None,
            "momentum, η = 1, β = 0.9": lambda: None,
            "Adam, η = 0.1": lambda: None,
        }
    ),
    "plot_paths": lambda: plotting.plot_paths(
        _valley,
        {  # the names of the notebook, for their length
            "plain, η = 0.077": lambda: _descent_in_a_valley(0.077),
            "momentum, η = 0.05, β = 0.6": lambda: _descent_in_a_valley(0.05),
            "Adam, η = 0.1": lambda: _descent_in_a_valley(0.02),
        },
        ((-2.1, 0.7), (-1.1, 1.1)),
    ),
    "plot_product_rule": lambda: plotting.plot_product_rule(np.square, lambda x: x, x0=1.5),
    "plot_quotient_rule": lambda **ax: plotting.plot_quotient_rule(
        lambda x: 1.0, lambda x: x, x0=2.0, h=0.5, **ax
    ),
    "plot_rates": lambda: plotting.plot_rates(
        lambda w: (w[0] - 1) ** 2, lambda w: 2 * (w - 1), -1.5, [0.1, 0.5, 1.0, 1.1], steps=6
    ),
    "plot_saturation": lambda **ax: plotting.plot_saturation(_sigmoid, **ax),
    "plot_secants": lambda **ax: plotting.plot_secants(np.square, **ax),
    "plot_slices": lambda: plotting.plot_slices(_bent, at=(1.0, 2.0)),
    "plot_softmax_jacobian": lambda: plotting.plot_softmax_jacobian(_softmax, z=(2.0, 1.0, 0.0)),
    "plot_stretched": lambda: plotting.plot_stretched([(1, 1), (1, 10), (1, 100)], steps=40),
    "plot_sum_rule": lambda: plotting.plot_sum_rule(
        lambda x: 0.5 + x**2 / 4, lambda x: 1.6 + 0.4 * x, x0=1.0, h=0.8, c=3.0, ends=(0.0, 3.0)
    ),
    "plot_tangent": lambda **ax: plotting.plot_tangent(np.square, None, 1.0, **ax),
    "plot_turning": lambda: plotting.plot_turning(_askew),
    "plot_vanishing": lambda **ax: plotting.plot_vanishing(
        {"sigmoid": 0.25, "tanh": 1.0, "ReLU": 1.0}, **ax
    ),
    "plot_ways_back": lambda **ax: plotting.plot_ways_back(_askew, **ax),
}

WIDGETS = {
    "secant_to_tangent": lambda: widgets.secant_to_tangent(np.square, lambda x: 2 * x),
}


def example(known, package, name):
    """Return the example call of a public function, or the function if it needs no arguments."""
    function = known.get(name, getattr(package, name))
    for parameter in inspect.signature(function).parameters.values():
        if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD:
            pytest.fail(f"{name} needs arguments: add an example call to {__file__}")
    return function


@cache
def figure_and_picture(name):
    drawn = example(PLOTS, plotting, name)()
    picture = output.picture(drawn)
    style.figure_of(drawn).set_layout_engine("none")  # it is laid out, and so it stays
    return drawn, picture


@cache
def widget_and_values(name):
    widget = example(WIDGETS, widgets, name)()
    return widget, dict(widget.values)


@pytest.fixture
def draw():
    """Draw a public figure by its name, anew."""
    return lambda name, **kwargs: example(PLOTS, plotting, name)(**kwargs)


@pytest.fixture
def drawn():
    """Return a public figure by its name and its picture, drawn once for all tests."""
    return figure_and_picture


@pytest.fixture
def make():
    """Return a public widget by its name, made once for all tests, with its controls at rest."""

    def at_rest(name):
        widget, values = widget_and_values(name)
        return widget if widget.values == values else widget.set(**values)

    return at_rest


@pytest.fixture
def assert_legible():
    """Check that the texts of a figure are inside it, large enough, and do not overlap."""
    return assert_texts_are_legible


def written_texts(figure, everywhere=False):
    """Labels, titles and notes that are drawn, with their boxes in pixels.

    `everywhere`: also those on axes that are switched off, such as in a diagram.
    """
    figure.draw_without_rendering()  # lays out all, and is quicker than painting it
    renderer = figure.canvas.get_renderer()
    for ax in figure.axes:
        if ax.name == "3d":
            continue
        named = [ax.title, ax._left_title, ax.xaxis.label, ax.yaxis.label][: 4 if ax.axison else 2]
        if not (ax.axison or everywhere):
            continue
        for text in [*ax.texts, *named]:
            hidden = hasattr(text, "_check_xy") and not text._check_xy(renderer)
            if text.get_visible() and text.get_text().strip() and not hidden:
                yield text, mpl.text.Text.get_window_extent(text, renderer)


def assert_texts_are_legible(figure, everywhere=False):
    texts = list(written_texts(figure, everywhere))
    whole = figure.bbox
    for text, box in texts:
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= whole.x1 + 1 and box.y1 <= whole.y1 + 1
        assert inside, f"{text.get_text()!r} is cut off at the edge of the picture"
        assert text.get_fontsize() >= 8.5, f"{text.get_text()!r} is too small to read"
    for (one, a), (other, b) in combinations(texts, 2):
        width = min(a.x1, b.x1) - max(a.x0, b.x0)
        height = min(a.y1, b.y1) - max(a.y0, b.y0)
        overlap = max(width, 0) * max(height, 0) / min(a.width * a.height, b.width * b.height)
        assert overlap < 0.1, f"{one.get_text()!r} and {other.get_text()!r} overlap"
