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
# *Calculus for Deep Learning, notebook 1 of 5, about 2¼ hours*
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
# - derive the slopes of the functions that networks are built from, and check them;
# - say how much of a small change gets through a stack of layers.
#
# You write nine short functions and make one prediction, worth 20 points together, and practise in between without points.
# Replace `raise NotImplementedError()` by your code, run the cell and then the check below it.
# The check tells at once what is right, or what looks wrong and where.
# It tries inputs of all kinds, the *contract*; at hand-in fresh ones are drawn.
# A prediction needs the right letter in the end.
# Do not change what a function is given: work on a copy, since some arrays can only be read.
# You need Python with a little NumPy (arrays, and functions such as `np.exp` that act on every entry), and school algebra.

# %% [markdown]
# ## 1. Which way to turn a weight
#
# *About 5 minutes.*
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
# Its sign says which way to turn the weight so that the output rises, its size says how much the turn matters.
#
# A real neuron bends its output with an **activation**, here the sigmoid $\sigma$ (say "sigma"):
#
# $$a = \sigma(z) = \frac{1}{1 + e^{-z}}.$$
#
# In words: one divided by one plus e to the minus z, with the number $e \approx 2.718$.
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
# Its slope is the slope of the curve at that point, the **derivative**.
#
# **In short.** The derivative is the slope at one place.

# %% [markdown]
# ## 2. From two points to one
#
# *About 25 minutes.*
#
# A line needs two points, and a tangent has only one.
# So take two points of the curve, $(x_1, y_1)$ and $(x_2, y_2)$, and draw the line through both, the **secant**.
# Its slope is the rise divided by the run:
#
# $$\frac{y_2 - y_1}{x_2 - x_1}.$$
#
# On the curve $y = x^2$, keep the first point at $(1, 1)$ and move the second one towards it.


# %%
def square(x):
    return x**2


for x2 in [2.0, 1.5, 1.1, 1.01, 1.001]:
    rise, run = square(x2) - square(1.0), x2 - 1.0
    print(f"second point at x = {x2:<5}   slope = {rise / run:.6f}")

# %% [markdown]
# The slopes settle on 2.
# In the picture $h$ is the **step** from the first point to the second.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_secants(square, x0=1.0))

# %% [markdown]
# **What to look at.**
# All lines go through the same point at $x = 1$.
# The slope drops towards 2 as the second point moves in.
#
# Now drag the sliders, or move them with the arrow keys: the secant turns into the tangent.

# %% tags=["demo"]
dc.widgets.secant_to_tangent(square, x0=1.0)

# %% [markdown]
# ### Exercise 1.1: forward difference (2 points)
#
# One point of the curve of $f$ lies at $x$, the other a step $h$ ahead.
# Return the slope of the secant through both, the *forward difference*.
#
# Worked example: for $f(x) = x^2$, $x = 1$ and $h = 0.5$ the points are $(1, 1)$ and $(1.5, 2.25)$, and the slope is 2.5.
#
# <details><summary>Hint 1: I do not know how to use f</summary>
#
# <code>f(3.0)</code> is the height at 3.
# At which two places do you need it?
#
# </details>
# <details><summary>Hint 2: my result is off by a lot</summary>
#
# Python divides before it subtracts.
# Put brackets around the difference.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# A train is at kilometre 150, and three hours later at kilometre 420.
# The rise is 270, the run is 3, and the speed is 90 kilometres an hour.
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
# The number that your slope settles on as the step shrinks is the derivative $f'(x)$ ("f prime of x"):
#
# $$f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}.$$
#
# In words: the limit of the slope of the secant as the step goes to zero.
# For $x^2$ at 1 the secant has the slope $\frac{(1 + h)^2 - 1}{h} = \frac{2h + h^2}{h} = 2 + h$, and the $h$ fades away.
#
# The check also speaks of the **order** of the error.
# Order 1 means: a step ten times smaller gives an error ten times smaller.

