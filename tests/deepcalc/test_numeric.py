"""The judge of all derivatives is itself judged by closed forms."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepcalc import numeric

points = st.floats(-3, 3)


@given(points)
def test_derivative_of_a_number_matches_the_closed_form(x):
    assert numeric.derivative(np.sin, x) == pytest.approx(np.cos(x), rel=1e-8, abs=1e-9)


def test_derivative_scales_its_step_with_the_point():
    assert numeric.derivative(np.log, 1e6) == pytest.approx(1e-6, rel=1e-8)


def test_derivative_of_an_array_keeps_its_shape():
    x = np.linspace(-1, 1, 6).reshape(2, 3)
    assert numeric.derivative(np.exp, x) == pytest.approx(np.exp(x), rel=1e-8)


@given(points)
def test_complex_step_reaches_machine_precision(x):
    assert numeric.complex_step(np.exp, x) == pytest.approx(np.exp(x), rel=1e-15)


def test_gradient_matches_the_closed_form_for_any_shape():
    weights = np.arange(6.0).reshape(2, 3)
    x = np.linspace(-1, 1, 6).reshape(2, 3)
    slopes = numeric.gradient(lambda x: np.sum(weights * x**3), x)
    assert slopes == pytest.approx(3 * weights * x**2, rel=1e-8, abs=1e-9)


def test_gradient_of_a_dict_has_its_keys_and_leaves_it_alone():
    params = {"W": np.ones((2, 3)), "b": np.zeros(3)}
    slopes = numeric.gradient(lambda p: np.sum(p["W"] ** 2) + 5 * p["b"][1], params)
    assert slopes["W"] == pytest.approx(2 * np.ones((2, 3)))
    assert slopes["b"] == pytest.approx(np.array([0.0, 5.0, 0.0]))
    assert (params["W"] == 1).all()


def test_gradient_refuses_a_function_with_several_outputs():
    with pytest.raises(ValueError, match="one number"):
        numeric.gradient(lambda x: x, np.ones(2))


def test_jacobian_has_outputs_first_and_inputs_second():
    matrix = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    slopes = numeric.jacobian(lambda x: matrix @ x, np.zeros(3))
    assert slopes == pytest.approx(matrix)


def test_relative_error_never_takes_nan_for_agreement():
    assert numeric.relative_error(np.nan, 1.0) == np.inf
    assert numeric.relative_error(np.nan, np.nan) == np.inf
    assert numeric.relative_error(np.inf, 1.0) == np.inf


@given(points, points)
def test_relative_error_is_symmetric_and_at_most_two(a, b):
    assert numeric.relative_error(a, b) == numeric.relative_error(b, a) <= 2
    assert numeric.relative_error(a, a) == 0


def test_import_loads_numpy_only():
    code = (
        "import sys, deepcalc, deepcalc.checking, deepcalc.numeric;"
        "heavy = {'matplotlib', 'ipywidgets', 'IPython'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
