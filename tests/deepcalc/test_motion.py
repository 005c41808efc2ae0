"""Play buttons: what the kernel makes of what the page sends, and what each widget then shows."""

import html
import io

import ipywidgets
import numpy as np
import pytest
from PIL import Image

from deepcalc import widgets
from deepcalc.plotting.descent_paths import closed_form
from deepcalc.plotting.style import number
from deepcalc.widgets import base, motion
from deepcalc.widgets.descent_surfaces import SURFACES
from deepcalc.widgets.frames import encode_shaded

PLAYING = {
    "secant_to_tangent": "h",
    "graph_stepper": "step",
    "learning_rate_explorer": "step",
    "optimiser_race": "step",
    "training_scrubber": "epoch",
    "backward_order": "step",
}


def counter(draws, first=0, **play):
    def scene(figure):
        ax = figure.subplots()
        (dot,) = ax.plot([], [], "o", animated=True)

        def update(n):
            draws.append(n)
            dot.set_data([n], [n])
            return f"n = {n}"

        return update

    given = {"play": 100, **play}
    return base.interactive(scene, {"n": base.slider("n", first, 0, 9, 1, **given)}, about="Dots.")


@pytest.fixture
def draws():
    return []


@pytest.fixture
def page():
    """What a page sends: some of a clock's state in one message."""
    return lambda widget, **state: clock(widget).set_state(named(widget, state))


def player(widget, name="n"):
    return widget._panel.players[name]


def clock(widget):
    return player(widget).clock


def named(widget, state):
    """As ipywidgets 7 or 8 calls it."""
    flag = "playing" if clock(widget).has_trait("playing") else "_playing"
    return {flag if key == "playing" else key: value for key, value in state.items()}


def running(widget):
    return "deepcalc-running" in player(widget).box._dom_classes


@pytest.mark.parametrize(("name", "key"), PLAYING.items())
def test_widget_plays_its_own_slider(name, key, make):
    widget = make(name)
    assert list(widget._panel.players) == [key]


def test_only_the_widgets_that_move_have_a_play_button(make):
    names = [name for name in widgets.__all__ if name not in ("interactive", "yours")]
    assert {name for name in names if make(name)._panel.players} == set(PLAYING)


@pytest.mark.parametrize(("name", "key"), PLAYING.items())
def test_every_place_is_one_that_the_slider_has(name, key, make):
    widget = make(name)
    control, slider = widget.controls[key], widget._panel.controls[key]
    places = control.places
    assert len(places) == player(widget, key).clock.max + 1
    ends = sorted((places[0], places[-1]))
    low, high = control.settings["min"], control.settings["max"]
    if control.kind == "FloatLogSlider":
        low, high = 10.0**low, 10.0**high
    assert ends == pytest.approx([low, high], rel=1e-12)
    assert ends[0] >= low and ends[1] <= high
    assert control.value in places or np.isclose(places, control.value).any()
    assert type(places[0]) is type(slider.value)


def test_each_frame_is_drawn_once_and_moves_slider_and_picture(draws, page):
    widget = counter(draws)
    page(widget, playing=True)
    page(widget, value=1)
    page(widget, value=2)
    assert draws == [0, 1, 2] and widget.status == "n = 2"
    assert widget._panel.controls["n"].value == 2
    assert "n = 2" in widget._panel.status.value


def test_frames_may_be_left_out_but_not_the_last(draws, page):
    widget = counter(draws)
    page(widget, playing=True, value=1)
    page(widget, value=5)
    page(widget, value=9, playing=False)  # sent together when the kernel was busy
    assert draws == [0, 1, 5, 9]
    assert not running(widget)


def test_it_runs_from_the_first_frame_to_the_last(draws, page):
    widget = counter(draws)
    assert not running(widget)
    page(widget, playing=True)
    assert running(widget)
    page(widget, value=9)
    assert running(widget)
    page(widget, playing=False)
    assert not running(widget)


def test_the_stop_button_goes_back_to_the_start(draws, page):
    widget = counter(draws, first=4)
    page(widget, playing=True, value=5)
    page(widget, playing=False)
    page(widget, value=0)
    assert draws[-1] == 0


def test_it_falls_from_the_high_end_to_the_low_one(draws, page):
    widget = counter(draws, first=7, falling=True)
    assert clock(widget).value == 2
    page(widget, playing=True, value=3)
    assert draws[-1] == 6
    page(widget, value=9)
    assert draws[-1] == 0


@pytest.mark.parametrize("way", ["hand", "set"])
def test_a_hand_on_the_slider_ends_the_play_and_says_where_it_goes_on(way, draws, page):
    widget = counter(draws)
    page(widget, playing=True, value=1)
    if way == "hand":
        widget._panel.controls["n"].value = 6
    else:
        widget.set(n=6)
    assert draws == [0, 1, 6] and not running(widget)
    assert clock(widget).value == 6
    assert getattr(clock(widget), player(widget)._flag) is False
    page(widget, value=2)  # it was on its way
    assert draws == [0, 1, 6] and clock(widget).value == 6 and widget.status == "n = 6"
    page(widget, playing=True, value=7)
    assert draws == [0, 1, 6, 7]


