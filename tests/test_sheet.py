"""The cheat sheet: each formula on it is computed here, and it fills one page."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from deepcalc._work.beside import cells
from deepcalc._work.definitions import define
from deepcalc.numeric import derivative, gradient, jacobian
from grading.authoring.sheet import BROWSERS, sheet
from grading.mathml import with_mathml
from grading.paths import Course

ROOT = Path(__file__).parents[1]
SHEET = (ROOT / "docs" / "cheat_sheet.md").read_text(encoding="utf-8")
SECTIONS = {
    section.partition("\n")[0]: section for section in re.split(r"^## ", SHEET, flags=re.MULTILINE)
}
CLOSE = {"rtol": 1e-6, "atol": 1e-8}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def slope_is(f, rule, at=(0.3, 0.8, 2.0)):
    return np.allclose([derivative(f, x) for x in at], [rule(x) for x in at], **CLOSE)


def steps_of(factor, rate, curvature):
    """Whether a step on a bowl leaves this share of the distance."""
    w = np.array([2.0, -1.0])
    return np.allclose(w - rate * gradient(lambda v: curvature / 2 * v @ v, w), factor * w, **CLOSE)


RNG = np.random.default_rng(5)
X, W, b = RNG.normal(size=(5, 3)), RNG.normal(size=(3, 2)), RNG.normal(size=2)
DZ, Y = RNG.normal(size=(5, 2)), RNG.uniform(size=(5, 2))
A = np.array([[2.0, 0.5], [0.5, 1.0]])
DIRECTION = np.array([3.0, 4.0])


def twice(w):
    """A function of two numbers, for slopes along a direction."""
    return w[0] ** 2 * w[1]


def two_outputs(w):
    return np.array([w[0] * w[1], np.sin(w[0]), w[1] ** 3])


def layer_slope(part):
    """The measured slope of the sum of DZ times z, against X, W or b."""
    parts = {"X": X, "W": W, "b": b}
    return gradient(
        lambda v: np.sum(DZ * ((p := {**parts, part: v})["X"] @ p["W"] + p["b"])), parts[part]
    )


def softmax_loss(z, label=1):
    p = np.exp(z) / np.exp(z).sum()
    return -np.log(p[label])


def softmax_slope(z, label=1):
    p = np.exp(z) / np.exp(z).sum()
    return np.where(np.arange(len(z)) == label, p - 1, p)


def stable(rate):
    """Whether descent on a bowl of curvatures 1 and 4 comes closer to its minimum."""
    w = np.array([1.0, 1.0])
    for _ in range(500):
        w = w - rate * np.array([1.0, 4.0]) * w
    return np.abs(w).max() < 1


def momentum(w, rate, beta, steps):
    v = 0.0
    for _ in range(steps):
        v = beta * v + w  # the slope of w²/2
        w = w - rate * v
    return w


def adam(w, rate, steps, betas=(0.9, 0.999), eps=1e-8):
    m = v = 0.0
    for k in range(1, steps + 1):
        g = w
        m = betas[0] * m + (1 - betas[0]) * g
        v = betas[1] * v + (1 - betas[1]) * g**2
        m_hat, v_hat = m / (1 - betas[0] ** k), v / (1 - betas[1] ** k)
        w = w - rate * m_hat / (np.sqrt(v_hat) + eps)
    return w


def the_readers(name):
    """The solved function of notebook 4, which the text there derives."""
    notebook = "04_gradient_descent"
    found = cells(ROOT / "solutions" / notebook / f"{notebook}.ipynb")
    return define(name, [cell.source for cell in found], {"np": np}, notebook)


def same_path_as(name, own, *settings):
    return np.isclose(the_readers(name)(lambda w: w, [1.0], *settings)[-1, 0], own)


W0, EAST = np.array([0.7, -1.2]), np.array([1.0, 0.0])
Z3 = np.array([0.5, -1.0, 2.0])
FORMULAS = {
    # Derivatives
    r"f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}": lambda: np.isclose(
        (np.exp(1 + 1e-7) - np.exp(1)) / 1e-7, np.e, rtol=1e-6
    ),
    r"f'(x) \approx \frac{f(x + h) - f(x - h)}{2h}": lambda: np.isclose(
        (np.exp(1 + 1e-5) - np.exp(1 - 1e-5)) / 2e-5, np.e, rtol=1e-9
    ),
    r"h = 10^{-5}": lambda: min(
        range(1, 12),
        key=lambda k: abs((np.exp(1 + 10**-k) - np.exp(1 - 10**-k)) / (2 * 10**-k) - np.e),
    ) in (5, 6),
    r"(f + g)' = f' + g'": lambda: slope_is(
        lambda x: np.sin(x) + x**2, lambda x: np.cos(x) + 2 * x
    ),
    r"(c\,f)' = c\,f'": lambda: slope_is(lambda x: -3 * np.sin(x), lambda x: -3 * np.cos(x)),
    r"(u\,v)' = u'\,v + u\,v'": lambda: slope_is(
        lambda x: np.sin(x) * x**2, lambda x: np.cos(x) * x**2 + np.sin(x) * 2 * x
    ),
    r"(\frac{u}{v})' = \frac{u'\,v - u\,v'}{v^2}": lambda: slope_is(
        lambda x: np.sin(x) / x**2, lambda x: (np.cos(x) * x**2 - np.sin(x) * 2 * x) / x**4
    ),
    r"(x^n)' = n\,x^{n - 1}": lambda: all(
        slope_is(lambda x, n=n: x**n, lambda x, n=n: n * x ** (n - 1)) for n in (1, 2, 3, 7)
    ),
    r"(e^x)' = e^x": lambda: slope_is(np.exp, np.exp),
    r"(\ln\, x)' = \frac{1}{x}": lambda: slope_is(np.log, lambda x: 1 / x),
    r"\sigma'(z) = \sigma(z)\,(1 - \sigma(z)) \le \frac{1}{4}": lambda: slope_is(
        sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z)), (-3, 0, 0.3, 2)
    ) and sigmoid(0.0) * (1 - sigmoid(0.0)) == 0.25,
    r"\tanh'(z) = 1 - \tanh^2(z)": lambda: slope_is(np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    r"(\ln(1 + e^z))' = \sigma(z)": lambda: slope_is(lambda z: np.log(1 + np.exp(z)), sigmoid),
    r"\frac{dL}{dx} = \frac{dL}{dz} \cdot \frac{dz}{dx}": lambda: slope_is(
        lambda x: np.sin(x**2), lambda x: np.cos(x**2) * 2 * x
    ),
    r"\frac{dL}{dx} = \frac{\partial L}{\partial u} \cdot \frac{du}{dx}"
    r" + \frac{\partial L}{\partial v} \cdot \frac{dv}{dx}": lambda: slope_is(
        lambda x: x**2 * np.sin(x), lambda x: np.sin(x) * 2 * x + x**2 * np.cos(x)
    ),
    # Many variables
    r"\nabla L = (\frac{\partial L}{\partial w_1}, \dots, \frac{\partial L}{\partial w_n})":
        lambda: np.allclose(
            gradient(twice, W0), [2 * W0[0] * W0[1], W0[0] ** 2], **CLOSE
        ),
    r"\nabla L \cdot d \,/\, \lVert d \rVert": lambda: np.isclose(
        derivative(lambda t: twice(W0 + t * DIRECTION / 5), 0.0),
        gradient(twice, W0) @ DIRECTION / 5,
        **CLOSE,
    ),
    r"\lVert \nabla L \rVert": lambda: max(
        gradient(twice, W0) @ [np.cos(t), np.sin(t)] for t in np.linspace(0, 7, 1000)
    ) <= np.linalg.norm(gradient(twice, W0)),
    r"\nabla (\frac{1}{2} w^T A\, w) = A\,w": lambda: np.allclose(
        gradient(lambda w: w @ A @ w / 2, W0), A @ W0, **CLOSE
    ),
    r"J_{ij} = \frac{\partial f_i}{\partial x_j}": lambda: np.isclose(
        jacobian(two_outputs, W0)[2, 1], 3 * W0[1] ** 2, **CLOSE
    ),
    r"g^T J": lambda: np.allclose(
        Z3 @ jacobian(two_outputs, W0), gradient(lambda w: Z3 @ two_outputs(w), W0), **CLOSE
    ),
    r"J\,v": lambda: np.allclose(
        jacobian(two_outputs, W0) @ DIRECTION,
        (two_outputs(W0 + 1e-6 * DIRECTION) - two_outputs(W0 - 1e-6 * DIRECTION)) / 2e-6,
        rtol=1e-5,
    ),
    # A layer
    r"dW = X^T dz": lambda: np.allclose(layer_slope("W"), X.T @ DZ, **CLOSE),
    r"db = \sum_{\text{rows}} dz": lambda: np.allclose(layer_slope("b"), DZ.sum(0), **CLOSE),
    r"dX = dz\,W^T": lambda: np.allclose(layer_slope("X"), DZ @ W.T, **CLOSE),
    r"dz = da \odot a \odot (1 - a)": lambda: np.allclose(
        gradient(lambda z: np.sum(DZ * sigmoid(z)), Y),
        DZ * sigmoid(Y) * (1 - sigmoid(Y)),
        **CLOSE,
    ),
    r"d\hat y = \frac{2}{N}\,(\hat y - y)": lambda: np.allclose(
        gradient(lambda out: np.mean((out - Y) ** 2), DZ), 2 / Y.size * (DZ - Y), **CLOSE
    ),
    r"dz = \sigma(z) - y": lambda: all(
        slope_is(lambda z, y=y: np.log(1 + np.exp(z)) - y * z, lambda z, y=y: sigmoid(z) - y)
        for y in (0, 1)
    ),
    r"dz_i = p_i - 1": lambda: np.allclose(gradient(softmax_loss, Z3), softmax_slope(Z3), **CLOSE),
    # Steps
    r"w \leftarrow w - \eta\,g": lambda: steps_of(0.6, 0.1, 4.0),
    r"1 - \eta\lambda": lambda: all(
        steps_of(1 - rate * bend, rate, bend) for rate in (0.1, 0.7) for bend in (0.5, 3)
    ),
    r"0 < \eta < 2 / \lambda_{\text{max}}": lambda: stable(0.499) and not stable(0.501),
    r"v \leftarrow \beta v + g": lambda: same_path_as(
        "momentum_descent", momentum(1.0, 0.1, 0.9, 7), 0.1, 0.9, 7
    ),
    r"w \leftarrow w - \eta\,v": lambda: momentum(1.0, 0.1, 0.0, 1) == 0.9,
    r"m \leftarrow \beta_1 m + (1 - \beta_1)\,g": lambda: same_path_as(
        "adam_descent", adam(1.0, 0.1, 7), 0.1, 7
    ),
    r"v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2": lambda: same_path_as(
        "adam_descent", adam(1.0, 0.1, 7, (0.5, 0.7)), 0.1, 7, 0.5, 0.7
    ),
    r"w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}": lambda: same_path_as(
        "adam_descent", adam(1.0, 0.1, 3, eps=0.5), 0.1, 3, 0.9, 0.999, 0.5
    ),
    r"\hat m = \frac{m}{1 - \beta_1^k}": lambda: np.isclose(adam(1.0, 0.1, 1), 0.9),
    r"\hat v = \frac{v}{1 - \beta_2^k}": lambda: np.isclose(adam(5.0, 0.1, 1), 4.9),
    # The check
    r"m = \frac{L(w + h) - L(w - h)}{2h}": lambda: np.isclose(
        (twice(W0 + 1e-5 * EAST) - twice(W0 - 1e-5 * EAST)) / 2e-5, 2 * W0[0] * W0[1]
    ),
    r"\text{error} = \frac{\lvert g - m \rvert}"
    r"{\max(\lvert g \rvert,\, \lvert m \rvert,\, 10^{-3})}": lambda: (
        abs(-3 - 3) / max(3, 3, 1e-3) == 2
    ),
}  # fmt: skip
FORWARD = {  # what a row starts from, and the conditions in words
    "z = X W + b", r"a = \sigma(z)", r"L = \frac{1}{N} \sum (\hat y - y)^2",
    r"L = \ln(1 + e^z) - y\,z", r"p_i = e^{z_i} / \sum_j e^{z_j}", r"L = -\ln\, p_y",
    r"\nabla L = 0", r"\partial L / \partial z", "z > 0", "z < 0", "i = y", "p_i", "h^2", "dz",
    "10^{-6}", "1", "0",
}  # fmt: skip
LETTERS = re.compile(r"[A-Za-z]|\(\w?,? ?\w?,?\)")


def formulas():
    """All between dollar signs, but for the table of symbols."""
    for title, section in SECTIONS.items():
        if title != "Symbols":
            yield from re.findall(r"\$([^$]+)\$", section)


def test_every_formula_is_computed_here_and_no_other():
    shown = {f for f in formulas() if not LETTERS.fullmatch(f)}
    assert shown - FORWARD == set(FORMULAS)
    assert shown >= FORWARD


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula(formula):
    assert FORMULAS[formula]()


def test_shapes_are_those_of_the_variables():
    rows = re.findall(r"\| \$(\w+) = [^|]+ \| \$(\(.+?\))\$ \|", SECTIONS["A layer, backward"])
    assert dict(rows)["dW"] == "(p, q)" and dict(rows)["db"] == "(q,)"
    assert dict(rows)["dX"] == "(n, p)"
    assert layer_slope("W").shape == (3, 2) and layer_slope("b").shape == (2,)


def test_critical_points_are_told_by_the_eigenvalues():
    for bends, kind in (((1, 2), "minimum"), ((-1, -2), "maximum"), ((1, -2), "saddle")):
        around = [np.array(bends) @ np.array(d) ** 2 for d in ((1, 0), (0, 1))]
        says = "minimum" if min(around) > 0 else "maximum" if max(around) < 0 else "saddle"
        assert says == kind and kind in SECTIONS["Many variables"]


def mathematics(notebook):
    text = (ROOT / "source" / f"{notebook}.py").read_text(encoding="utf-8")
    text = "\n".join(line[2:] for line in text.splitlines() if line.startswith("# "))
    return ["".join(found) for found in re.findall(r"\$\$(.+?)\$\$|\$(.+?)\$", text, re.DOTALL)]


def test_symbols_occur_first_in_the_notebook_that_is_named():
    names = Course(ROOT).names
    rows = re.findall(r"^\| (\$.+?) \| (.+) \| (\d) \|$", SECTIONS["Symbols"], re.MULTILINE)
    assert len(rows) >= 25
    wrong = []
    for symbols, _, number in rows:
        for symbol in re.findall(r"\$([^$]+)\$", symbols):
            sign = {"f'(x)": r"f'", r"\lVert v \rVert": r"\lVert", "A^T": "^T"}.get(symbol, symbol)
            sign = sign.replace(r"\partial L / \partial w", r"\partial")
            end = r"(?![A-Za-z])" if sign[-1].isalpha() else ""
            start = r"(?<![A-Za-z\\])" if sign[0].isalpha() else ""
            sought = re.compile(start + re.escape(sign) + end)
            found = [k + 1 for k, name in enumerate(names)
                     if any(map(sought.search, mathematics(name)))]  # fmt: skip
            first = len(symbol) > 1  # a letter may mean something else before
            if int(number) not in found or (first and found[0] < int(number)):
                wrong.append((symbol, number, found))
    assert not wrong, wrong


def test_formulas_become_mathml_and_code_stays():
    text = "a `$x$` and $x^2$ cost\n```python\n# $y$\n```\n"
    shown = with_mathml(text)
    assert "`$x$`" in shown and "# $y$" in shown and shown.count("<math") == 1
    assert "<msup>" in shown


def test_it_is_one_page_on_a4(tmp_path):
    made = sheet(Course(ROOT), tmp_path)
    page = made[0].read_text(encoding="utf-8")
    assert (
        "$" not in page
        and page.count("<h2") == 6
        and "http" not in page.replace("http://www.w3.org/1998/Math/MathML", "")
    )
    if len(made) == 1:
        pytest.skip(f"none of {', '.join(BROWSERS)} is here")
    pdf = made[1].read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    [(width, height)] = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert abs(float(width) - 595) < 1 and abs(float(height) - 842) < 1


def test_without_a_browser_there_is_the_page_and_a_word(tmp_path):
    command = [sys.executable, "-c", "from grading.cli import app; app()"]
    done = subprocess.run(
        [*command, "sheet", "--into", str(tmp_path)],
        cwd=ROOT, env={"PATH": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "no Chromium here" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["cheat_sheet.html"]
