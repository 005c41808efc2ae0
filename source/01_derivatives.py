# ---
# jupyter:
#   jupytext:
#     cell_metadata_filter: nbgrader,tags,-all
#     notebook_metadata_filter: -jupytext.text_representation.jupytext_version,-jupytext.text_representation.format_version
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Derivatives
#
# *Calculus for Deep Learning, notebook 1 of 5, about 1½ hours*
#
# A neural network learns by turning thousands of small knobs, its weights.
# For each knob it needs to know two things: which way to turn it, and how much the turn matters.
# The derivative is the number that answers both.
#
# Press Shift and Enter, twice: that runs the folded cell below.
# It loads NumPy, the figures and the checks.

# %% tags=["setup"]
# SETUP

# %% [markdown]
# After this notebook you will be able to
#
# - measure the slope of any function with two evaluations, and say how far to trust the result;
# - write the derivative of the functions that networks are built from, and check it;
# - explain why a deep stack of sigmoids learns slowly.
#
# You write nine short functions and make one prediction, worth 20 points together.
# Each has a check below it that answers at once: right, or what looks wrong and where.
# What a function is given stays as it is: it works on copies, since an array may be one that can only be read.
# You need Python with a little NumPy (arrays, and functions such as `np.exp` that act on every entry), and school algebra.

# %% [markdown]
# ## 1. Which way to turn a weight
#
# The smallest network is one neuron with one input $x$, one weight $w$ and one bias $b$.
# Without an activation its output is
#
# $$z = x\,w + b,$$
#
# in words: input times weight, plus bias.
# Hold the input fixed and look at $z$ as the weight turns.

# %%
x_input, bias = 1.5, -0.5


def linear_neuron(w):
    return x_input * w + bias


for w in [0.0, 1.0, 2.0, 3.0]:
    print(f"w = {w}:  z = {linear_neuron(w)}")

# %% [markdown]
# Each time the weight grows by 1, the output grows by 1.5.
# It does so wherever we start: the graph is a straight line, and its **slope** is 1.5.
# The slope answers both questions at once.
# Its sign says which way to turn the weight, its size says how much the turn matters.
#
# A real neuron bends its output with an **activation**, here the sigmoid $\sigma$ (say "sigma"):
#
# $$a = \sigma(z) = \frac{1}{1 + e^{-z}}.$$
#
# In words: one divided by one plus e to the minus z.
# It squeezes every number into the range between 0 and 1.


# %% tags=["demo"]
def squashed(z):
    return 1 / (1 + np.exp(-z))


dc.plotting.show(
    dc.plotting.plot_neuron(squashed, x=x_input, b=bias, w0=1.0, name="σ")
)

# %% [markdown]
# **What to look at.**
# On the left the slope is the same everywhere.
# On the right it depends on the place: steep in the middle, almost flat at both ends.
# The dashed line touches the curve in one point and runs along it there: the **tangent**.
# Its slope is the slope of the curve at that point, and the name for it is the **derivative**.

# %% [markdown]
# ## 2. From two points to one
#
# A line needs two points, and a tangent has only one.
# So take a second point, a small step $h$ further on, and draw the line through both, the **secant**.
# Its slope is the change of the output divided by the change of the input:
#
# $$\frac{f(x + h) - f(x)}{h}.$$
#
# Then let the step shrink.
# The number that the slope settles on is the derivative, written $f'(x)$ ("f prime of x"):
#
# $$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}.$$
#
# In words: the derivative is what the slope of the secant tends to as the step goes to zero.
# Try it on $f(x) = x^2$ at $x = 1$.


# %%
def square(x):
    return x**2


for h in [1.0, 0.1, 0.01, 0.001]:
    slope = (square(1 + h) - square(1)) / h
    print(f"h = {h:<6} slope of the secant = {slope:.6f}")

# %% [markdown]
# The slopes settle on 2.
# Algebra says why: $\frac{(1 + h)^2 - 1}{h} = \frac{2h + h^2}{h} = 2 + h$, and the $h$ fades away.
#
# The picture shows three secants at once; the closer the second point, the closer the secant comes to the tangent.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_secants(square, x0=1.0))

# %% [markdown]
# **What to look at.**
# All lines go through the same point at $x = 1$.
# The slope drops towards 2 as the second point moves in.
#
# Now do it yourself: drag the sliders, or move them with the arrow keys, and watch the secant turn into the tangent.

# %% tags=["demo"]
dc.widgets.secant_to_tangent(square, x0=1.0)

