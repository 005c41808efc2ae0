"""What notebooks do with a reader's functions of earlier ones: the numbers that the text says."""

import shutil

import numpy as np
import pytest

import deepcalc as dc
from deepcalc.plotting.style import alt_text
from deepcalc.plotting.xor_networks import flat, named
from deepcalc.plotting.xor_optimisers import BELOW, losses_of, stored

from .conftest import ROOT

OPTIMISERS = ("gradient_descent", "momentum_descent", "adam_descent")


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    """The solved notebooks in one folder, as a reader may have them."""
    folder = tmp_path_factory.mktemp("solved")
    for path in ROOT.glob("solutions/*/*.ipynb"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def trained(solved, monkeypatch):
    """Trains notebook 5's network by an optimiser of notebook 4, from the weights of a seed."""
    monkeypatch.chdir(solved)
    forward, backward = dc.earlier("05_backprop_xor", "forward", "backward")
    own = dict(zip(OPTIMISERS, dc.earlier("04_gradient_descent", *OPTIMISERS), strict=True))
    X, y = dc.data.xor_data()

    def gradient(w):
        params = named(w)
        return flat(backward(params, forward(params, X)[1], y))

    def trained(name, *settings, seed=0):
        start = np.random.default_rng(seed).normal(0, 0.5, size=17)
        return own[name](gradient, start, *settings)

    return trained


RUNS = {
    "plain": ("gradient_descent", 5.0, 400),
    "momentum": ("momentum_descent", 1.0, 0.9, 400),
    "Adam": ("adam_descent", 0.1, 400),
}


def solved_after(losses):
    return int(np.argmax(losses < BELOW))


@pytest.mark.parametrize(
    ("name", "off_the_plateau", "steps"),
    [("plain", 77, 246), ("momentum", 54, 140), ("Adam", 28, 118)],
)
def test_stored_runs_are_those_of_the_solved_notebooks(trained, name, off_the_plateau, steps):
    losses = losses_of(trained(*RUNS[name]))
    assert np.allclose(losses, stored()[name], rtol=1e-5)
    assert solved_after(losses) == steps
    assert np.argmax(losses < 0.24) == off_the_plateau


def test_plain_descent_with_twice_the_rate_is_as_quick(trained):
    assert solved_after(losses_of(trained("gradient_descent", 10.0, 400))) == 119


def test_adam_gets_stuck_from_another_start(trained):
    losses = losses_of(trained("adam_descent", 0.1, 400, seed=3))
    assert np.isclose(losses[-1], 0.125, atol=5e-4) and losses.min() > 0.12
    assert solved_after(losses_of(trained("gradient_descent", 5.0, 400, seed=3))) == 263


def test_the_figure_says_whose_runs_it_shows(trained):
    settings = ("plain, η = 5", "momentum, η = 1, β = 0.9", "Adam, η = 0.1")
    names = dict(zip(settings, RUNS, strict=True))
    runs = {name: lambda key=key: trained(*RUNS[key]) for name, key in names.items()}
    mine = alt_text(dc.plotting.plot_optimisers(runs))
    assert "With your own functions." in mine
    assert "Adam, η = 0.1: below 0.01 after 118 steps" in mine
    unwritten = {**runs, "Adam, η = 0.1": [].pop, "momentum, η = 1, β = 0.9": lambda: 3}
    theirs = alt_text(dc.plotting.plot_optimisers(unwritten))
    assert theirs.replace("Made beforehand: momentum, Adam.", "With your own functions.") == mine