# %% [markdown]
# ### Exercise 1.2: central difference (2 points)
#
# The forward difference looks to one side only.
# Take one point a step behind $x$ and one a step ahead, and return the slope of the secant through these, the *central difference*.
# Its error has order 2: a step ten times smaller gives an error a hundred times smaller.
#
# Worked example: for $f(x) = x^3$, $x = 1$ and $h = 0.1$ the heights are $0.729$ behind and $1.331$ ahead, and the slope is 3.01.
#
# If nobody gives a step, use $h = 10^{-5}$; section 4 shows why.
#
# <details><summary>Hint 1: my result is twice as large as expected</summary>
#
# How far apart are the two points at which you evaluate f?
#
# </details>
# <details><summary>Hint 2: my error has order 1, not 2</summary>
#
# One of your two points is x itself; neither should be.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# For x² around 3, from 2 to 4: the heights are 4 and 16, the rise is 12, the run 2, the slope 6.
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
# **At hand-in** fresh inputs are drawn: other functions, places of either sign, near and far, steps from 0.004 to 2, and calls without a step.
# Your result must agree to eight digits.

# %% [markdown]
# In symbols you wrote $f'(x) \approx \dfrac{f(x + h) - f(x - h)}{2h}$.
# Why is it better?
# Take $x^3$ at 1, where the slope is 3:
#
# $$(1 \pm h)^3 = 1 \pm 3h + 3h^2 \pm h^3.$$
#
# In the forward difference, $3 + 3h + h^2$, the bend $3h^2$ leaves the error $3h$: order 1.
# To the left the bend is the same, so in the central difference it cancels: $3 + h^2$, the 3.01 of the example, order 2.
# So it is at any point of a smooth curve, which is its tangent plus a bend, $\tfrac12 f''(x)\,h^2$, plus less.
# Here $f''$ ("f double prime") is the slope of the slope; for $x^2$ it is 2, and the bend is $h^2$.

# %% [markdown]
# ### Exercise 1.3: the tangent line (2 points)
#
# The tangent touches the curve at $x_0$, and for each unit to the right it rises by the slope there.
# Return its height at $x$.
# This line is the best straight one near $x_0$, and all that training sees of a function.
#
# Worked example: $f(x) = x^2$ has at $x_0 = 1$ the height 1 and the slope 2.
# At $x = 3$, two units further, the tangent has the height 5; at $x = 0$ it has $-1$.
# `x` may be a number or an array, of whole numbers too; the result has the same shape.
# Take the slope from `df`: a measured one is too coarse for the check.
#
# <details><summary>Hint 1: where to begin</summary>
#
# How high is the line at x0 itself, and how far is it from there to x?
#
# </details>
# <details><summary>Hint 2: my line has the right slope but the wrong height</summary>
#
# The slope is multiplied by the distance from x0, not by x itself.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# At 9 o'clock a tank holds 40 litres, and 5 an hour flow in.
# At 12 it holds 40 + 5 · 3 = 55: three hours count, not twelve.
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
# For `x` there are numbers and arrays of any shape, decimal and whole, from −1000 to 1000, and single ones as far out as 2.5 million.
# Your result must agree to nine digits.

# %% [markdown]
# In symbols the tangent is $t(x) = f(x_0) + f'(x_0)\,(x - x_0)$.
#
# **In short.** The derivative is what the slope between two points tends to as they meet; looking to both sides gains an order.

# %% [markdown]
# ## 3. Rules for slopes
#
# *About 25 minutes.*
#
# A few functions, and rules that combine them, save taking limits by hand.
#
# | function | $x^2$ | $e^x$ | $\ln x$, the natural logarithm | $\sin x$ | $\sigma(x)$ and $\tanh x$ |
# |---|---|---|---|---|---|
# | derivative | $2x$ | $e^x$ | $1 / x$ | $\cos x$ | you derive these two in section 5 |
#
# Never believe a table: measure.

