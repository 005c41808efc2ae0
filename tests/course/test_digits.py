"""The finale of notebook 05: right answers of all kinds learn to read the digits."""

import io
import json
import re
import sys
from contextlib import redirect_stdout
from types import SimpleNamespace

import numpy as np
import pytest

from deepcalc import data, digits
from deepcalc.plotting.digits import STRONG
from grading.authoring.catalogue import read_answers
from grading.paths import Course
from grading.sealed.examiner.assignment import Assignment

COURSE = Course.find()
NAME = "05_backprop_xor"
USED = ("init_params", "forward", "digit_slopes", "pixel_slopes")

# Other right answers of the catalogue, by exercise; the names are those of its cells.
OTHERS = {
    "as in the solution": {},
    "in the words of the textbook": {
        "init_params": "standard_normal, scaled",
        "forward": "np.dot and the textbook's sigmoid",
        "backward": "short names, textbook order",
        "softmax_cross_entropy": "one-hot targets",
        "train": "an array of losses",
    },
    "by einsum, from the saved sums": {
        "init_params": "uniform numbers of the same spread",
        "forward": "einsum",
        "backward": "slopes of the sigmoid from z",
        "softmax_cross_entropy": "logaddexp",
        "train": "everything inside",
    },
}


def functions(answers):
    """All that the cells define, with other answers of the catalogue in the place of some."""
    notebook = Assignment.from_notebook(COURSE.notebook("source", NAME))
    names = {"__name__": "__main__"}
    for cell in notebook.cells:
        if cell.kind != "demo":
            with redirect_stdout(io.StringIO()):
                exec(cell.solved, names)
    for exercise, wanted in answers.items():
        catalogue = read_answers(COURSE.root / "catalogue" / NAME / f"{exercise}.py")
        [answer] = [a for a in catalogue if (a.kind, a.name) == ("right", wanted)]
        exec(answer.code, names)
    return names


def source_cells():
    """The text of all cells, those of the pictures too."""
    notebook = json.loads(COURSE.notebook("source", NAME).read_text(encoding="utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"]]


@pytest.fixture(scope="module", params=OTHERS)
def names(request):
    return functions(OTHERS[request.param])


@pytest.fixture(scope="module")
def network(names):
    return digits.learn(*(names[name] for name in USED), seconds=100)


def part_read(answers, labels):
    return np.mean(answers == labels)


def test_the_readers_functions_read_nine_of_ten_held_out_digits(network):
    _, _, held_out, labels = data.digits()
    assert network.whose == "using your network"
    assert network.losses.shape == (digits.EPOCHS,)
    read = part_read(network.answers(held_out), labels)
    assert read >= 0.90
    assert network.read[-1, 2] == read == np.trace(network.confusions()) / len(labels)


def test_train_as_it_is_reads_nine_of_ten_held_out_digits(names):
    images, labels, held_out, held_labels = data.digits()
    begin = names["init_params"](64, 32, 10, np.random.default_rng(0))
    params = names["train"](begin, images, np.eye(10)[labels], 20.0, 200)[0]
    answers = np.argmax(names["forward"](params, held_out)[0], axis=1)
    assert part_read(answers, held_labels) >= 0.90


def test_slopes_of_the_cross_entropy_are_those_that_are_measured(names):
    images, labels, _, _ = data.digits()
    params = names["init_params"](64, 3, 10, np.random.default_rng(1))
    loss = lambda p: names["digit_slopes"](p, images[:20], labels[:20])[0]
    found = names["digit_slopes"](params, images[:20], labels[:20])[1]
    assert names["gradient_check"](loss, params, found) < 1e-6


def test_slopes_against_the_pixels_are_those_that_are_measured(network):
    _, _, held_out, _ = data.digits()
    for k in (0, 100, 200):
        answer = network.answers(held_out[k : k + 1])[0]
        steps = 1e-5 * np.eye(64)
        ahead, behind = (
            np.log(network.probabilities(held_out[k] + sign * steps))[:, answer] for sign in (1, -1)
        )
        measured = (ahead - behind) / 2e-5
        assert np.allclose(network.surer(held_out[k], answer), measured, rtol=1e-5, atol=1e-8)


