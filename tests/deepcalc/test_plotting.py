"""What holds for every figure of the course, and the style behind them."""

import base64
import inspect
import re
import subprocess
import sys

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from deepcalc import plotting
from deepcalc._lazy import attach
from deepcalc.plotting import output, style

NAMES = [name for name in plotting.__all__ if name.startswith("plot_")]


@pytest.mark.parametrize("name", NAMES)
def test_figure_describes_itself_and_is_legible(name, drawn, assert_legible):
    before = dict(mpl.rcParams)
    target, _ = drawn(name)
    assert isinstance(target, Axes | Figure)
    figure = style.figure_of(target)
    alt = style.alt_text(target)
    told = [figure, *figure.axes]
    assert any(hasattr(part, "_deepcalc_alt") for part in told), "describe() was not called"
    assert len(alt) > 40 and alt.endswith(".") and not re.search(r"[$\\{}]|\bnan\b", alt), alt
    assert dict(mpl.rcParams) == before, "a figure must not change the global style"
    if "matplotlib.pyplot" in sys.modules:
        assert not sys.modules["matplotlib.pyplot"].get_fignums(), "pyplot holds the figure"
    for ax in figure.axes:
        if ax.axison and ax.name != "3d" and not ax.images and ax.get_label() != "<colorbar>":
            shared = len(ax.get_shared_x_axes().get_siblings(ax)) > 1
            assert ax.get_xlabel() or shared, "an x axis has no label"
    with style.context():
        assert_legible(figure)


@pytest.mark.parametrize("name", NAMES)
def test_figure_is_the_same_each_time(name, draw, drawn):
    _, picture = drawn(name)
    assert output.picture(draw(name)) == picture


@pytest.mark.parametrize("name", NAMES)
def test_figure_draws_on_given_axes(name, draw):
    if "ax" not in inspect.signature(getattr(plotting, name)).parameters:
        pytest.skip("makes a figure of its own")
    ax = style.axes()
    assert draw(name, ax=ax) is ax
    assert ax.has_data()


def test_import_loads_neither_matplotlib_nor_ipywidgets():
    program = (
        "import sys, deepcalc, deepcalc.plotting, deepcalc.widgets, deepcalc.data; "
        "dir(deepcalc.plotting); "
        "sys.exit(any(name in sys.modules for name in ('matplotlib', 'ipywidgets', 'IPython')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_unknown_figure_is_an_attribute_error():
    with pytest.raises(AttributeError, match="plot_nothing"):
        plotting.plot_nothing  # noqa: B018


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2.00"),
        (-0.5, "−0.50"),
        (-0.0, "0.00"),
        (1.23e-7, "1.2e−07"),
        (np.nan, "undefined"),
        (-np.inf, "−∞"),
        (3.2e7, "3.2e+07"),
    ],
)
def test_number_reads_well(value, text):
    assert style.number(value) == text


def _linear(colour):
    c = np.array(mpl.colors.to_rgb(colour))
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def test_colours_for_text_have_contrast_on_white():
    for colour in [*style.COLOURS.values(), *style.CLASS_COLOURS]:
        luminance = _linear(colour) @ [0.2126, 0.7152, 0.0722]
        assert 1.05 / (luminance + 0.05) >= 4.5, colour


# Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision
# deficiency", IEEE TVCG 15 (2009), severity 1.
DEFICIENCIES = {
    "none": np.eye(3),
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def _lab(colour, matrix):
    rgb = np.clip(np.asarray(matrix) @ _linear(colour), 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    t = xyz @ rgb / [0.9505, 1.0, 1.089]
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_roles_drawn_together_differ_for_every_eye(deficiency):
    matrix = DEFICIENCIES[deficiency]
    for one, other in [("function", "derivative"), ("derivative", "path"), ("function", "path")]:
        distance = _lab(style.COLOURS[one], matrix) - _lab(style.COLOURS[other], matrix)
        assert np.linalg.norm(distance) > 20, (one, other)
    zero, one = (_lab(colour, matrix) for colour in style.CLASS_COLOURS)
    assert np.linalg.norm(zero - one) > 20


def test_roles_differ_without_colour():
    assert len({str(style.line(role)["linestyle"]) for role in style.COLOURS}) >= 4
    assert style.classes(0)["marker"] != style.classes(1)["marker"]


@pytest.fixture
def displayed(monkeypatch):
    calls = []
    monkeypatch.setattr("IPython.display.display", lambda *a, **k: calls.append((a[0], k)))
    return calls


def test_show_sends_one_picture_with_its_text_alternative(displayed):
    ax = style.axes()
    ax.plot([0, 1], [0, 1])
    style.describe(ax, 'A "line" from 0 < 1.')
    plotting.show(ax)
    ((data, options),) = displayed
    assert 'alt="A &quot;line&quot; from 0 &lt; 1."' in data["text/html"]
    assert options["metadata"]["image/png"]["alt"] == 'A "line" from 0 < 1.' == data["text/plain"]
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")


def test_show_closes_a_pyplot_figure(displayed):
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots()
    ax.set(xlabel="$x$", ylabel="$y$", title="Mine")
    plotting.show(ax)
    assert not plt.fignum_exists(figure.number)
    assert displayed[0][0]["text/plain"] == "Mine of y against x."


def test_show_of_something_else_says_what_it_needs():
    with pytest.raises(TypeError, match=r"figure or axes are needed.*not list"):
        plotting.show([])


def test_topic_that_does_not_exist_is_an_error():
    with pytest.raises(FileNotFoundError):
        attach("deepcalc.plotting", ["gradient"], {})