# %%
table = {
    "x squared": (lambda x: x**2, lambda x: 2 * x),
    "exp": (np.exp, np.exp),
    "ln": (np.log, lambda x: 1 / x),
    "sin": (np.sin, np.cos),
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
# Where a function rises, its slope, dashed, is above zero; where it is flat, the slope is zero.
# The titles say where you will meet each; you need not know these names yet.
# ReLU is $\max(0, x)$: it cuts off what is negative.

# %% [markdown]
# ### Sums and constant factors

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_sum_rule(
        lambda x: 0.5 + x**2 / 4,
        lambda x: 1.6 + 0.4 * x,
        x0=1.0,
        h=0.8,
        c=3.0,
        ends=(0.0, 3.0),
    )
)

# %% [markdown]
# **What to look at.**
# On the left $g$ lies on top of $f$, and the sum rises by both rises together.
# On the right a curve three times as high rises three times as much.
# The run is the same, so slopes do what rises do, however small the step: slopes add, and a constant factor stays,
#
# $$(f + g)' = f' + g', \qquad (c\,f)' = c\,f'.$$

# %% [markdown]
# ### Products
#
# The product of two functions $u$ and $v$ is the area of a rectangle, $u$ wide and $v$ high.
# When $x$ moves on by a step $h$, the width grows by $\Delta u$ ("delta u": its change) and the height by $\Delta v$.
# Here $u = x^2$ and $v = x$, at $x = 1.5$.

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_product_rule(lambda x: x**2, lambda x: x, x0=1.5)
)

# %% [markdown]
# **What to look at.**
# The area grows by a strip at the side, a strip on top, and a corner.
# With a smaller step the strips get thinner, but the corner gets thinner *and* shorter.
# Divide the three areas by $h$:

# %%
for h in [0.5, 0.1, 0.001]:
    du, dv = (1.5 + h) ** 2 - 1.5**2, h
    side, top, corner = 1.5 * du / h, 1.5**2 * dv / h, du * dv / h
    print(f"h = {h:<5}  side {side:.4f}  top {top:.4f}  corner {corner:.4f}")

# %% [markdown]
# The strips settle on 4.5 and 2.25, and the corner fades away.
# It always does, since in
#
# $$\frac{\Delta(u\,v)}{h} = \frac{\Delta u}{h}\,v + u\,\frac{\Delta v}{h} + \frac{\Delta u}{h}\,\Delta v .$$
#
# $\Delta u / h$ tends to $u'$ and $\Delta v / h$ to $v'$, but $\Delta v$ alone to 0.
# What stays is the **product rule**:
#
# $$(u\,v)' = u'\,v + u\,v'.$$
#
# In words: each factor changes in turn, while the other one is held.
#
# It earns you all powers $x^k$ with a whole $k \ge 1$ (a constant has the slope 0).
# The slope of $x$ is 1, so $x^2 = x \cdot x$ has the slope $1 \cdot x + x \cdot 1 = 2x$.
# Then $x^3 = x \cdot x^2$ has $1 \cdot x^2 + x \cdot 2x = 3x^2$, at 1.5 the 6.75 of the two strips.
# Each further factor $x$ adds one more: $1 \cdot x^{k-1} + x \cdot (k-1)\,x^{k-2} = k\,x^{k-1}$.
# This is the **power rule**, $(x^k)' = k\,x^{k-1}$.

# %% [markdown]
# **Practice.**
# Write the slope of $x^2 e^x$; at 1 it is about 8.15.


# %% tags=["practice", "raises-exception"]
def slope_of_product(x):
    """The slope of x² times e^x."""
    ### BEGIN SOLUTION
    return 2 * x * np.exp(x) + x**2 * np.exp(x)
    ### END SOLUTION


check.derivative(
    slope_of_product, of=lambda x: x**2 * np.exp(x), at=[-2.0, 0.0, 0.5, 1.0]
)