def not_written(*_):
    raise NotImplementedError


def broken(params, *_):
    return params.nothing


@pytest.mark.parametrize(
    ("exercise", "function", "says"),
    [
        ("backward", not_written, "until yours is written"),
        ("softmax_cross_entropy", broken, "until yours works (it raised AttributeError)"),
        ("forward", lambda params, X: X, "until yours works (it raised TypeError)"),
    ],
)
def test_what_is_not_written_or_broken_is_stood_in_for(exercise, function, says):
    names = functions({})
    names[exercise] = function
    network = digits.learn(*(names[name] for name in USED))
    assert network.whose.startswith(f"using {digits.STAND_IN} until yours")
    assert says in network.whose or exercise == "forward"
    assert network.read[-1, 2] >= 0.90


def test_what_runs_but_does_not_learn_is_stood_in_for():
    names = functions({})
    right = names["backward"]
    names["backward"] = lambda *given: {key: -slope for key, slope in right(*given).items()}
    network = digits.learn(*(names[name] for name in USED))
    assert network.whose.startswith(f"using {digits.STAND_IN} until yours learns (it reads ")


def test_what_is_too_slow_is_stopped_and_says_so():
    names = functions({})
    network = digits.learn(*(names[name] for name in USED), seconds=0.0)
    assert "stopped after 0 of 200 epochs" in network.whose
    assert network.read[-1, 2] >= 0.90  # it is the one trained beforehand


def test_the_network_trained_beforehand_is_what_the_solution_learns():
    names = functions({})
    fresh, stored = digits.learn(*(names[name] for name in USED), seconds=100), digits.learn()
    assert stored.whose == f"using {digits.STAND_IN}"
    assert np.allclose(stored.losses, fresh.losses, rtol=1e-3)
    _, _, held_out, _ = data.digits()
    assert np.mean(stored.answers(held_out) == fresh.answers(held_out)) > 0.995
    slopes = [network.surer(held_out[5], 3) for network in (stored, fresh)]
    assert np.allclose(*slopes, rtol=1e-2, atol=1e-4)


# What the text says of the pictures, and of other starts.


def test_of_twenty_starts_one_never_reads_a_digit_and_with_cross_entropy_all_do_well():
    names = functions({})
    images, labels, held_out, held_labels = data.digits()
    stuck, crossed = [], []
    for seed in range(20):
        begin = names["init_params"](64, 32, 10, np.random.default_rng(seed))
        params = names["train"](begin, images, np.eye(10)[labels], 20.0, 200)[0]
        answers = np.argmax(names["forward"](params, held_out)[0], axis=1)
        for digit in set(range(10)) - set(answers):
            given = names["forward"](params, images)[0][labels == digit, digit]
            stuck.append((seed, digit, given.mean() < 0.01))
        network = digits.learn(*(names[name] for name in USED), seed=seed, seconds=100)
        crossed.append(part_read(network.answers(held_out), held_labels))
    assert stuck == [(1, 0, True)]
    assert min(crossed) > 0.9


def surest(network):
    """The held-out digits, the answers, and the slopes of ln p of each against its pixels."""
    _, _, held_out, labels = data.digits()
    answers = network.answers(held_out)
    slopes = [network.surer(x, k) for x, k in zip(held_out, answers, strict=True)]
    return held_out, labels, answers, np.array(slopes)


def test_loss_falls_from_the_start_and_held_out_digits_are_read_less_well(network):
    assert np.all(np.diff(network.losses) < 0) and network.losses[20] < network.losses[0] / 2
    assert np.all(network.read[5:, 1] > network.read[5:, 2])
    assert network.read[-1, 1] - network.read[-1, 2] > 0.01