# %% [markdown]
# ### Exercise 1.1: forward difference (2 points)
#
# Write the slope of the secant as a function.
# It is called the *forward difference*, because the second point lies ahead.
#
# Worked example: for $f(x) = x^2$, $x = 1$ and $h = 0.5$ it is $(2.25 - 1) / 0.5 = 2.5$.
#
# <details><summary>Hint 1: I do not know how to use f</summary>
#
# <code>f</code> is a function like any other: <code>f(3.0)</code> is its value at 3.
#
# </details>
# <details><summary>Hint 2: my result is off by a lot</summary>
#
# Python divides before it subtracts.
# Put brackets around the difference.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "forward_difference", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_difference(f, x, h):
    """Slope of the secant through (x, f(x)) and (x + h, f(x + h)).

    Parameters
    ----------
    f : function of a number
    x : number, the place
    h : number, the step

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x)) / h
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_forward_difference", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope of a secant: its error shrinks in step with h."""
parabola = check.function("t: t**2")
check.value(forward_difference, parabola, 1.0, 0.5, expected=2.5)
check.value(forward_difference, parabola, 3.0, 0.1, expected=6.1)
check.order(
    forward_difference,
    lambda h: (np.sin, 1.0, h),
    exact=np.cos(1.0),
    order=1,
    steps=[1e-1, 1e-2, 1e-3, 1e-4],
)
check.contract(forward_difference, "forward_difference")
### BEGIN HIDDEN TESTS
check.sitting(
    forward_difference,
    "forward_difference",
    # In extended precision, so that the reference has no rounding error.
    lambda f, x, h: float(
        (f(np.longdouble(x) + h) - f(np.longdouble(x))) / np.longdouble(h)
    ),
    lambda rng, f, x, h: (f, x(rng), h),
    also=[(np.sin, 1.5, 0.5), (np.exp, 1.5, 0.5)],
    f={
        "f = t²": parabola,
        "f = t³": check.function("t: t**3"),
        "f = exp": np.exp,
        "f = sin": np.sin,
        "a flat f": check.function("t: 4.0"),
        "an f for single numbers": check.function(
            "t: -t * t if t < 0 else t * t"
        ),
        # It falls, and hardly: neither sign nor digits may be lost.
        "a line that hardly falls": check.function("t: -3e-9 * t"),
        "f = 1 / (1 + t²)": check.function("t: 1 / (1 + t**2)"),
    },
    x={
        "positive x": lambda rng: rng.uniform(0.3, 2),
        "negative x": lambda rng: rng.uniform(-2, -0.3),
        "x = 0": lambda rng: 0.0,
        "x far from 0": lambda rng: rng.uniform(5, 9) * rng.choice([-1, 1]),
        "a whole number x": lambda rng: int(rng.integers(-3, 4)),
    },
    h=[0.5, 1.0, 0.1, 0.03, 2, 0.004],
    atol=0,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: other functions, places of either sign, near and far, and steps from 0.004 to 2.
# Your result must agree to nine digits.

# %% [markdown]
# The last line of the check speaks of the **order** of the error.
# Order 1 means: ten times smaller a step gives ten times smaller an error.

# %% [markdown]
# ### Exercise 1.2: central difference (2 points)
#
# The forward difference looks to one side only.
# Looking the same distance to both sides is fairer, and far more accurate:
#
# $$f'(x) \approx \frac{f(x + h) - f(x - h)}{2h}.$$
#
# In words: the change from a step behind to a step ahead, divided by the two steps between them.
# Its error has order 2: ten times smaller a step, a hundred times smaller an error.
#
# Worked example: for $f(x) = x^3$, $x = 1$ and $h = 0.1$ it is $(1.331 - 0.729) / 0.2 = 3.01$.
#
# If nobody gives a step, use $h = 10^{-5}$.
# Section 4 shows why this is a good choice.
#
# <details><summary>Hint 1: my result is twice as large as expected</summary>
#
# How far apart are the two points at which you evaluate f?
#
# </details>
# <details><summary>Hint 2: Python says that an argument is missing</summary>
#
# The default step stands in the signature already; leave that line as it is.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "central_difference", "locked": false, "schema_version": 3, "solution": true, "task": false}
def central_difference(f, x, h=1e-5):
    """Slope of the secant through (x - h, f(x - h)) and (x + h, f(x + h)).

    Parameters
    ----------
    f : function of a number
    x : number, the place
    h : number, the step to each side

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    return (f(x + h) - f(x - h)) / (2 * h)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_central_difference", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope from both sides: its error shrinks like h squared."""
cube = check.function("t: t**3")
check.value(central_difference, cube, 1.0, 0.1, expected=3.01)
check.value(central_difference, np.sin, 0.0, expected=1.0, rtol=1e-8)
check.order(
    central_difference,
    lambda h: (np.sin, 1.0, h),
    exact=np.cos(1.0),
    order=2,
    steps=[1e-1, 3e-2, 1e-2, 3e-3],
)
check.contract(central_difference, "central_difference")


### BEGIN HIDDEN TESTS
def secant(f, x, h=1e-5):
    # In extended precision, so that the reference has no rounding error.
    x, h = np.longdouble(x), np.longdouble(h)
    return float((f(x + h) - f(x - h)) / (2 * h))


check.sitting(
    central_difference,
    "central_difference",
    secant,
    lambda rng, f, x, h: (f, x(rng), h),
    # For t³ at 0 the result is h²: this shows the default step.
    also=[
        (cube, 0.0),
        (cube, 0),
        (np.exp, 0.5),
        (np.sin, -2.0),
        (np.sin, 1.5, 0.5),
        (np.exp, 1.5, 0.5),
    ],
    f={
        "f = t³": cube,
        "f = t²": check.function("t: t**2"),
        "f = exp": np.exp,
        "f = sin": np.sin,
        "a flat f": check.function("t: 4.0"),
        "an f for single numbers": check.function(
            "t: -t * t if t < 0 else t * t"
        ),
        # It falls, and hardly: neither sign nor digits may be lost.
        "a line that hardly falls": check.function("t: -3e-9 * t"),
        "f = 1 / (1 + t²)": check.function("t: 1 / (1 + t**2)"),
    },
    x={
        "positive x": lambda rng: rng.uniform(0.3, 2),
        "negative x": lambda rng: rng.uniform(-2, -0.3),
        "x near 0": lambda rng: rng.uniform(0.01, 0.02),
        # There the step is still the one that was given.
        "x far from 0": lambda rng: rng.uniform(5, 9) * rng.choice([-1, 1]),
        "a whole number x": lambda rng: int(rng.choice([-3, -2, -1, 1, 2])),
    },
    h=[0.1, 1.0, 0.5, 0.03, 2, 0.004],
    rtol=1e-8,
    atol=0,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: other functions, places of either sign, near and far, steps from 0.004 to 2, and no step at all.
# Your result must agree to eight digits.

# %% [markdown]
# Why is the central difference so much better?
# Near a point a smooth curve is its tangent plus a bend:
#
# $$f(x + h) \approx f(x) + f'(x)\,h + \tfrac12 f''(x)\,h^2.$$
#
# Here $f''$ ("f double prime") is the slope of the slope: it says how fast the curve turns away from its tangent.
# In words: the value, plus the slope times the step, plus a bend that grows with the square of the step.
#
# The forward difference divides the bend by $h$ and keeps it as its error, $\tfrac12 f''(x)\,h$: order 1.
# A step to the left has the same bend as a step to the right, so in the central difference it cancels.
# What remains is of order $h^2$.
# For a parabola nothing remains at all: its central difference is exact but for rounding.

# %% [markdown]
# ### Exercise 1.3: the tangent line (2 points)
#
# Once the slope at $x_0$ is known, so is the tangent there.
# It starts at the height $f(x_0)$ and rises by $f'(x_0)$ for each unit to the right:
#
# $$t(x) = f(x_0) + f'(x_0)\,(x - x_0).$$
#
# In words: the height at $x_0$, plus the slope times the distance from $x_0$.
# It is the best straight line near $x_0$, and all that gradient descent will ever see of a function.
#
# Worked example: for $f(x) = x^2$ with $f'(x) = 2x$ and $x_0 = 1$, the tangent at $x = 3$ has the height $1 + 2 \cdot 2 = 5$.
# `x` may be a number or an array, of whole numbers too; the result has the same shape.
# Take the slope from `df`: a measured one is too coarse for the check.
#
# <details><summary>Hint: my line has the right slope but the wrong height</summary>
#
# The slope is multiplied by the distance from x0, not by x itself.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "tangent_line", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tangent_line(f, df, x0, x):
    """Height at x of the line that touches the graph of f at x0.

    Parameters
    ----------
    f, df : functions of a number, the second the derivative of the first
    x0 : number, where the line touches
    x : number or array, where to evaluate the line

    Returns
    -------
    number or array, the shape of x
    """
    ### BEGIN SOLUTION
    return f(x0) + df(x0) * (x - x0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_tangent_line", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The tangent touches the curve at x0 and has its slope there."""
parabola, double = check.function("t: t**2"), check.function("t: 2 * t")
check.value(tangent_line, parabola, double, 1.0, 3.0, expected=5.0)
check.value(tangent_line, parabola, double, 1.0, 1.0, expected=1.0)
x, line = np.array([-1.0, 0.0, 2.0]), np.array([-1.0, 0.0, 2.0])
check.value(tangent_line, np.sin, np.cos, 0.0, x, expected=line)
check.contract(tangent_line, "tangent_line")
### BEGIN HIDDEN TESTS
check.elementwise(
    tangent_line,
    "tangent_line",
    lambda f, df, x0, x: f(x0) + df(x0) * np.subtract(x, x0, dtype=float),
    -1000,
    1000,
    draw=lambda rng, x, pair, x0: (*pair, x0(rng), x),
    place=3,
    # Beside 1e6 a difference shows too few digits of the sine's slope.
    also=[
        (np.exp, np.exp, 0.5, 2.0),
        (np.sin, np.cos, 1.5, 2.0),
        (check.function("t: 1e6 + np.sin(t)"), np.cos, 0.7, 1.5e6),
        (check.function("t: np.sin(t) - 1e6"), np.cos, 2.7, -2.5e6),
    ],
    pair={
        "f = t²": (parabola, double),
        "f = exp": (np.exp, np.exp),
        "f = sin": (np.sin, np.cos),
        "f = cos": (np.cos, check.function("t: -np.sin(t)")),
        "f = a constant": (
            check.function("t: 4 + 0 * t"),
            check.function("t: 0 * t"),
        ),
    },
    x0={
        "positive x0": lambda rng: rng.uniform(0.5, 2),
        "negative x0": lambda rng: rng.uniform(-2, -0.5),
        "x0 = 0": lambda rng: 0.0,
        "a whole number x0": lambda rng: int(rng.choice([-2, -1, 1, 2])),
        "x0 far from 0": lambda rng: rng.uniform(3, 6) * rng.choice([-1, 1]),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: other functions, and places `x0` of either sign.
# For `x` there are numbers and arrays of any shape, decimal and whole, from −1000 to 1000, and single ones far beyond.
# Your result must agree to nine digits.

# %% [markdown]
# ## 3. The derivatives that deep learning needs
#
# Taking limits by hand every time would be tedious.
# Six functions cover most of what networks are built from.
#
# | function | derivative | where you meet it |
# |---|---|---|
# | $x^2$ | $2x$ | squared error |
# | $e^x$ | $e^x$ | softmax |
# | $\ln x$ | $1 / x$ | cross-entropy |
# | $\sigma(x)$ | $\sigma(x)\,(1 - \sigma(x))$ | gates, yes-or-no outputs |
# | $\tanh x$ | $1 - \tanh^2 x$ | activations between $-1$ and $1$ |
# | $\operatorname{ReLU}(x) = \max(0, x)$ | 0 left of 0, 1 right of 0 | the usual activation of deep networks |
#
# The names in the last column belong to later notebooks; you need not know them yet.
#
# Never believe a table: measure.
# Here are four of the six; the other two are exercises in section 5.

# %%
table = {
    "x squared": (lambda x: x**2, lambda x: 2 * x),
    "exp": (np.exp, np.exp),
    "ln": (np.log, lambda x: 1 / x),
    "tanh": (np.tanh, lambda x: 1 - np.tanh(x) ** 2),
}
h = 1e-5
for name, (f, df) in table.items():
    measured = (f(0.7 + h) - f(0.7 - h)) / (2 * h)
    print(
        f"{name:>10} at 0.7:  formula {df(0.7):.8f}   measured {measured:.8f}"
    )

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_gallery(
        {
            "$x^2$: squared error": (np.square, -2, 2),
            "$e^x$: softmax": (np.exp, -2, 2),
            "$\\ln x$: cross-entropy": (np.log, 0.2, 4),
            "sigmoid: gates": (lambda x: 1 / (1 + np.exp(-x)), -6, 6),
            "tanh: activations": (np.tanh, -4, 4),
            "ReLU: deep networks": (lambda x: np.maximum(0, x), -2, 2),
        }
    )
)

# %% [markdown]
# **What to look at.**
# Each panel shows a function and, dashed, its slope.
# Where the function rises, the slope is above zero; where the function is flat, the slope is zero.
#
# Two rules put these pieces together.
# The derivative of a **sum** is the sum of the derivatives.
# A **constant factor** stays: $(c\,f)' = c\,f'$.
# With the power rule $(x^k)' = k\,x^{k-1}$, in words "bring the exponent down and lower it by one", every polynomial is in reach.

# %% [markdown]
# ### Exercise 1.4: the derivative of a polynomial (3 points)
#
# A polynomial is given by its coefficients, `coeffs[k]` being the number in front of $x^k$:
#
# $$p(x) = c_0 + c_1 x + c_2 x^2 + \dots + c_n x^n.$$
#
# Return $p'(x)$, computed by the rules, not by differences.
# (At $x = 1000$ a difference is too coarse for the check.)
#
# Worked example: `coeffs = [5, 3, 2]` is $5 + 3x + 2x^2$, with derivative $3 + 4x$; at $x = 3$ this is 15.
# `x` may be a number or an array, of whole numbers too; the result has the same shape, also for a constant polynomial, whose derivative is 0 everywhere.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Write down by hand what each term turns into, and what happens to the very first one.
# Then loop over the terms with <code>enumerate</code>.
#
# </details>
# <details><summary>Hint 2: it fails for a constant polynomial and an array x</summary>
#
# Start the sum from an array of zeros with the shape of x: <code>np.zeros_like(x, dtype=float)</code>.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "polynomial_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def polynomial_derivative(coeffs, x):
    """Slope at x of the polynomial with the given coefficients.

    Parameters
    ----------
    coeffs : list or array of numbers, shape (n + 1,)
    x : number or array

    Returns
    -------
    number or array, the shape of x
    """
    ### BEGIN SOLUTION
    slope = np.zeros_like(x, dtype=float)
    for k, c in enumerate(coeffs):
        if k > 0:
            slope = slope + k * c * x ** (k - 1)
    return slope
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_polynomial_derivative", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The derivative of a polynomial, for any degree, at numbers and arrays."""
check.value(polynomial_derivative, [5, 3, 2], 3.0, expected=15.0)
check.value(polynomial_derivative, [4.0], 1.0, expected=0.0)
check.value(polynomial_derivative, [4.0], np.ones(2), expected=np.zeros(2))
check.derivative(
    polynomial_derivative,
    leading=([1.0, -2.0, 0.5, 3.0],),
    of=lambda x: 1 - 2 * x + 0.5 * x**2 + 3 * x**3,
    at=[-1.5, 0.0, 0.8, 2.0],
)
check.contract(polynomial_derivative, "polynomial_derivative")


### BEGIN HIDDEN TESTS
def slope_of(coeffs, x):
    whole = np.polynomial.Polynomial(np.asarray(coeffs, dtype=float))
    return whole.deriv()(np.asarray(x, dtype=float))


check.elementwise(
    polynomial_derivative,
    "polynomial_derivative",
    slope_of,
    -1000,
    1000,
    draw=lambda rng, x, coeffs: (coeffs(rng), x),
    place=1,
    also=[
        ([0.0, 1.0, 1e-3, 1e-3], 1000.0),
        (np.array([2, -1, 3]), np.array([-1, 0, 2])),
        ([0.5, 0.25, 1.3, 0.2], np.array([-1, 0, 2])),
        ([0.5, 0.25, 1.3, 0.2], 2),
    ],
    coeffs={
        "degree 2": lambda rng: rng.uniform(0.5, 2, size=3).tolist(),
        "degree 0": lambda rng: [rng.uniform(1, 2)],
        "degree 1": lambda rng: rng.uniform(-2, -1, size=2).tolist(),
        "degree 3": lambda rng: rng.uniform(1, 2, size=4),
        "an array of one coefficient": lambda rng: rng.uniform(1, 2, size=1),
        "degree 4": lambda rng: rng.integers(1, 5, size=5),
        "degree 7": lambda rng: rng.uniform(1, 2, size=8).tolist(),
        "whole coefficients": lambda rng: rng.integers(1, 5, size=4).tolist(),
        "coefficients that are 0": lambda rng: [3.0, 0.0, 0.0, 2.0, 0.0],
    },
    rtol=1e-10,
    atol=1e-10,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: polynomials of degree 0 to 7, as lists and as arrays, of decimal and of whole numbers.
# For `x` there are numbers and arrays of any shape, decimal and whole, from −1000 to 1000.
# Your result must agree to ten digits.

# %% [markdown]
# Here is the secant once more, for $f(x) = x^3 - x$.
# As soon as your function is written, the tangent is drawn with it, and the line below the picture says so.
# Should it be wrong, you see it: the dashed line cuts through the curve in place of touching it.

# %% tags=["demo"]
dc.widgets.secant_to_tangent(
    lambda x: x**3 - x,
    df=lambda x: polynomial_derivative([0, -1, 0, 1], x),
    name="x³ − x",
    low=-1.6,
    high=1.6,
    x0=0.5,
)

# %% [markdown]
# ## 4. How far to trust a measurement
#
# If a computer can measure any slope, why learn formulas?
# Because a measurement has an error, and a network with a million weights would need two million evaluations.
# In this course differences are the judge, and formulas do the work.
#
# The error has two sources that pull in opposite directions.
#
# - **Truncation**: the secant is not the tangent. It shrinks with $h$.
# - **Rounding**: a computer keeps about 16 digits.
#   For a tiny $h$ the two values of $f$ agree in most of them, and their difference has few digits left.
#   It grows as $h$ shrinks, like $10^{-16} / h$.
#
# Measure the slope of $\sin x$ at 1; the true slope of the sine is the cosine.

# %%
exact = np.cos(1.0)
for h in [1e-1, 1e-3, 1e-5, 1e-8, 1e-11, 1e-14]:
    measured = (np.sin(1.0 + h) - np.sin(1.0 - h)) / (2 * h)
    print(f"h = {h:.0e}   error = {abs(measured - exact):.1e}")

# %% tags=["demo"]
dc.widgets.error_against_step(forward_difference, central_difference)

# %% [markdown]
# **What to look at.**
# Both axes are logarithmic: a number along them is a hundred or a thousand times the one before.
# Begin at the right and let the step shrink.
# The forward error falls along a straight line, ten times smaller for each tenfold smaller step: order 1.
# The central error falls twice as steeply, a hundred times smaller: order 2.
# Each falls to a lowest point and then rises again: right of it truncation rules, left of it rounding.
# The central difference reaches its best near $10^{-5}$, where it has about ten right digits.

# %% [markdown]
# ### Exercise 1.5: the best step (2 points)
#
# Given a function `f`, its true derivative `df`, a place `x` and a list of steps, return the step whose **central difference** has the smallest error.
# The error is the distance $|\text{measured} - f'(x)|$, whatever its sign.
# There is at least one step, and one of them is clearly the best.
#
# Worked example: of the steps 1, 0.1 and 0.01, the last is the best for $\sin$ at 1.
#
# <details><summary>Hint 1: I get the first or the last step every time</summary>
#
# Compute all errors, and print them.
# Without the absolute value the most negative error wins.
#
# </details>
# <details><summary>Hint 2: from errors to the step</summary>
#
# <code>np.argmin</code> gives the place of the smallest number in a list.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "best_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_step(f, df, x, steps):
    """The step whose central difference comes closest to df(x).

    Parameters
    ----------
    f, df : functions of a number, the second the derivative of the first
    x : number
    steps : list or array of numbers

    Returns
    -------
    number, one of the steps
    """
    ### BEGIN SOLUTION
    errors = [abs((f(x + h) - f(x - h)) / (2 * h) - df(x)) for h in steps]
    return steps[np.argmin(errors)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_best_step", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The best step is neither the largest nor the tiniest."""
check.value(best_step, np.sin, np.cos, 1.0, [1.0, 0.1, 0.01], expected=0.01)
# A forward difference would be best with 1e-8.
steps = [1e-1, 1e-5, 1e-8, 1e-13]
check.value(best_step, np.exp, np.exp, 0.5, steps, expected=1e-5)
check.contract(best_step, "best_step")


### BEGIN HIDDEN TESTS
# The errors of these steps differ by factors of a hundred and more, so that rounding cannot
# change the order.
def best(f, df, x, steps):
    # Exact on each side of 0: the largest that stays there.
    if df.text == "t: 2 * np.abs(t)":
        return float(max(h for h in steps if h < abs(x)))
    # Exact everywhere: the largest has the smallest rounding error.
    if df.text == "t: 2 * t":
        return float(max(steps))
    if x == 0 or min(steps) >= 1:  # only truncation counts
        return float(min(steps))
    return float(min(steps, key=lambda h: max(h**2, 1e-16 / h)))


bent = check.function("t: t * np.abs(t)"), check.function("t: 2 * np.abs(t)")
check.sitting(
    best_step,
    "best_step",
    best,
    lambda rng, pair, x, steps: (*pair, x(rng), steps),
    also=[
        (
            check.function("t: t**2"),
            check.function("t: 2 * t"),
            0.8,
            [1e-13, 1.0],
        ),
        (
            check.function("t: t**2"),
            check.function("t: 2 * t"),
            -0.7,
            [1e-8, 1.0],
        ),
        (*bent, 5.0, [1e-2, 1e-5, 1.0]),
        (*bent, 0.3, [1e-2, 1e-5, 1.0]),
        (*bent, 3e-3, [1e-2, 1e-5, 1.0]),
        (*bent, 0.3, [1e-1, 1e-5, 1.0]),
        (*bent, 3e-9, [1e-3, 1e-9, 1e-5]),
        # The slope is 0; and errors may be large, or measured slopes have the wrong sign.
        (
            check.function("t: t**3"),
            check.function("t: 3 * t**2"),
            0.0,
            [0.1, 1e-3, 0.5],
        ),
        (
            check.function("t: 1000 * t**3"),
            check.function("t: 3000 * t**2"),
            0.0,
            [0.5, 0.1, 0.7],
        ),
        (np.sin, check.function("t: np.cos(t)"), 0.5, [4.49, 3.0]),
    ],
    # Elsewhere rounding decides, and every other x has its own.
    consistent=lambda f, df, x, steps: (
        (f, df, x, steps) if x == 0 or min(steps) > 1 else None
    ),
    pair={
        "f = sin": (np.sin, check.function("t: np.cos(t)")),
        "f = cos": (np.cos, check.function("t: -np.sin(t)")),
        "f = exp": (np.exp, check.function("t: np.exp(t)")),
        "an f for single numbers": (
            check.function("t: float(np.sin(t)) if t < 9 else 0.0"),
            check.function("t: float(np.cos(t))"),
        ),
        "f = −exp": (
            check.function("t: -np.exp(t)"),
            check.function("t: -np.exp(t)"),
        ),
    },
    x={
        "positive x": lambda rng: rng.uniform(0.5, 1.1),
        "negative x": lambda rng: rng.uniform(-1.1, -0.5),
    },
    steps={
        "three steps": [1e-13, 1e-5, 1e-1],
        "one step": [0.25],
        "two steps": [1e-13, 1e-5],
        "four steps": [1e-2, 1e-13, 1.0, 1e-5],
        "an array of steps": np.array([1e-4, 1e-2, 1.0]),
        "the best one last": [1.0, 1e-12, 1e-2, 1e-5],
        "seven steps": [3.0, 1.0, 1e-1, 1e-13, 1e-12, 1e-5, 1e-2],
        "the best one first": [1e-5, 1e-1, 1e-13],
    },
    rtol=1e-12,
    atol=0,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: other functions and places, and from one step to seven, in any order, as a list or an array.

# %% [markdown]
# ## 5. Activations and their slopes
#
# An activation decides how a neuron's output bends, and its slope decides how well the neuron learns.
# Three are enough for this course.

# %% tags=["demo"]
curves = {
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "tanh": np.tanh,
    "ReLU": lambda x: np.maximum(0, x),
}
dc.plotting.show(dc.plotting.plot_activations(curves))

# %% [markdown]
# **What to look at.**
# Above are the activations, below their slopes.
# The slope of the sigmoid is never larger than 1/4, that of tanh reaches 1, and the slope of ReLU is a jump from 0 to 1.
# Far from zero the slopes of sigmoid and tanh all but vanish: the neuron is **saturated**.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_saturation(curves["sigmoid"]))

# %% [markdown]
# **What to look at.**
# In the shaded parts the slope is below 0.05.
# A neuron that has drifted there hardly reacts to its weights, and hardly learns.

# %% [markdown]
# ### Exercise 1.6: a sigmoid that never overflows (1 point)
#
# The formula $1 / (1 + e^{-x})$ is right, but at $x = -1000$ a computer stumbles: $e^{1000}$ is too large for it, and NumPy warns of an overflow.
# For negative $x$, multiply numerator and denominator by $e^{x}$:
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}} = \frac{e^{x}}{e^{x} + 1}.$$
#
# Write a sigmoid that gives the right, finite value for every $x$ up to $\pm 1000$, number or array, of whole numbers too, without a warning.
# Note that `np.where(condition, a, b)` computes both `a` and `b`, also where it does not use them.
#
# Worked example: $\sigma(0) = 0.5$, $\sigma(2) \approx 0.880797$ and $\sigma(-2) \approx 0.119203$.
#
# <details><summary>Hint 1: how to avoid a large exponent</summary>
#
# <code>np.exp(-np.abs(x))</code> is never larger than 1, whatever x is.
# Both formulas above can be written with it.
#
# </details>
# <details><summary>Hint 2: an array needs both formulas at once</summary>
#
# Choose with <code>np.where(x &gt;= 0, …, …)</code>, and use the harmless exponent in both branches.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "sigmoid", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(x):
    """The sigmoid 1 / (1 + e^(-x)), without overflow.

    Parameters
    ----------
    x : number or array

    Returns
    -------
    number or array, the shape of x, between 0 and 1
    """
    ### BEGIN SOLUTION
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, small) / (1 + small)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sigmoid", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The sigmoid is right everywhere, and finite without a warning far out."""
check.value(sigmoid, 0.0, expected=0.5)
x, wanted = np.array([-2.0, 1.0]), np.array([0.11920292, 0.73105858])
check.value(sigmoid, x, expected=wanted, rtol=1e-7)
check.value(sigmoid, -1000.0, expected=0.0, no_warnings=True)
check.value(sigmoid, 1000.0, expected=1.0, no_warnings=True)
check.contract(sigmoid, "sigmoid")
### BEGIN HIDDEN TESTS
check.elementwise(
    sigmoid,
    "sigmoid",
    lambda x: 0.5 * (1 + np.tanh(np.divide(x, 2))),
    -1000,
    1000,
    no_warnings=True,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers and arrays of any shape, of decimal and of whole numbers, from −1000 to 1000.
# Your result must agree to nine digits, or to 12 places after the point where it is tiny.

# %% [markdown]
# ### Exercise 1.7: the slope of the sigmoid (3 points)
#
# The quotient in $\sigma$ looks unpleasant, its derivative is not:
#
# $$\sigma'(x) = \sigma(x)\,\bigl(1 - \sigma(x)\bigr).$$
#
# In words: the value, times what is missing to one.
# At $x = 0$ this is $\tfrac12 \cdot \tfrac12 = \tfrac14$, the steepest place.
#
# There is one trap.
# At $x = 40$ the computer rounds $\sigma(40)$ to exactly 1, so $1 - \sigma(40)$ becomes 0, while the true slope is about $4 \cdot 10^{-18}$: tiny, but not zero.
# Write the derivative so that it keeps its digits far out on both sides, up to $\pm 700$, for numbers and arrays, of whole numbers too.
#
# <details><summary>Hint 1: another way to write 1 − σ(x)</summary>
#
# The curve is symmetric: what is missing to one on the right is the value on the left.
# Compare σ(2) and σ(−2) in the worked example above.
#
# </details>
# <details><summary>Hint 2: my result is 0 far out</summary>
#
# Either 1 − σ(x) was rounded to 0, or the square of a huge number became infinite, and something was divided by it.
# Use your stable <code>sigmoid</code>, and see Hint 1.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "sigmoid_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid_derivative(x):
    """Slope of the sigmoid, accurate also where it is tiny.

    Parameters
    ----------
    x : number or array

    Returns
    -------
    number or array, the shape of x, between 0 and 1/4
    """
    ### BEGIN SOLUTION
    return sigmoid(x) * sigmoid(-x)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sigmoid_derivative", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope of the sigmoid, with all its digits also far out."""
check.derivative(
    sigmoid_derivative,
    of=lambda x: 1 / (1 + np.exp(-x)),
    at=[-3.0, -1.0, 0.0, 0.5, 2.0],
)
check.value(
    sigmoid_derivative,
    40.0,
    expected=4.248354255291589e-18,
    atol=0,
    hint="At 40 the value is rounded to 1; is there a way around 1 − 1?",
)
check.contract(sigmoid_derivative, "sigmoid_derivative")


### BEGIN HIDDEN TESTS
def slope_by_tail(x):
    tail = np.exp(-np.abs(x))
    return tail / (1 + tail) ** 2


check.elementwise(
    sigmoid_derivative, "sigmoid_derivative", slope_by_tail, -700, 700, atol=0
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers and arrays of any shape, of decimal and of whole numbers, from −700 to 700.
# Your result must agree to nine digits, however small it is.

# %% [markdown]
# ### Exercise 1.8: the slope of tanh (2 points)
#
# For tanh the rule is
#
# $$\tanh'(x) = 1 - \tanh^2(x) = \frac{1}{\cosh^2(x)}, \qquad \cosh(x) = \frac{e^{x} + e^{-x}}{2}.$$
#
# In words: one minus the square of the value, or one divided by the square of the hyperbolic cosine, cosh.
# The two are the same number on paper; on a computer the first loses all its digits far out, as $1 - 1$ did above.
# Your function must keep them up to $\pm 300$, for numbers and arrays, of whole numbers too.
#
# Worked example: $\tanh'(0) = 1$, and $\tanh'(1) \approx 0.419974$.
#
# <details><summary>Hint: it is 0 at 20, but 1.7e-17 is expected</summary>
#
# Take the form that has no subtraction.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "tanh_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tanh_derivative(x):
    """Slope of tanh, accurate also where it is tiny.

    Parameters
    ----------
    x : number or array

    Returns
    -------
    number or array, the shape of x, between 0 and 1
    """
    ### BEGIN SOLUTION
    return 1 / np.cosh(x) ** 2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_tanh_derivative", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope of tanh, with all its digits also far out."""
check.derivative(tanh_derivative, of=np.tanh, at=[-2.0, -0.5, 0.0, 1.0, 1.7])
check.value(tanh_derivative, 1.0, expected=0.419974, rtol=1e-5)
check.value(tanh_derivative, 20.0, expected=1.6993417021166355e-17, atol=0)
check.contract(tanh_derivative, "tanh_derivative")


### BEGIN HIDDEN TESTS
def slope_by_tails(x):
    tail = np.exp(-2 * np.abs(x))
    return 4 * tail / (1 + tail) ** 2


check.elementwise(
    tanh_derivative, "tanh_derivative", slope_by_tails, -300, 300, atol=0
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers and arrays of any shape, of decimal and of whole numbers, from −300 to 300.
# Your result must agree to nine digits, however small it is.

# %% [markdown]
# ReLU has a **kink** at 0: the slope is 0 on the left and 1 on the right, and no single tangent fits.
# Every line between the two touches the graph from below; their slopes are called **subgradients**, and any of them serves.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_kink())

# %% [markdown]
# **What to look at.**
# Several lines touch ReLU at its kink without ever rising above it: each has a slope between 0 and 1.
#
# The flat side has a price.
# Below, each mark is one example's sum $z$, for two neurons.

# %% tags=["demo"]
rng = np.random.default_rng(0)
dc.plotting.show(
    dc.plotting.plot_dead_unit(
        alive=rng.normal(0, 1, 12), dead=rng.normal(-3, 0.7, 12)
    )
)

# %% [markdown]
# **What to look at.**
# The neuron on the right gets a negative sum for every example, so its slope is 0 everywhere.
# No small turn of its weights changes anything, and so it never learns: such a unit is called **dead**.

# %% [markdown]
# ### Exercise 1.9: the slope of ReLU (2 points)
#
# Return 1 where $x$ is positive and 0 where $x$ is negative.
# At exactly 0 any value from 0 to 1 is accepted.
# `x` may be a number or an array; the result has the same shape.
#
# Worked example: `relu_derivative(np.array([-2.0, 3.0]))` is `[0, 1]`.
#
# <details><summary>Hint: "the truth value of an array is ambiguous"</summary>
#
# An <code>if</code> decides once, an array needs a decision for each entry.
# <code>np.where</code> makes them all.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "relu_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu_derivative(x):
    """Slope of max(0, x); at the kink any value in [0, 1].

    Parameters
    ----------
    x : number or array

    Returns
    -------
    number or array, the shape of x
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, 1.0, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_relu_derivative", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope of ReLU: 0 on the left, 1 on the right."""
check.derivative(
    relu_derivative, of=lambda x: np.maximum(0, x), at=[-2.0, -0.5, 0.7, 3.0]
)
check.between(relu_derivative, 0.0, low=0.0, high=1.0)
check.contract(relu_derivative, "relu_derivative")


### BEGIN HIDDEN TESTS
def slopes(x):
    x = np.asarray(x)
    low, high = (x > 0).astype(float), (x >= 0).astype(float)
    return check.within(low, high) if (x == 0).any() else low


check.elementwise(relu_derivative, "relu_derivative", slopes, -1e9, 1e9)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers and arrays of any shape, of decimal and of whole numbers, from tiny ones to $\pm 10^9$.

# %% [markdown]
# Explore all three, with the slope at the place of your choice.
# The explorer uses the derivatives that you wrote, and says so below the picture.

# %% tags=["demo", "raises-exception"]
dc.widgets.activation_explorer(
    {
        "sigmoid": sigmoid_derivative,
        "tanh": tanh_derivative,
        "ReLU": relu_derivative,
    }
)

# %% [markdown]
# ## 6. Why deep stacks of sigmoids learn slowly
#
# In a deep network the slopes of all layers on the way are multiplied: the next notebook shows why.
# Suppose that there are ten sigmoid layers, each weight is 1, and each sigmoid sits at its very steepest place.
#
# ### Exercise 1.10: predict (1 point)
#
# How much of a change at the input arrives at the end, as a slope?
#
# - **A**: about a quarter of it, the slope of one sigmoid.
# - **B**: about a fortieth, since there are ten layers with a quarter each.
# - **C**: about a millionth.
# - **D**: all of it, since every sigmoid sits at its steepest place.
#
# Decide first, with a reason, then run on: the picture below has the answer, and after it stands what is to be said of your letter.


# %% nbgrader={"grade": false, "grade_id": "predict_ten_layers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_ten_layers():
    """Your prediction: return "A", "B", "C" or "D"."""
    ### BEGIN SOLUTION
    return "C"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_predict_ten_layers", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""One of the four letters is chosen."""
check.choice(predict_ten_layers, among="ABCD")
### BEGIN HIDDEN TESTS
check.choice(predict_ten_layers, among="ABCD", correct="C")
### END HIDDEN TESTS

# %%
for layers in [1, 2, 5, 10]:
    print(f"{layers:>2} layers: slope at most {0.25**layers:.2e}")

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_vanishing(
        {"sigmoid": 0.25, "tanh": 1.0, "ReLU": 1.0}, layers=12
    )
)

# %% [markdown]
# **What to look at.**
# With each layer the slope loses at least a factor of four, a straight line downwards on the logarithmic axis.
# After ten layers less than a millionth is left, even at the steepest place: the gradient has **vanished**.
# ReLU, whose slope is 1 for every positive input, does not shrink anything on its way; this is why deep networks use it.
#
# And your prediction?

# %% tags=["demo", "raises-exception"]
check.reason(predict_ten_layers, "predict_ten_layers")

# %% [markdown]
# ## Recap
#
# - The derivative $f'(x)$ is the slope of the tangent: its sign says which way, its size says how much.
# - It is the limit of the slope of a secant. The central difference measures it with an error of order $h^2$.
# - Too large a step truncates, too small a step rounds; near $10^{-5}$ the central difference is at its best.
# - $\sigma'(x) = \sigma(x)(1 - \sigma(x)) \le \tfrac14$, $\tanh'(x) = 1 - \tanh^2(x)$, and ReLU has slope 0 or 1.
# - Slopes along a chain multiply, so small slopes vanish.
#
# **Next: `02_chain_rule`.**
# Why slopes multiply, how a network is a chain of functions, and how to run a chain backwards.