# %% [markdown]
# ### Exercise 1.4: the derivative of a polynomial (3 points)
#
# A polynomial is given by its coefficients, `coeffs[k]` being the number in front of $x^k$:
#
# $$p(x) = c_0 + c_1 x + c_2 x^2 + \dots + c_n x^n.$$
#
# Return $p'(x)$, by the rules: at $x = 1000$ a difference is too coarse for the check.
#
# Worked example: `coeffs = [5, 3, 2]` is $5 + 3x + 2x^2$, with derivative $3 + 4x$; at $x = 3$ this is 15.
# `x` may be a number or an array, of whole numbers too; the result has the same shape, also for a constant polynomial, whose derivative is 0 everywhere.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Write down by hand what each term turns into, and what happens to the very first one.
# It has no x; the power −1 of x would fail at 0.
#
# </details>
# <details><summary>Hint 2: it fails for a constant polynomial and an array x</summary>
#
# Start the sum from zeros that have the shape of x: <code>np.zeros_like(x, dtype=float)</code>.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# The value of 5 + 3x + 2x² at 3, term by term:
#
# <pre>
# height = 0.0
# for k, c in enumerate([5, 3, 2]):
#     height = height + c * 3.0**k    # 5, then 14, then 32
# </pre>
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
# **At hand-in** fresh inputs are drawn: polynomials of degree 0 to 7 with decimal coefficients, of degree up to 4 with whole ones, as lists and as arrays.
# (Beyond that whole numbers can overflow.)
# For `x` there are numbers and arrays of any shape, decimal and whole, from −1000 to 1000.
# Your result must agree to ten digits.

# %% [markdown]
# Here is the secant once more, for $f(x) = x^3 - x$.
# The tangent is drawn with your function.
# If it is wrong, the dashed line cuts the curve.

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
# ### Quotients
#
# A quotient $q = f / g$ is the same rectangle, read backwards: the area $f$ and the width $g$ are known, the height $q$ is asked.
# Here the area stays 1 while the width grows from 2 to 2.5.

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_quotient_rule(lambda x: 1.0, lambda x: x, x0=2.0, h=0.5)
)

# %% [markdown]
# **What to look at.**
# What is won at the side is lost on top, so the height has to fall.
#
# Since $f = q\,g$, the product rule says $f' = q'\,g + q\,g'$.
# Solve this for $q'$ and put $f / g$ for $q$; the result is the **quotient rule**:
#
# $$\left(\frac{f}{g}\right)' = \frac{f' - q\,g'}{g} = \frac{f'\,g - f\,g'}{g^2}.$$
#
# For $1 / x$ it says $(0 \cdot x - 1 \cdot 1) / x^2 = -1 / x^2$; at 5 the slope is $-0.04$.
#
# **In short.** Slopes add; in a product each factor changes in turn; the quotient rule is the product rule, solved for a factor.

# %% [markdown]
# ## 4. How far to trust a measurement
#
# *About 15 minutes.*
#
# If a computer can measure any slope, why learn formulas?
# Because a measurement has an error, and a network with a million weights would need two million evaluations.
# In this course differences are the judge, and formulas do the work.
#
# The error has two sources that pull in opposite directions.
#
# - **Truncation**: the secant is not the tangent. This error shrinks with $h$.
# - **Rounding**: a computer keeps about 16 digits, and for a tiny $h$ the two values of $f$ agree in most of them. This error grows like $10^{-16} / h$.
#
# Measure the slope of $\sin x$ at 1, which is $\cos 1$.

# %%
exact = np.cos(1.0)
for h in [1e-1, 1e-3, 1e-5, 1e-8, 1e-11, 1e-14]:
    measured = (np.sin(1.0 + h) - np.sin(1.0 - h)) / (2 * h)
    print(f"h = {h:.0e}   error = {abs(measured - exact):.1e}")

# %% tags=["demo"]
dc.widgets.error_against_step(forward_difference, central_difference)

# %% [markdown]
# **What to look at.**
# Both axes are logarithmic: equal distances are equal factors.
# Begin at the right and let the step shrink.
# The forward error falls along a straight line, order 1, and the central error twice as steeply, order 2.
# Each falls to a lowest point and rises again: right of it truncation rules, left of it rounding.
# The central difference reaches its best near $10^{-5}$, where it has about ten right digits.