def test_most_strong_slopes_are_at_the_strokes_and_three_pixels_never_learned():
    network = digits.learn()
    held_out, _, _, slopes = surest(network)
    strong = np.abs(slopes) >= STRONG * np.abs(slopes).max(axis=1, keepdims=True)
    padded = np.pad(held_out.reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    around = [padded[:, i : i + 8, j : j + 8] for i in range(3) for j in range(3)]
    beside = np.max(around, axis=0).reshape(-1, 64) > 0.25  # a stroke, not a trace of one
    assert np.mean(beside[strong]) > 0.9 and np.mean(beside) < 0.8
    assert np.mean(strong[beside]) > 3 * np.mean(strong[~beside])
    images, _, _, _ = data.digits()
    start = np.random.default_rng(0).normal(0, 0.5, size=(64, digits.HIDDEN))
    still = np.all(np.isclose(network.params["W1"], start, atol=1e-6), axis=1)
    assert np.array_equal(still, images.max(axis=0) == 0) and still.sum() == 3
    assert np.mean(images.reshape(-1, 8, 8)[:, :, [0, 7]] > 0) < 0.05


def test_three_strongest_minus_signs_change_most_right_answers():
    network = digits.learn()
    held_out, labels, answers, slopes = surest(network)
    places = np.argsort(slopes, axis=1)[:, :3]
    painted = held_out.copy()
    np.put_along_axis(painted, places, 1.0, axis=1)
    right = answers == labels
    assert 0.5 < np.mean(network.answers(painted)[right] != labels[right]) < 0.75


def test_torch_is_told_of_in_one_line_where_it_is_not(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "torch", None)
    [cell] = [c for c in source_cells() if "import torch" in c]
    exec(cell, {})
    assert len(capsys.readouterr().out.splitlines()) == 1


class Layers(list):
    """What the cell beside PyTorch uses of it, with slopes that are measured.

    It has PyTorch's conventions: a layer's weights have a row for each unit, and parameters come
    layer by layer, weights first.
    """

    class Tensor:
        def __init__(self, numbers):
            self.data = self
            self.numbers = np.array(numbers)

        def numpy(self):
            return self.numbers

    def double(self):
        self.made = [
            Layers.Tensor(np.full(shape, np.nan))
            for layer in self
            if isinstance(layer, tuple)
            for shape in (layer[::-1], layer[1:])
        ]
        return self

    def parameters(self):
        return iter(self.made)

    def __call__(self, X):
        values = X.numbers
        made = iter([tensor.data.numbers for tensor in self.made])
        for layer in self:
            if isinstance(layer, tuple):
                values = values @ next(made).T + next(made)
            else:
                values = 1 / (1 + np.exp(-values))
        return SimpleNamespace(model=self, X=X, numbers=values)


def cross_entropy(scores, labels):
    def loss(z):
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), labels.numbers])

    def backward():
        for tensor in scores.model.made:
            numbers, slopes = tensor.data.numbers, np.zeros(tensor.data.numbers.shape)
            for place in list(np.ndindex(numbers.shape))[::97]:  # some, for time
                kept, ends = numbers[place], []
                for step in (1e-5, -1e-5):
                    numbers[place] = kept + step
                    ends.append(loss(scores.model(scores.X).numbers))
                numbers[place] = kept
                slopes[place] = (ends[0] - ends[1]) / 2e-5
            tensor.grad = Layers.Tensor(np.where(slopes == 0, np.nan, slopes))

    return SimpleNamespace(backward=backward)


def test_torch_gets_the_weights_as_it_keeps_them(monkeypatch, capsys):
    """With a stand-in: PyTorch itself is too large for the tests."""
    nn = SimpleNamespace(
        Linear=lambda n_in, n_out: (n_in, n_out),
        Sigmoid=lambda: "sigmoid",
        Sequential=lambda *layers: Layers(layers),
        functional=SimpleNamespace(cross_entropy=cross_entropy),
    )
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(nn=nn, tensor=Layers.Tensor))
    names = functions({})
    names |= dict(zip(("images", "labels", "held_out", "held_labels"), data.digits(), strict=True))
    names["network"] = digits.learn()
    [cell] = [c for c in source_cells() if "import torch" in c]
    exec(cell.replace(".max()", "[~np.isnan(theirs.grad.numpy().T)].max()"), names)
    told = re.findall(r"^d(\w+): largest distance (\S+)$", capsys.readouterr().out, re.MULTILINE)
    assert [key for key, _ in told] == ["W1", "b1", "W2", "b2"]
    assert all(float(apart) < 1e-8 for _, apart in told)
