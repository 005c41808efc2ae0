"""Figures and widgets on narrow pages and on dark ones."""

import io

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.image import imread

from deepcalc import plotting, widgets
from deepcalc.plotting import narrow, output, screens, style
from deepcalc.widgets import base

FIGURES = [name for name in plotting.__all__ if name.startswith("plot_")]
WIDGETS = [name for name in widgets.__all__ if name not in ("interactive", "yours")]

# Diagrams whose boxes, and grids whose pictures, need the width: they scroll.
WIDE = {
    *("plot_confusions", "plot_digits", "plot_pixel_slopes"),
    *("plot_backward_order", "plot_fan_out", "plot_layer_shapes", "plot_layers", "plot_network"),
    *("plot_nudge", "plot_shared_node", "plot_two_passes", "plot_weight_nudge"),
    *("backward_order", "graph_stepper"),
}


def size(png):
    return imread(io.BytesIO(png), format="png").shape[1::-1]


@pytest.mark.parametrize("name", FIGURES)
def test_figure_is_legible_in_one_column_and_comes_back(name, draw, assert_legible):
    figure = style.figure_of(draw(name))
    if name in WIDE:
        assert output.narrow_picture(figure) is None
        return
    before = output.picture(figure)
    assert size(output.narrow_picture(figure))[0] == narrow.WIDTH * output.NARROW_DPI
    with style.context():
        back = narrow.stack(figure)
        assert_legible(figure, everywhere=True)
        lefts = {ax.get_subplotspec().colspan.start for ax in figure.axes}
        assert lefts == {0} and figure.get_figwidth() == narrow.WIDTH
        titles = [ax.get_title(loc="left") or ax.get_title() for ax in figure.axes if ax.axison]
        assert all(titles) or not any(titles), "no column heads name a panel any more"
        back()
    assert output.picture(figure) == before


@pytest.mark.parametrize("name", WIDGETS)
def test_widget_is_legible_in_one_column_and_comes_back(name, make, assert_legible):
    widget = make(name)
    before, wide = widget.png, widget.image
    widget.narrow(True)
    if name in WIDE:
        assert widget.png == before
        return
    assert 'width="360"' in widget.image and 'width="720"' in wide
    with style.context():
        assert_legible(widget.figure, everywhere=True)
    widget.narrow(False)
    assert widget.png == before and widget.image == wide


def test_panels_that_share_an_axis_have_each_their_own_in_one_column():
    figure, (left, right) = style.panels(1, 2, sharey=True)
    left.set_ylabel("loss")
    back = narrow.stack(figure)
    assert right.get_ylabel() == "loss"
    assert right.yaxis.get_tick_params()["labelleft"]
    back()
    assert right.get_ylabel() == ""
    assert not right.yaxis.get_tick_params()["labelleft"]


def test_words_of_a_narrow_page_are_said_there_alone():
    ax = style.axes()
    long, gone = ax.text(0, 0, "rounding error"), ax.text(0, 1, "an aside")
    style.in_narrow(long, "rounding")
    style.in_narrow(gone, "")
    back = narrow.stack(ax.figure)
    assert long.get_text() == "rounding" and not gone.get_visible()
    back()
    assert long.get_text() == "rounding error" and gone.get_visible()


def test_legend_wider_than_the_column_is_broken():
    figure, ax = style.panels()
    for name in ("plain, η = 0.077", "momentum, η = 0.05, β = 0.6", "Adam, η = 0.1"):
        ax.plot([0, 1], label=name)
    (legend,) = [figure.legend(loc="outside upper center", ncols=3)]
    output.picture(figure)
    with style.context():
        back = narrow.stack(figure)
    figure.draw_without_rendering()
    assert figure.legends[0].get_window_extent().width < narrow.WIDTH * figure.dpi
    back()
    assert figure.legends == [legend]


def test_figure_of_another_maker_keeps_its_layout():
    figure = mpl.figure.Figure()
    figure.subplots(1, 2)
    assert output.narrow_picture(figure) is None


def test_html_has_both_layouts_and_one_text_alternative():
    shown = output.img(b"wide", "A bowl.", 720, b"narrow")
    assert shown.count('alt="A bowl."') == shown.count("<img") == 1
    assert 'media="(max-width: 599px)"' in shown and "tabindex" not in shown
    assert 'tabindex="0" role="group"' in output.img(b"wide", "A bowl.", 720)


def test_page_tells_a_widget_that_it_is_narrow():
    def scene(figure):
        figure.subplots(1, 2)
        return lambda x: f"x = {x}"

    widget = base.interactive(scene, {"x": base.slider("x", 1, 0, 2, 1)}, about="Two panels.")
    panel = widget._panel
    panel.narrow.value = True  # as the page's script does
    assert size(widget.png) == (540, 1080) and 'width="360"' in panel.picture.value
    widget.set(x=2)
    assert size(widget.png) == (540, 1080)
    panel.narrow.value = False
    assert size(widget.png) == (1080, 540)


# The filter of the dark page as the standard has it: Filter Effects, sections 7.5 and 7.6.
def turned(colour):
    share = float(screens.FIGURES.partition("invert(")[2].partition(")")[0])
    inverted = share - (2 * share - 1) * np.array(mpl.colors.to_rgb(colour))
    luma = inverted @ [0.213, 0.715, 0.072]
    return np.clip(2 * luma - inverted, 0, 1)  # half a turn of the hues


def contrast(one, other):
    light = []
    for colour in (one, other):
        c = np.asarray(colour)
        linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
        light.append(linear @ [0.2126, 0.7152, 0.0722] + 0.05)
    return max(light) / min(light)


TEXTS = [*style.COLOURS.values(), *style.CLASS_COLOURS, "#464c53"]


@pytest.mark.parametrize("colour", dict.fromkeys(TEXTS))
def test_dark_page_keeps_contrast_and_hue(colour):
    page = turned("white")
    assert np.allclose(page * 255, 0x11, atol=0.6)  # JupyterLab's dark page
    assert contrast(turned(colour), page) >= 4.5
    before, after = (mpl.colors.rgb_to_hsv(c) for c in (mpl.colors.to_rgb(colour), turned(colour)))
    if before[1] > 0.3:  # greys have no hue
        assert abs((after[0] - before[0] + 0.5) % 1 - 0.5) < 0.06, (before, after)


@pytest.mark.parametrize("scale", ["LEVEL_MAP", "CLASS_MAP"])
def test_dark_page_keeps_the_order_of_a_colour_map(scale):
    colours = getattr(style, scale)(np.linspace(0, 1, 33))[:, :3]
    page = [turned("white"), np.ones(3)]
    far, near = (
        np.array([contrast(f(c), against) for c in colours])
        for f, against in zip((turned, np.asarray), page, strict=True)
    )
    steps = np.sign(np.diff(far)) == np.sign(np.diff(near))
    assert steps.mean() > 0.9, "what stood out on a white page must stand out on a dark one"