# %% [markdown]
# ### Exercise 1.5: the best step (2 points)
#
# Given a function `f`, its true derivative `df`, a place `x` and a list of steps, return the step whose **central difference** has the smallest error.
# The error is the distance of the measured slope from `df(x)`, whatever its sign.
# There is at least one step, and one of them is clearly the best.
#
# Worked example: of the steps 1, 0.1 and 0.01, the last is the best for $\sin$ at 1.
#
# <details><summary>Hint 1: I get the first or the last step every time</summary>
#
# Print all errors.
# Is an error small when it is far below zero?
#
# </details>
# <details><summary>Hint 2: from errors to the step</summary>
#
# The place of the smallest error in its list is the place of the best step in the other.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# The coldest town, from two lists:
#
# <pre>
# towns, degrees = ["Rome", "Oslo", "Bern"], [19, 4, 11]
# towns[np.argmin(degrees)]    # "Oslo": argmin gives 1, its place
# </pre>
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
"""The best step is the one with the smallest error, whichever that is."""
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
# ### Stretch: two more orders (no points)
#
# *Optional.*
# The error of the central difference is close to $C h^2$, with the same number $C$ for every small step.
# Combine the central differences with $h$ and with $h / 2$ so that $C h^2$ cancels; the error that remains has order 4.


# %% tags=["practice", "raises-exception"]
def finer_difference(f, x, h):
    """A slope with an error of order 4, from the steps h and h / 2."""
    ### BEGIN SOLUTION
    wide = (f(x + h) - f(x - h)) / (2 * h)
    narrow = (f(x + h / 2) - f(x - h / 2)) / h
    return narrow + (narrow - wide) / 3
    ### END SOLUTION


steps = [0.4, 0.2, 0.1, 0.05]
places = lambda h: (np.sin, 1.0, h)
check.order(finer_difference, places, exact=np.cos(1.0), order=4, steps=steps)

# %% [markdown]
# **In short.** Too large a step truncates, too small a step rounds.

# %% [markdown]
# ## 5. Activations and their slopes
#
# *About 60 minutes; a good place for a break is after Exercise 1.7.*
#
# An activation bends a neuron's output, and its slope decides how well the neuron learns.

# %% tags=["demo"]
curves = {
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "tanh": np.tanh,
    "ReLU": lambda x: np.maximum(0, x),
}
dc.plotting.show(dc.plotting.plot_activations(curves))

# %% [markdown]
# **What to look at.**
# Sigmoid and tanh are steepest at 0, and almost flat far from it; the slope of ReLU jumps from 0 to 1.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_saturation(curves["sigmoid"]))

# %% [markdown]
# **What to look at.**
# In the shaded parts the slope is below 0.05: the neuron is **saturated**.
# There it hardly learns.

# %% [markdown]
# ### The slope of the sigmoid, step by step
#
# The sigmoid is a quotient: 1 above, $u = 1 + e^{-z}$ below.
#
# #### Step 1: the slope of the denominator
#
# You know that $e^z$ is its own slope; $e^{-z}$ is its mirror image.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_mirror(np.exp, x0=1.0))

# %% [markdown]
# **What to look at.**
# At mirrored places the two curves are equally high, and one rises as steeply as the other falls.
# So the slope of $e^{-z}$ is its own height with the opposite sign: $(e^{-z})' = -e^{-z}$.
# (Notebook 2 has the general rule for a function inside another.)
#
# Write the slope of $u = 1 + e^{-z}$.


# %% tags=["practice", "raises-exception"]
def slope_of_denominator(z):
    """The slope of 1 + e^(-z)."""
    ### BEGIN SOLUTION
    return -np.exp(-z)
    ### END SOLUTION


check.derivative(
    slope_of_denominator, of=lambda z: 1 + np.exp(-z), at=[-1.0, 0.0, 2.0]
)

# %% [markdown]
# #### Step 2: the quotient rule
#
# On paper, put 1 above and $u$ below into the quotient rule, with the slope from step 1; two minus signs meet.
# Then write the result.


# %% tags=["practice", "raises-exception"]
def slope_as_quotient(z):
    """The slope of the sigmoid, as a quotient of exponentials."""
    ### BEGIN SOLUTION
    return np.exp(-z) / (1 + np.exp(-z)) ** 2
    ### END SOLUTION


