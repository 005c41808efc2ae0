"""What holds for every widget of the course, and the base behind them."""

import sys
import time

import numpy as np
import pytest

from deepcalc import widgets
from deepcalc.plotting import style
from deepcalc.widgets import base

NAMES = [name for name in widgets.__all__ if name not in ("interactive", "yours")]


def other_values(control):
    """Values to which a control can be moved: the ends, or the other options."""
    if control.kind == "Checkbox":
        return [not control.value]
    if control.kind == "Pixels":
        return ["g" * 64, "0" * 64]
    if control.kind == "Dropdown":
        return [option for option in control.settings["options"] if option != control.value]
    low, high = control.settings["min"], control.settings["max"]
    if control.kind == "FloatLogSlider":
        low, high = 10.0**low, 10.0**high
    return [value for value in (low, high) if value != control.value]


@pytest.mark.parametrize("name", NAMES)
def test_every_control_changes_what_the_widget_says(name, make):
    widget = make(name)
    assert widget.controls
    for key, control in widget.controls.items():
        assert control.label and control.help, f"{key} needs a label and a help"
        said = {widget.status}
        for value in other_values(control):
            widget.set(**{key: value})
            assert not widget.status.startswith("No picture"), f"{key} = {value}: {widget.status}"
            said.add(widget.status)
        assert len(said) > 1, f"{key} changes nothing that the status line says"
        widget.set(**{key: control.value})
    assert widget.alt == f"{widget.about} {widget.status}"


@pytest.mark.parametrize("name", NAMES)
def test_pictures_are_legible(name, make, assert_legible):
    widget = make(name)
    with style.context():
        assert_legible(widget.figure)


@pytest.mark.parametrize("name", NAMES)
def test_redraw_is_quick(name, make):
    widget = make(name)
    for key, control in widget.controls.items():
        if "Slider" not in control.kind:
            continue
        low, high = control.settings["min"], control.settings["max"]
        positions = np.linspace(low, high, 5)
        if control.kind == "FloatLogSlider":
            positions = 10.0**positions
        times = []
        for position in positions:
            value = int(position) if control.kind == "IntSlider" else float(position)
            start = time.process_time()
            widget.set(**{key: value})
            times.append(time.process_time() - start)
        assert np.median(times) < 0.1, f"{key}: {np.median(times):.3f} s"


@pytest.mark.parametrize("name", NAMES)
def test_bundle_has_a_still_picture_and_the_widget(name, make):
    widget = make(name)
    data, metadata = widget._repr_mimebundle_()
    assert 'alt="' in data["text/html"] and data["text/plain"] == widget.alt
    assert metadata["image/png"]["alt"] == widget.alt
    view = data["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == widget.box.model_id


def parabola(df=None, draws=None):
    slope, whose = base.yours(df, lambda x: 2 * x, trial=(0.3,))

    def scene(figure):
        ax = figure.subplots()
        (dot,) = ax.plot([], [], "o", animated=True)
        ax.set(xlim=(-2, 2), ylim=(-1, 4), xlabel="$x$", ylabel="$y$")

        def update(x0):
            if draws is not None:
                draws.append(x0)
            dot.set_data([x0], [x0**2])
            return f"x0 = {style.number(x0)}, slope = {style.number(slope(x0))}; {whose}."

        return update

    controls = {"x0": base.slider("Point x0", 1.0, -2, 2, 0.1, help="where")}
    return base.interactive(scene, controls, about="A dot on a parabola.")


def test_moving_a_slider_draws_once_and_updates_the_page():
    draws = []
    widget = parabola(draws=draws)
    picture = widget.png
    widget._panel.controls["x0"].value = -1.0  # as the frontend does
    assert draws == [1.0, -1.0]
    assert widget.png != picture
    assert "x0 = −1.00, slope = −2.00" in widget._panel.status.value
    assert "x0 = −1.00" in widget._panel.picture.value


def test_same_values_give_the_same_picture():
    widget = parabola()
    picture = widget.png
    assert widget.set(x0=-1.0).set(x0=1.0).png == picture


def test_partial_redraw_shows_the_same_as_a_full_one():
    moved = parabola().set(x0=-1.0)
    picture = moved.png
    moved.figure.stale = True
    moved.changed(x0=-1.0)
    assert moved.png == picture


def test_change_of_a_fixed_part_is_drawn():
    def scene(figure):
        ax = figure.subplots()

        def update(n):
            ax.set_title(f"n = {n}")
            return f"n = {n}"

        return update

    widget = base.interactive(scene, {"n": base.slider("n", 1, 1, 9, 1)}, about="A title.")
    picture = widget.png
    assert widget.set(n=2).png != picture


def test_redrawn_draws_everything_each_time():
    def draw(figure, n):
        figure.subplots(1, n)
        return f"{n} axes"

    controls = {"n": base.slider("Axes", 1, 1, 3, 1)}
    widget = base.interactive(base.redrawn(draw), controls, about="Some axes.")
    assert len(widget.set(n=3).figure.axes) == 3 and widget.status == "3 axes"


def test_error_while_drawing_is_said_and_the_picture_stays():
    def scene(figure):
        def update(x):
            return f"{1 / x}"

        return update

    widget = base.interactive(scene, {"x": base.slider("x", 1, 0, 1, 1)}, about="One over x.")
    picture = widget.png
    widget.set(x=0)
    assert widget.status == "No picture here: ZeroDivisionError: division by zero"
    assert widget.png == picture
    assert widget.set(x=1).status == "1.0"


def test_without_ipywidgets_a_still_picture_remains(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    monkeypatch.delitem(sys.modules, "deepcalc.widgets.panel", raising=False)
    widget = parabola()
    assert widget.box is None
    data, _ = widget.set(x0=2.0)._repr_mimebundle_()
    assert set(data) == {"text/html", "image/png", "text/plain"}
    assert "x0 = 2.00" in data["text/html"]


def test_unknown_control_is_named():
    with pytest.raises(ValueError, match="no control 'y0'; there are: x0"):
        parabola().set(y0=1)


def not_written(x):
    raise NotImplementedError


def broken(x):
    return x.nothing


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (None, "using finite differences"),
        (not_written, "using finite differences until yours is written"),
        (broken, "using finite differences until yours works (it raised AttributeError)"),
        (lambda x: None, "using finite differences until yours returns what it should at 0.3"),
        (lambda x: np.nan, "using finite differences until yours returns what it should at 0.3"),
        (lambda x: [x, x], "using finite differences until yours returns what it should at 0.3"),
        (lambda x: 3 * x, "using your derivative"),
    ],
)
def test_yours_takes_what_works_and_says_so(function, says):
    def instead(x):
        return 2 * x

    chosen, whose = base.yours(function, instead, trial=(0.3,))
    assert whose == says
    assert chosen is (function if says == "using your derivative" else instead)


def test_yours_protects_its_trial_from_changes():
    trial = (np.ones(2),)

    def meddling(x):
        x += 1
        return x

    base.yours(meddling, lambda x: x, trial)
    assert (trial[0] == 1).all()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: base.slider("x", 3, 0, 2),
        lambda: base.log_slider("h", 1e3, -3, 2),
        lambda: base.choice("f", ["a", "b"], "c"),
    ],
)
def test_control_outside_its_range_is_refused(wrong):
    with pytest.raises(ValueError, match=r"does not lie between|is not one of"):
        wrong()