def test_it_neither_starts_by_itself_nor_loops(draws):
    widget = counter(draws)
    own = clock(widget)
    flag = player(widget)._flag
    assert not getattr(own, flag) and not getattr(own, flag.replace("playing", "repeat"))
    assert own.show_repeat is False


def test_without_play_there_is_no_button(draws):
    widget = counter(draws, play=0)
    assert not widget._panel.players
    assert not any(isinstance(each, ipywidgets.Play) for each in parts(widget.box))


def parts(box):
    for each in getattr(box, "children", ()):
        yield each
        yield from parts(each)


def test_the_box_has_slider_button_and_the_words_for_less_motion(draws):
    widget = counter(draws)
    slider, button, still = player(widget).box.children
    assert slider is widget._panel.controls["n"] and button is clock(widget)
    assert motion.STILL in html.unescape(still.value)
    assert "deepcalc-still" in still._dom_classes and "deepcalc-play" in button._dom_classes


@pytest.mark.parametrize("shape", [(1, 1, 4), (7, 5, 4), (40, 30, 3)])
def test_a_frame_has_the_pixels_that_were_drawn(shape):
    pixels = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    image = Image.open(io.BytesIO(encode_shaded(pixels)))
    assert image.format == "PNG" and image.mode == "RGB"
    assert (np.asarray(image) == pixels[..., :3]).all()


def test_play_takes_half_a_minute_at_most(make):
    for name, key in PLAYING.items():
        control = make(name).controls[key]
        assert (len(control.places) - 1) * control.play <= 30_000


def heavy(grad, w0, lr, beta, steps):
    path, velocity = [np.array(w0)], np.zeros(2)
    for _ in range(steps):
        velocity = beta * velocity + grad(path[-1])
        path.append(path[-1] - lr * velocity)
    return np.array(path)


def plain(grad, w0, lr, steps):
    return heavy(grad, w0, lr, 0.0, steps)


def signed(grad, w0, lr, steps):
    return plain(lambda w: np.sign(grad(w)), w0, 0.1 * lr, steps)


def told_numbers(status):
    after = status.partition("after ")[2]
    return {name: after.split(f"{name} ")[1].split(",")[0].split(";")[0] for name in RACERS}


RACERS = ("plain", "momentum", "Adam")


@pytest.mark.parametrize("surface", SURFACES)
def test_paths_of_the_race_match_their_legend_at_every_step(surface):
    widget = widgets.optimiser_race(plain, heavy, signed).set(surface=surface, step=0)
    left, right = widget.figure.axes
    legend = widget.figure.legends[0]
    assert [text.get_text() for text in legend.texts] == list(RACERS)
    grad, start = SURFACES[surface].grad, SURFACES[surface].start
    full = [
        plain(grad, start, widget.values["rate"], 100),
        heavy(grad, start, widget.values["rate"], widget.values["beta"], 100),
        signed(grad, start, widget.values["adam_rate"], 100),
    ]
    thin = [line for line in left.lines if line.get_linewidth() > 1 and line.get_animated()]
    for step in range(0, 101, 1 if surface == "curved valley" else 10):
        widget.set(step=step)
        assert right.get_title(loc="left") == f"after {step} steps"
        told = told_numbers(widget.status)
        for k, name in enumerate(RACERS):
            handle, curve = legend.legend_handles[k], right.lines[k]
            drawn = [line for line in thin if line.get_color() == handle.get_color()]
            path = next(line for line in drawn if len(line.get_xdata()) == step + 1)
            head = next(line for line in left.lines if line.get_linestyle() == "None"
                        and line.get_color() == handle.get_color())  # fmt: skip
            assert path.get_xydata() == pytest.approx(np.clip(full[k][: step + 1], -50, 50))
            assert head.get_xydata() == pytest.approx(path.get_xydata()[-1:])
            assert path.get_linestyle() == handle.get_linestyle() == curve.get_linestyle()
            assert head.get_marker() == handle.get_marker() == curve.get_marker()
            assert list(curve.get_xdata()) == list(range(step + 1))
            loss = SURFACES[surface].loss(full[k][step]) - SURFACES[surface].lowest
            assert curve.get_ydata()[-1] == pytest.approx(np.clip(loss, 1e-9, 1e9))
            assert told[name] == number(max(loss, 0))


def test_the_legend_of_the_race_names_what_has_no_path():
    def missing(*_):
        raise NotImplementedError

    widget = widgets.optimiser_race(plain, missing, lambda *_: np.zeros((3, 2)))
    texts = [text.get_text() for text in widget.figure.legends[0].texts]
    assert texts == ["plain", "momentum: no path", "Adam: no path"]