check.derivative(
    slope_as_quotient, of=lambda z: 1 / (1 + np.exp(-z)), at=[-2.0, 0.5, 3.0]
)

# %% [markdown]
# #### Step 3: the slope from the value alone
#
# A network knows the value $s = \sigma(z)$ already; can the slope be had from it?
# Split the quotient of step 2 into a product of two fractions with $u$ below each.
# One of them is $s$.
# What do the two give when you *add* them?
# Write the slope as a function of $s$; for $s = 0.2$ it is 0.16.


# %% tags=["practice", "raises-exception"]
def slope_from_value(s):
    """The slope of the sigmoid where its value is s."""
    ### BEGIN SOLUTION
    return s * (1 - s)
    ### END SOLUTION


check.value(slope_from_value, 0.2, expected=0.16)
check.value(slope_from_value, 0.880797, expected=0.104994, rtol=1e-5)

# %% [markdown]
# ### Numbers on a computer
#
# On paper you are done; a computer has a largest number, and keeps about 16 digits.

# %%
s = 1 / (1 + np.exp(-40.0))
print("largest number:", np.finfo(float).max, "  e^700 =", np.exp(700.0))
print("e^(-1000) =", np.exp(-1000.0))
print("1 - s at 40:", 1 - s, "  true value:", np.exp(-40.0))

# %% [markdown]
# Two rules follow, for the next three exercises.
#
# 1. **No large exponents.**
#    $e^{1000}$ is an *overflow*: NumPy warns, and goes on with infinity; $e^{-1000}$ harmlessly becomes 0.
# 2. **No difference of two numbers that are almost equal.**
#    At 40 the sigmoid is rounded to exactly 1, so $1 - s$ becomes 0, while the true value is about $4 \cdot 10^{-18}$.
#    Find a form without the subtraction.

# %% [markdown]
# ### Exercise 1.6: a sigmoid that never overflows (1 point)
#
# For very negative $x$ the sigmoid breaks rule 1.
# Multiply numerator and denominator by $e^{x}$, and it has another form:
#
# $$\sigma(x) = \frac{1}{1 + e^{-x}} = \frac{e^{x}}{e^{x} + 1}.$$
#
# Write a sigmoid that gives the right, finite value for every $x$ up to $\pm 1000$, number or array, of whole numbers too, without a warning.
# Note that `np.where(condition, a, b)` computes both `a` and `b`, also where it does not use them.
# Exercise 1.7 needs the digits of your sigmoid where it is tiny: keep to these two forms.
#
# Worked example: $\sigma(0) = 0.5$, $\sigma(2) \approx 0.880797$ and $\sigma(-2) \approx 0.119203$.
#
# <details><summary>Hint 1: there is an overflow, or a warning of one</summary>
#
# Which of the two forms is harmless on the right, and which on the left?
#
# </details>
# <details><summary>Hint 2: an array needs both forms at once</summary>
#
# Both forms are computed for every entry.
# Is there one exponent for both that is never positive?
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# <code>np.where(x &gt; 0, np.sqrt(x), 0.0)</code> warns of negative numbers, though it does not use their roots.
# <code>np.sqrt(np.maximum(x, 0.0))</code> does not: what goes into the root is harmless.
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
# Write the slope as a function of $x$.
# Step 3 is right on paper, and breaks rule 2 far out on the right; step 2 breaks rule 1 far out on the left.
# Yours must keep its digits on both sides, up to $\pm 700$, for numbers and arrays, of whole numbers too.
#
# Worked example: $\sigma'(2) \approx 0.104994$, and $\sigma'(40) \approx 4.248354 \cdot 10^{-18}$.
#
# <details><summary>Hint 1: another way to write 1 − σ(x)</summary>
#
# Compare σ(2) and σ(−2) in the worked example of Exercise 1.6.
#
# </details>
# <details><summary>Hint 2: my result is 0 far out, or lacks digits</summary>
#
# 1 − σ(x) was rounded, or the square of a huge number became infinite, or your <code>sigmoid</code> loses digits where it is tiny.
# Is it about 4.248354e-18 at −40? If not, mend it with the forms of Exercise 1.6.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# For t = 10⁻²⁰ a computer gives 0 for 1 − 1 / (1 + t).
# Over one denominator it is t / (1 + t), and that keeps its digits: the subtraction was done on paper.
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
    hint="Is 1 − 1 computed somewhere, or is your sigmoid 0 at −40?",
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
# You have derived $\sigma'(x) = \sigma(x)\,\bigl(1 - \sigma(x)\bigr)$: the value, times what is missing to one.

