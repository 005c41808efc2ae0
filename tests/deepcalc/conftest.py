"""A call for each figure and widget that cannot be called without arguments, and fixtures.

The tests in `test_plotting` and `test_widgets` draw every public one: with the call given here,
else without arguments.
"""

import inspect
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest

from deepcalc import plotting, widgets


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def _relu(z):
    return np.maximum(z, 0.0)


def _forward(f, x, h):
    return (f(x + h) - f(x)) / h


PLOTS = {
    "plot_activations": lambda: plotting.plot_activations(
        {"sigmoid": _sigmoid, "tanh": np.tanh, "ReLU": (_relu, lambda z: (z > 0) * 1.0)}
    ),
    "plot_dead_unit": lambda: plotting.plot_dead_unit(
        np.linspace(-1, 2, 12), np.linspace(-4, -2, 12)
    ),
    "plot_disagreement": lambda **ax: plotting.plot_disagreement(
        np.linspace(-1, 1, 9), np.ones(9), np.linspace(-2, 2, 9), "parabola_derivative", **ax
    ),
    "plot_gallery": lambda: plotting.plot_gallery(
        {"$x^2$: squared error": (np.square, -2, 2), "ReLU": (_relu, -3, 3)}
    ),
    "plot_neuron": lambda: plotting.plot_neuron(np.tanh),
    "plot_saturation": lambda **ax: plotting.plot_saturation(_sigmoid, **ax),
    "plot_secants": lambda **ax: plotting.plot_secants(np.square, **ax),
    "plot_step_errors": lambda **ax: plotting.plot_step_errors(
        {"forward": _forward}, np.sin, np.cos(1.0), 1.0, **ax
    ),
    "plot_tangent": lambda **ax: plotting.plot_tangent(np.square, None, 1.0, **ax),
    "plot_vanishing": lambda **ax: plotting.plot_vanishing(
        {"sigmoid": 0.25, "tanh": 1.0, "ReLU": 1.0}, **ax
    ),
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


@pytest.fixture
def draw():
    """Draw a public figure by its name."""
    return lambda name, **kwargs: example(PLOTS, plotting, name)(**kwargs)


@pytest.fixture
def make():
    """Make a public widget by its name."""
    return lambda name: example(WIDGETS, widgets, name)()


@pytest.fixture
def assert_legible():
    """Check that the texts of a figure are inside it, large enough, and do not overlap."""
    return assert_texts_are_legible


def written_texts(figure):
    """Labels, titles and notes that are drawn, with their boxes in pixels."""
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    for ax in figure.axes:
        if ax.name == "3d":
            continue
        named = [ax.title, ax._left_title, ax.xaxis.label, ax.yaxis.label]
        for text in [*ax.texts, *named]:
            hidden = hasattr(text, "_check_xy") and not text._check_xy(renderer)
            if text.get_visible() and text.get_text().strip() and ax.axison and not hidden:
                yield text, mpl.text.Text.get_window_extent(text, renderer)


def assert_texts_are_legible(figure):
    texts = list(written_texts(figure))
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