def test_steps_of_the_learning_rate_explorer_match_what_it_says():
    widget = widgets.learning_rate_explorer(plain)
    left, right = widget.figure.axes[:2]
    full = closed_form(lambda w: 2.0 * (w - [1, -0.5]), (-1.5, 1.5), 0.1, 30)
    for step in range(31):
        widget.set(step=step)
        lengths = {len(line.get_xdata()) for line in left.lines if line.get_marker() == "."}
        paths = [line for line in left.lines if len(line.get_xdata()) == step + 1]
        assert any(np.allclose(p.get_xydata(), full[: step + 1]) for p in paths), lengths
        assert list(right.lines[0].get_xdata()) == list(range(step + 1))
        assert right.get_title(loc="left").startswith(f"loss after {step} steps: ")
        assert f"loss after {step} steps = " in widget.status


WANTED = {"L": 1, "q": 3, "p": 3, "u": 8, "w": 16, "x": 12}


def ends(widget, **values):
    told = widget.set(step=6, **values).status.partition("Gradients so far: ")[2]
    pairs = (pair.split() for pair in told.partition(".")[0].split(", "))
    return {name: float(value) for name, value in pairs}


def test_backward_order_gathers_the_true_gradients():
    widget = widgets.backward_order()
    assert ends(widget) == WANTED
    assert "All agree with finite differences." in widget.status
    assert "Using the course's order." in widget.status


def test_backward_order_shows_what_goes_wrong_when_parents_are_visited_at_once():
    widget = widgets.backward_order()
    assert ends(widget, order="parents at once") == {**WANTED, "w": 4, "x": 3}
    assert "Finite differences give x 12, w 16." in widget.status
    widget.set(step=3)
    assert "u hands on 2 (local slope) × 2 = 4 to w" in widget.status
    assert "to x, too early: it has 1 of 2." in widget.status


def test_backward_order_shows_that_nothing_comes_through_in_the_order_of_making():
    widget = widgets.backward_order()
    assert ends(widget, order="as made") == {"L": 1, "q": 3, "p": 0, "u": 2, "w": 0, "x": 0}
    assert "Finite differences give x 12, w 16, u 8, p 3." in widget.status
    widget.set(step=4)
    assert "p hands on 2 (local slope) × 0 = 0 to u, too early: it has 0 of 1." in widget.status


def test_backward_order_says_each_step():
    widget = widgets.backward_order()
    assert "the gradient of L against itself is 1" in widget.set(step=0).status
    assert "Step 3: p hands on 2 (local slope) × 3 = 6 to u." in widget.set(step=3).status
    assert "u 8, w 0" in widget.status
    assert "x has no parents and hands nothing on." in widget.set(step=6).status


def by_depth(end):
    """A right order: the longest way to the end first counted, then sorted by it."""
    depth = {id(end): (0, end)}
    waiting = [end]
    for value in waiting:
        for parent, _ in value.parents:
            deeper = depth[id(value)][0] + 1
            if id(parent) not in depth or depth[id(parent)][0] < deeper:
                depth[id(parent)] = (deeper, parent)
                waiting.append(parent)
    return [value for _, value in sorted(depth.values(), key=lambda pair: pair[0])]


def at_once(end):
    found = [end]
    for value in found:
        found += [parent for parent, _ in value.parents if parent not in found]
    return found


def test_backward_order_runs_the_readers_function_right_or_wrong():
    right, wrong = widgets.backward_order(by_depth), widgets.backward_order(at_once)
    assert ends(right) == WANTED and "Using your backward_order." in right.status
    assert ends(wrong) == {**WANTED, "w": 4, "x": 3}
    assert "Finite differences give" in wrong.status and "Using your" in wrong.status


@pytest.mark.parametrize(
    ("order", "says"),
    [
        (lambda end: [end], "until yours returns what it should"),
        (lambda end: None, "until yours works (it raised TypeError)"),
        (lambda end: ["a"] * 6, "until yours works (it raised KeyError)"),
        (lambda end: not_written(), "until yours is written"),
    ],
)
def test_backward_order_stands_in_until_the_readers_works(order, says):
    widget = widgets.backward_order(order)
    assert says in widget.status and ends(widget) == WANTED


def not_written():
    raise NotImplementedError


def test_backward_order_numbers_what_has_handed_on():
    widget = widgets.backward_order().set(step=4)
    shown = [t for t in widget.figure.axes[0].texts if t.get_visible() and t.get_bbox_patch()]
    assert sorted(t.get_text() for t in shown) == ["1", "2", "3", "4"]


@pytest.mark.parametrize("name", ["graph_stepper", "backward_order"])
def test_arrows_move_without_a_full_redraw(name):
    widget = getattr(widgets, name)()
    background = widget._background
    for step in range(1, widget.controls["step"].settings["max"] + 1):
        widget.set(step=step)
        assert widget._background is background