# %% [markdown]
# ### The slope of tanh, step by step
#
# The same way leads to the slope of the hyperbolic tangent,
#
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}.$$
#
# #### Step 4: the quotient rule again
#
# Find the slopes of numerator and denominator first: each looks familiar.


# %% tags=["practice", "raises-exception"]
def slope_of_tanh_quotient(z):
    """The slope of tanh, by the quotient rule."""
    above, below = np.exp(z) - np.exp(-z), np.exp(z) + np.exp(-z)
    ### BEGIN SOLUTION
    return (below * below - above * above) / below**2
    ### END SOLUTION


check.derivative(slope_of_tanh_quotient, of=np.tanh, at=[-1.0, 0.0, 0.5, 2.0])

# %% [markdown]
# #### Step 5: the slope from the value alone
#
# Split the quotient of step 4 into a difference of two fractions.
# Write the slope as a function of the value $t = \tanh(z)$; for $t = 0.5$ it is 0.75.


# %% tags=["practice", "raises-exception"]
def slope_from_tanh(t):
    """The slope of tanh where its value is t."""
    ### BEGIN SOLUTION
    return 1 - t**2
    ### END SOLUTION


check.value(slope_from_tanh, 0.5, expected=0.75)
check.value(slope_from_tanh, -0.8, expected=0.36)

# %% [markdown]
# ### Exercise 1.8: the slope of tanh (2 points)
#
# Far out, steps 4 and 5 both break rule 2.
# Simplify the numerator of step 4 on paper, and write the slope so that it keeps its digits up to $\pm 300$, for numbers and arrays, of whole numbers too.
#
# Worked example: $\tanh'(0) = 1$, $\tanh'(1) \approx 0.419974$, and $\tanh'(20) \approx 1.699342 \cdot 10^{-17}$.
#
# <details><summary>Hint 1: it is 0 at 20, but 1.7e-17 is expected</summary>
#
# Which subtraction of two almost equal numbers is left?
#
# </details>
# <details><summary>Hint 2: what to multiply out</summary>
#
# Both squares, by the binomial formula.
# What is e to the z, times e to the minus z?
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# For a huge x a computer gets (x + 1)² − x² wrong.
# Multiplied out on paper, x² cancels, and 2x + 1 is left.
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
# You have derived $\tanh'(x) = 1 - \tanh^2(x)$, and a form of it without a subtraction.
# With the hyperbolic cosine, $\cosh(x) = (e^x + e^{-x}) / 2$, it is $1 / \cosh^2(x)$.

# %% [markdown]
# ### ReLU and its kink
#
# ReLU has a **kink** at 0: the slope is 0 on the left and 1 on the right, and no single tangent fits.
# Every line between the two touches the graph from below; their slopes are the **subgradients**, and any of them may be used as the slope at 0.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_kink())

# %% [markdown]
# **What to look at.**
# The lines touch ReLU at its kink without ever rising above it.
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
# The neuron on the right gets a negative sum for every example, so its slope is 0 for all of them.
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
# <details><summary>Hint 1: "the truth value of an array is ambiguous"</summary>
#
# An <code>if</code> decides once, an array needs a decision for each entry.
#
# </details>
# <details><summary>Hint 2: a decision for each entry</summary>
#
# Print <code>np.array([-2.0, 3.0]) &gt; 0</code>: it has decided for each entry already.
# What remains is to turn True and False into numbers (not with <code>.astype</code>, which is for arrays only).
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# <code>np.where(degrees &lt; 0, "ice", "water")</code> says it for each of many temperatures.
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
# Explore all three, with the derivatives that you wrote.

# %% tags=["demo", "raises-exception"]
dc.widgets.activation_explorer(
    {
        "sigmoid": sigmoid_derivative,
        "tanh": tanh_derivative,
        "ReLU": relu_derivative,
    }
)

# %% [markdown]
# ### Stretch: the slope of swish (no points)
#
# *Optional.*
# Some deep networks use $x\,\sigma(x)$, called swish, in place of ReLU.
# Write its slope, and find out whether swish ever falls.


# %% tags=["practice", "raises-exception"]
def swish_derivative(x):
    """The slope of x times the sigmoid of x."""
    ### BEGIN SOLUTION
    return sigmoid(x) + x * sigmoid_derivative(x)
    ### END SOLUTION


check.derivative(
    swish_derivative,
    of=lambda x: x / (1 + np.exp(-x)),
    at=[-4.0, -1.0, 0.0, 2.0],
)

# %% [markdown]
# <details><summary>Does swish ever fall?</summary>
#
# Yes, left of about −1.278: there it is lowest, about −0.278.
#
# </details>
#
# **In short.** The slopes of sigmoid and tanh follow from their values; ReLU has slope 0 or 1.

# %% [markdown]
# ## 6. Ten layers in a row
#
# *About 5 minutes.*
#
# In a deep network the output of one layer is the input of the next.
# Each layer turns a small change at its input into a change at its output, and its slope says how large that is.
# Suppose that there are ten sigmoid layers of one neuron each, every weight is 1, and the biases keep every sigmoid at its very steepest place.
# (How steep is that? Your `sigmoid_derivative` knows.)
#
# ### Exercise 1.10: predict (1 point)
#
# How much of a small change at the first input arrives at the last output?
#
# - **A**: about a quarter of it.
# - **B**: about a fortieth of it.
# - **C**: about a millionth of it.
# - **D**: all of it.
#
# Decide first, with a reason, then run on: below the next picture stands what is to be said of your letter.


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
# At 0 the sigmoid's value is $\tfrac12$ and its slope $\tfrac12 \cdot \tfrac12 = \tfrac14$; nowhere is it steeper.
# Each layer multiplies what arrives by that: a straight line downwards on the logarithmic axis.
# After ten layers less than a millionth is left, even at the steepest place: the gradient has **vanished**.
# The slope of tanh is 1 at 0 only.
# ReLU, whose slope is 1 for every positive input, does not shrink anything on its way: one reason why deep networks use it.
# (The weights, here 1, count as well.)
#
# And your prediction?

# %% tags=["demo", "raises-exception"]
check.reason(predict_ten_layers, "predict_ten_layers")

# %% [markdown]
# **In short.** Along a chain of layers slopes multiply, so a deep stack of sigmoids learns slowly.

# %% [markdown]
# ## Recap
#
# - The derivative $f'(x)$ is the slope of the tangent, and the limit of the slopes of secants.
# - The central difference measures it with an error of order $h^2$, best with a step near $10^{-5}$.
# - Slopes add; $(u\,v)' = u'\,v + u\,v'$; $(f / g)' = (f'\,g - f\,g') / g^2$.
# - $\sigma'(x) = \sigma(x)(1 - \sigma(x)) \le \tfrac14$, $\tanh'(x) = 1 - \tanh^2(x)$, and ReLU has slope 0 or 1.
# - Slopes along a chain multiply, so small slopes vanish.
#
# **Next: `02_chain_rule`.**
# Why slopes multiply, how a network is a chain of functions, and how to run a chain backwards.

# %% [markdown]
# ## How far you are
#
# The next cell adds up your points by the checks, and says which exercise comes next; `dc.progress(all=True)` looks at all five notebooks.
#
# You learn on your own? Then let the hidden tests grade this notebook, as they would in a class.
# Save it, and in a terminal in the course's folder type `course grade` and the path of this file.
# The course's page “For students” says more.

# %% tags=["demo"]
dc.progress()
