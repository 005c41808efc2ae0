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
# # Gradients
#
# *Calculus for Deep Learning, notebook 3 of 5, about 2¼ hours*
#
# A network has many weights, and one number, the loss, that says how badly it does.
# Each weight has its own slope: how fast the loss changes when this weight turns and all others stand still.
# All these slopes together are the gradient, and it is all that training needs to know.
#
# Press Shift and Enter, twice: that runs the folded cell below.
# It loads NumPy, the figures and the checks.

# %% tags=["setup"]
# SETUP

# %% [markdown]
# After this notebook you will be able to
#
# - measure the slope of a function of many variables along any one of them, and along any direction;
# - say in which direction a function rises fastest, and how fast it rises in any other;
# - send a gradient backwards through a layer with a batch, a bias and a softmax.
#
# You write seven short functions and make one prediction, worth 20 points together.
# Each has a check below it that answers at once: right, or what looks wrong and where.
# Do not change what a function is given: work on a copy, since some arrays can only be read.
# “Practice” and “Stretch” have no points: practice is a step that exercises build on, a stretch is for those who want more.
# You need Python with NumPy, school algebra and the cosine, the derivative of a function of one variable, and the chain rule.
# Section 2 explains products of matrices.

# %% [markdown]
# **Before you begin: three questions on notebook 2.**
#
# <details><summary>f(2) = 5 and f′(2) = 3; g′(2) = 7 and g′(5) = 4. What is the slope of g(f(x)) at 2?</summary>
#
# It is $4 \cdot 3 = 12$: the slope of $g$ counts where the data arrive, at 5.
#
# </details>
# <details><summary>A value goes into two boxes. What becomes of the two gradients that come back?</summary>
#
# They add up, since a nudge of the value reaches the output along both paths.
#
# </details>
# <details><summary>A million weights, one loss: why start at the loss and not at the weights?</summary>
#
# One pass backward meets every weight on its way.
# A forward-mode pass answers for a single weight, so a million would be needed.
#
# </details>

# %% [markdown]
# ## 1. One knob at a time
#
# *About 15 minutes.*
#
# How many weights are "many"?
# Take a single layer with 1000 inputs and 1000 outputs.
# It has one weight for each pair of an input and an output, and one bias for each output.

# %%
n_inputs, n_outputs = 1000, 1000
print("weights: ", n_inputs * n_outputs)
print("biases:  ", n_outputs)
print("together:", n_inputs * n_outputs + n_outputs)

# %% [markdown]
# More than a million knobs, in one layer.
# Begin with two:
#
# $$f(x, y) = x^2 y,$$
#
# in words: the square of $x$, times $y$.
# In code a place is one array `p` with two entries, $x$ first.


# %%
def bent(p):
    x, y = p
    return x**2 * y


place = np.array([1.0, 2.0])
print("f(1, 2) =", bent(place))

# %% [markdown]
# Now turn one knob only.
# Hold $y$ fixed at 2, and $f$ becomes a function of $x$ alone, $2x^2$.
# Hold $x$ fixed at 1 instead, and it becomes a function of $y$ alone, $y$.
# Each has an ordinary slope.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_slices(bent, at=(1.0, 2.0)))

# %% [markdown]
# **What to look at.**
# On the left, two paths cross the surface, and they cross at the point $(1, 2)$.
# In the middle and on the right each path is seen from its side, with its tangent (dashed).
# The path on the right is straight, so it is its own tangent.
# The two slopes at the same point are different: 4 along $x$, 1 along $y$.
#
# Such a slope is called a **partial derivative**, because it tells a part of the story.
# It is written with a curly d:
#
# $$\frac{\partial f}{\partial x} = 2xy, \qquad \frac{\partial f}{\partial y} = x^2.$$
#
# Read "partial f by partial x".
# The rule is short: **treat every other variable as a constant, then differentiate as usual.**
# For $\partial f / \partial x$ the letter $y$ is a constant factor, and $x^2$ becomes $2x$.
# For $\partial f / \partial y$ the factor $x^2$ is the constant, and $y$ becomes 1.
# At $(1, 2)$ this gives $2 \cdot 1 \cdot 2 = 4$ and $1^2 = 1$, the two slopes of the picture.
#
# A second example: $g(x, y) = x^2 + 2xy + y^2$.
# Along $x$ the slope is $2x + 2y$, since $y^2$ is a constant and disappears.
# Along $y$ it is $2x + 2y$ as well.
# Never believe a formula: measure, with your own `central_difference` of notebook 1 if it lies beside this notebook.


# %%
def folded(p):
    x, y = p
    return x**2 + 2 * x * y + y**2


# %% tags=["demo"]
measure = dc.earlier(
    "01_derivatives",
    "central_difference",
    instead=dc.numeric.derivative,
    stand_in="dc.numeric.derivative",
)


# %% tags=["demo"]
def both_slopes(f):
    along_x = measure(lambda x: f(np.array([x, 2.0])), 1.0)
    along_y = measure(lambda y: f(np.array([1.0, y])), 2.0)
    return along_x, along_y


for name, function in {"x²y": bent, "x² + 2xy + y²": folded}.items():
    slope_x, slope_y = both_slopes(function)
    print(f"{name:>14}:  along x {slope_x:.6f}   along y {slope_y:.6f}")

# %% [markdown]
# The second function has two equal slopes, 6 and 6, and for a reason: it is $(x + y)^2$, in which $x$ and $y$ play the same part.
# As a rule they differ.

# %% [markdown]
# ### Exercise 3.1: one partial derivative (2 points)
#
# Measure the slope along one entry of an array, with a **central difference** and the step $h = 10^{-5}$:
#
# $$\frac{\partial f}{\partial x_i} \approx \frac{f(x + h\,e_i) - f(x - h\,e_i)}{2h}.$$
#
# Here $x$ is an array, $x_i$ is its entry number $i$, counted from 0 as in Python, and $e_i$ is the array with a 1 at place $i$ and 0 elsewhere.
# In words: nudge entry $i$ a little up and a little down, leave all others alone, and divide the change of $f$ by the two steps.
#
# Three things are asked of your function.
#
# - **Accuracy.** The error may be at most $10^{-6}$, plus $10^{-6}$ of the true slope, also where $f$ is as large as 1000.
#   The central difference with $h = 10^{-5}$ stays below this.
#   A difference to one side only does not, least of all where $f$ bends much.
#   The step is $10^{-5}$ **everywhere**: one that grows with $x$ has too large an error where $f$ bends.
# - **Nothing is changed.** Work on a copy: `x` may be an array that cannot be written to.
# - **Whole numbers are welcome.** `x` may be an integer array such as `np.array([1, 2])`; such an array cannot store $1 + 10^{-5}$.
#
# Worked example: for $f(x) = x_0^2\,x_1$ at $x = (1, 2)$ the slope along entry 0 is 4, along entry 1 it is 1.
#
# <details><summary>Hint 1: how to nudge one entry</summary>
#
# Make a copy of <code>x</code>, then change entry <code>i</code> of the copy.
# You need two copies, one for each side.
#
# </details>
# <details><summary>Hint 2: my result is wildly wrong for whole numbers</summary>
#
# The copy of an integer array is an integer array, and cuts decimals off: 2.00001 becomes 2, but 1.99999 becomes 1.
# <code>x.astype(float)</code> is a copy that can store it.
#
# </details>
# <details><summary>Hint 3: "my input has changed", or my result is 0</summary>
#
# <code>y = x</code> makes no copy: both names mean the same array.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# How much dearer is a shopping list if the third price rises by 1?
#
# <pre>
# other = prices.copy()
# other[2] = other[2] + 1
# total(other) - total(prices)
# </pre>
#
# The list itself stays as it is.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "partial_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def partial_derivative(f, x, i):
    """Slope of f at x along entry i, by a central difference.

    Parameters
    ----------
    f : function of an array of shape (n,) that returns a number
    x : array, shape (n,), of floats or integers; stays as it is
    i : integer from 0 to n - 1, the entry to nudge

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    h = 1e-5
    ahead, behind = x.astype(float), x.astype(float)
    ahead[i] += h
    behind[i] -= h
    return (f(ahead) - f(behind)) / (2 * h)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_partial_derivative", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""A partial derivative is the slope along one entry; the input stays as it is."""
f = check.function("x: x[0]**2 * x[1]")
x = np.array([1.0, 2.0])
# An error of 1e-6 is allowed; that of a central difference is far smaller.
check.value(partial_derivative, f, x, 0, expected=4.0, atol=1e-6)
check.value(partial_derivative, f, x, 1, expected=1.0, atol=1e-6)
x = np.array([1, 2])
check.value(partial_derivative, f, x, 1, expected=1.0, atol=1e-6)
check.contract(partial_derivative, "partial_derivative")
### BEGIN HIDDEN TESTS
# Truncation is at most h²/6 · |f‴|: 2e-7 for the steep cubic, else below 1e-8.
# Rounding is below 2e-7 where f is near 1000, since a value of f is off by at
# most 2e-12 (below 1024, from few operations), divided by h.
rng = check.rng()
size = lambda n: rng.uniform(1, 2.5, size=n)
bowl = "v: c @ (v - at) + 1e6 * np.sum((v - at)**2)"
cubic = "v: c @ (v - at) + 2000 * np.sum((v - at)**3)"


kinked = check.function("x: c @ np.abs(x)", c=np.array([1.5, -0.8]))


def smooth(f):
    # What complex numbers can go through: the absolute value is √x².
    text = f.text.replace("np.abs(x)", "np.sqrt(x**2)")
    return check.function(text, **f.constants)


def drawn_entry(rng, f, x, i):
    (text, factor), i, x = f, i(len(x)), x.copy()
    x[i] = factor * x[i] + 0
    c = rng.uniform(0.7, 1.4, size=len(x)) * rng.choice([-1, 1], size=len(x))
    known = {"c": c, "at": x} if "at)" in text else {"c": c}
    return check.function(text, **known), x, i


check.sitting(
    partial_derivative,
    "partial_derivative",
    lambda f, x, i: dc.numeric.complex_step(
        lambda t: smooth(f)(x + t * np.eye(len(x))[i]), 0.0
    ),
    drawn_entry,
    also=[
        (f, np.array([1, 2]), 0),
        (f, np.array([1.5, 1.5]), 0),
        (check.function("x: (x * x * x[0]).sum()"), np.array([1.2, -2.0]), 1),
        (kinked, np.array([2.0, -1.2]), 0),
        (kinked, np.array([2.0, -1.2]), 1),
        (
            check.function("v: 3 * v[1] + 1e6 * (v[0] - 2)**2"),
            np.array([2.0, -1.0]),
            0,
        ),
    ],
    f={
        "f = (c · x)²": ("x: (c @ x)**2", 1),
        "f = Σ c exp(x)": ("x: np.sum(c * np.exp(x))", 1),
        "f = Σ sin(c x)": ("x: np.sum(np.sin(c * x))", 1),
        "f = 1 / (1 + Σ (c x)²)": ("x: 1 / (1 + np.sum((c * x)**2))", 1),
        "f near 1000": ("x: 1000 + np.sum(np.sin(c * x))", 1),
        # A step of 1e-8 or less changes this f by one rounding at most, which
        # is a slope of 0 or of 5.7e-6 and more; with 1e-5 it is off by 2e-8.
        "f near 1000 that hardly rises": ("x: 1000 + 3e-6 * (c @ x)", 1),
        # A difference to one side is off by its step times 1e6.
        "a steep bowl": (bowl, 1),
        "a steep bowl at a 0": (bowl, 0),
        # A step h to both sides is off by 2000 h².
        "a steep cubic": (cubic, 1),
        "a steep cubic far from 0": (cubic, 20),
    },
    x={
        "n = 2": size(2) * [1, -1],
        "n = 1": -size(1),
        "n = 3": size(3),
        "n = 7": size(7) * [1, -1, -1, 1, -1, 1, 1],
        "whole numbers": rng.integers(1, 4, size=3) * [-1, 1, -1],
    },
    i={
        "the first entry": lambda n: 0,
        "the last entry": lambda n: n - 1,
        "an entry in the middle": lambda n: n // 2,
    },
    rtol=1e-6,
    atol=1e-6,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: arrays of one to seven entries, of decimal and of whole numbers, up to 60 in size.
# The functions rise, fall, bend much, or lie near 1000.
# The error allowed is the one above.

# %% [markdown]
# **In short.** A partial derivative is the slope along one variable while all others stand still.

# %% [markdown]
# ## 2. The gradient
#
# *About 30 minutes.*
#
# Put all partial derivatives in one vector, in the order of the variables.
# This is the **gradient**, written with an upside-down triangle that is called nabla:
#
# $$\nabla f = \left(\frac{\partial f}{\partial x},\; \frac{\partial f}{\partial y}\right).$$
#
# Read "gradient of f" or "nabla f".
# At $(1, 2)$ the gradient of $x^2 y$ is $(4, 1)$, and that of $x^2 + 2xy + y^2$ is $(6, 6)$.
#
# The length of this vector is its **norm**, written with double bars.
# It is the square root of the sum of the squares: $\lVert (4, 1) \rVert = \sqrt{4^2 + 1^2} = \sqrt{17}$.

# %%
for gradient in [np.array([4.0, 1.0]), np.array([6.0, 6.0])]:
    print(gradient, " norm:", round(np.linalg.norm(gradient), 3))

# %% [markdown]
# With a million weights it is the same, only longer: one slope for each weight.
# The weights of a layer form a matrix, so their slopes form a matrix too, each slope at the place of its weight.
# This is a rule worth keeping:
#
# **The shape of a gradient is the shape of its variable.**

# %% [markdown]
# ### Exercise 3.2: the whole gradient, for any shape (3 points)
#
# Return all partial derivatives of `f` at `x`.
# `x` is an array with one axis, two, or more, also of length 1; the result has the same shape, and holds floats.
# The function `f` takes an array of that shape and returns one number.
#
# The accuracy asked for is that of Exercise 3.1: central differences with $h = 10^{-5}$, an error of at most $10^{-6}$ plus $10^{-6}$ of the true slope.
# Again work on a copy of `x`, which may be an integer array.
# The step is $10^{-5}$ for every entry, however large it is (`dc.numeric.gradient` takes wider ones, too coarse here).
#
# Worked example: for $f(x) =$ the sum of the squares of all entries, at `x = [[1, 2], [3, 4]]`, each slope is twice its entry: `[[2, 4], [6, 8]]`.
#
# <details><summary>Hint 1: how to visit every entry of any shape</summary>
#
# <code>for index in np.ndindex(x.shape)</code> visits them all.
# Each <code>index</code> is a tuple that works as <code>x[index]</code>, however many axes there are.
#
# </details>
# <details><summary>Hint 2: my gradient is all whole numbers</summary>
#
# <code>np.zeros_like(x)</code> of an integer array is an integer array.
# <code>np.zeros(x.shape)</code> holds floats.
#
# </details>
# <details><summary>Hint 3: only the first slope is right</summary>
#
# Nudge a fresh copy for each entry, or the earlier nudges stay in.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# For each cell of a table, the total of all the others:
#
# <pre>
# without = np.zeros(table.shape)
# for place in np.ndindex(table.shape):
#     rest = table.copy()
#     rest[place] = 0
#     without[place] = rest.sum()
# </pre>
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "numerical_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numerical_gradient(f, x):
    """All partial derivatives of f at x, by central differences.

    Parameters
    ----------
    f : function of an array with the shape of x that returns a number
    x : array, one axis or more, of floats or integers; stays as it is

    Returns
    -------
    array of floats, the shape of x
    """
    ### BEGIN SOLUTION
    h = 1e-5
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        ahead, behind = x.astype(float), x.astype(float)
        ahead[index] += h
        behind[index] -= h
        gradient[index] = (f(ahead) - f(behind)) / (2 * h)
    return gradient
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_numerical_gradient", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The gradient has the shape of its variable: one slope for each entry."""
f = check.function("x: x[0]**2 * x[1]")
x, slopes = np.array([1.0, 2.0]), np.array([4.0, 1.0])
check.value(numerical_gradient, f, x, expected=slopes, atol=1e-6)
f = check.function("x: np.sum(x**2)")
x, slopes = np.array([[1, 2], [3, 4]]), np.array([[2.0, 4.0], [6.0, 8.0]])
check.value(numerical_gradient, f, x, expected=slopes, atol=1e-6)
check.contract(numerical_gradient, "numerical_gradient")
### BEGIN HIDDEN TESTS
# Truncation and rounding stay below 1e-6, as in the test of partial_derivative.
rng = check.rng()
size = lambda *shape: rng.uniform(1, 2.5, shape) * np.resize([1, -1, 1], shape)
bowl = "v: np.sum(c * (v - at)) + 1e6 * np.sum((v - at)**2)"
cubic = "v: np.sum(c * (v - at)) + 2000 * np.sum((v - at)**3)"
same, far = lambda x: x, lambda x: 20 * x
with_0 = lambda x: x * (np.arange(x.size).reshape(x.shape) > 0)


def drawn_shape(rng, f, x):
    (text, moved), shape = f, x.shape
    x = moved(x)
    c = rng.uniform(0.7, 1.4, shape) * rng.choice([-1, 1], shape)
    known = {"c": c, "at": x} if "at)" in text else {"c": c}
    return check.function(text, **known), x


def exact_gradient(f, x):
    # Complex numbers can go through √x², but not through the absolute value.
    text = f.text.replace("np.abs(x)", "np.sqrt(x**2)")
    f, result = check.function(text, **f.constants), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        nudge = np.zeros(x.shape, dtype=complex)
        nudge[index] = 1e-30j
        result[index] = f(x + nudge).imag / 1e-30
    return result


check.sitting(
    numerical_gradient,
    "numerical_gradient",
    exact_gradient,
    drawn_shape,
    also=[
        (f, np.array([[1.0, -2.0], [3.0, 4.0]])),
        (check.function("x: np.sum(x * np.abs(x))"), np.array([[1.0, -2.0]])),
        (check.function("x: (x * x * x[0]).sum()"), np.array([1.2, 1.2])),
        (
            check.function("v: 3 * v[1] + 1e6 * (v[0] - 2)**2"),
            np.array([2.0, -1.0]),
        ),
    ],
    x={
        "shape (3,)": size(3),
        "shape (1,)": size(1),
        "shape (2,)": size(2),
        "shape (7,)": size(7),
        "shape (2, 3)": size(2, 3),
        "shape (1, 1)": size(1, 1),
        "shape (2, 1, 3)": size(2, 1, 3),
        "whole numbers": rng.integers(1, 4, (2, 2)) * [[1, -1], [-1, 1]],
    },
    f={
        "f = (Σ c x)²": ("x: np.sum(c * x)**2", same),
        "f = Σ c x²": ("x: np.sum(c * x**2)", same),
        "f = Σ c exp(x)": ("x: np.sum(c * np.exp(x))", same),
        "f = Σ sin(c x)": ("x: np.sum(np.sin(c * x))", same),
        "f = 1 / (1 + Σ (c x)²)": ("x: 1 / (1 + np.sum((c * x)**2))", same),
        # A rounding error of f, the bottom of a steep bowl and the flat place
        # of a steep cubic tell wrong steps apart.
        "f near 1000": ("x: 1000 + np.sum(np.sin(c * x))", same),
        "f near 1000 that hardly rises": (
            "x: 1000 + 3e-6 * np.sum(c * x)",
            same,
        ),
        "a steep bowl": (bowl, same),
        "a steep bowl at a place with a 0": (bowl, with_0),
        "a steep cubic": (cubic, same),
        "a steep cubic far from 0": (cubic, far),
    },
    rtol=1e-6,
    atol=1e-6,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: arrays of one, two and three axes, also of length 1, of decimal and of whole numbers, up to 60 in size.
# The functions rise, fall, bend much, or lie near 1000.
# The error allowed is the one above.

# %% [markdown]
# This function differentiates anything, and it is slow: two evaluations of `f` for each entry.
# For the layer with its 1,001,000 knobs that is more than two million evaluations, for one gradient.
# So you now derive a formula for a whole vector at once.
#
# It takes **products of matrices**.
# In $A\,x$ each row of the matrix $A$ meets the vector $x$: multiply entry by entry and add up, here to 17 and 39.
#
# $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 5 \\ 6 \end{pmatrix}
# = \begin{pmatrix} 1 \cdot 5 + 2 \cdot 6 \\ 3 \cdot 5 + 4 \cdot 6 \end{pmatrix}$$
#
# In $X\,W$ row $k$ of $X$ meets column $j$ of $W$ and gives the entry $(k, j)$: shapes $(n, p)$ and $(p, q)$ make $(n, q)$.
# The **transpose** $A^T$ turns rows into columns.
# In code: `A @ x`, `X @ W` and `A.T`.

# %% [markdown]
# ### Practice: two slopes of a quadratic, by hand (no points)
#
# Near its lowest point nearly every smooth loss looks, up to a constant, like a **quadratic**,
#
# $$f(x) = \tfrac12\, x^T A\, x - b^T x.$$
#
# Here $x$ and $b$ are vectors with $n$ entries, and $A$ is an $n \times n$ matrix; $x^T$ is $x$ as a row.
# In code: `0.5 * x @ A @ x - b @ x`.
#
# With two variables, written out:
#
# $$\begin{aligned} f = {} & \tfrac12 \left(A_{00}\,x_0^2 + A_{01}\,x_0 x_1 + A_{10}\,x_1 x_0 + A_{11}\,x_1^2\right) \\ & - b_0 x_0 - b_1 x_1. \end{aligned}$$
#
# Treat $x_1$ as a constant and go through the terms along $x_0$: where does $x_0$ stand twice, where once, where not at all?
# Do the same along $x_1$.
# Write both slopes entry by entry, without a matrix product.


# %% tags=["practice", "raises-exception"]
def two_slopes(A, b, x):
    """The slopes along x[0] and x[1], from the entries A[0, 0], A[0, 1], …"""
    ### BEGIN SOLUTION
    along_0 = 0.5 * (2 * A[0, 0] * x[0] + A[0, 1] * x[1] + A[1, 0] * x[1])
    along_1 = 0.5 * (A[0, 1] * x[0] + A[1, 0] * x[0] + 2 * A[1, 1] * x[1])
    return np.array([along_0 - b[0], along_1 - b[1]])
    ### END SOLUTION


given = (np.array([[2.0, 6.0], [0.0, 4.0]]), np.array([1.0, 2.0]))
spot = np.array([1.0, 3.0])
check.value(two_slopes, *given, spot, expected=np.array([10.0, 13.0]))

# %% [markdown]
# Which entries of $A$ stand in your first line?
# They lie in row 0 and in column 0, because $x_0$ stands once on the left of $A$ and once on its right.

# %% [markdown]
# ### Exercise 3.3: the gradient of a quadratic (3 points)
#
# Now for $n$ variables, as one formula for the whole vector: $f(x) = \tfrac12\, x^T A\, x - b^T x$.
# Return $\nabla f(x)$, computed with a formula, not by differences.
# (The check includes places so large that differences are too coarse.)
# **$A$ need not be symmetric**, as it is for a loss near its minimum: $A_{01}$ and $A_{10}$ may differ.
# There may be any number of variables, also one, and all numbers may be whole numbers.
#
# Worked example: $A = \begin{pmatrix} 2 & 1 \\ 3 & 4 \end{pmatrix}$, $b = (1, 1)$, $x = (1, 2)$.
#
# Along $x_0$ the slope is $\tfrac12 (2 \cdot 2 \cdot 1 + 1 \cdot 2 + 3 \cdot 2) - 1 = 5$, and the gradient is $(5, 9)$.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Put the two slopes of the practice below each other, with letters, and look for a matrix times $x$ in them.
#
# </details>
# <details><summary>Hint 2: it is right for some matrices only</summary>
#
# For a symmetric matrix rows and columns are the same, and <code>A @ x</code> tells only about rows.
# What is the product that goes along the columns?
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# Hold the left vector: let $h(x) = c^T M x$ with $c = (1, 3)$ and $M = \begin{pmatrix} 1 & 2 \\ 0 & 5 \end{pmatrix}$.
# Written out, $h = (1 \cdot 1 + 3 \cdot 0)\,x_0 + (1 \cdot 2 + 3 \cdot 5)\,x_1$, so its gradient is $(1, 17)$: the columns of $M$, each times $c$.
# In $x^T A\, x$ hold first the left $x$, then the right one, and add, as in the product rule.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "quadratic_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def quadratic_gradient(A, b, x):
    """Gradient at x of f(x) = ½ xᵀ A x - bᵀ x.

    Parameters
    ----------
    A : array, shape (n, n), not necessarily symmetric
    b : array, shape (n,)
    x : array, shape (n,)

    Returns
    -------
    array, shape (n,)
    """
    ### BEGIN SOLUTION
    return 0.5 * (A + A.T) @ x - b
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_quadratic_gradient", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The gradient of a quadratic, also for a matrix that is not symmetric."""
A, b = np.array([[2.0, 1.0], [3.0, 4.0]]), np.array([1.0, 1.0])
x = np.array([1.0, 2.0])
check.value(quadratic_gradient, A, b, x, expected=np.array([5.0, 9.0]))
x = np.array([1.0, -2.0, 3.0])
check.value(quadratic_gradient, np.eye(3), np.zeros(3), x, expected=x)
check.contract(quadratic_gradient, "quadratic_gradient")
### BEGIN HIDDEN TESTS
matrix = lambda rng, n: rng.uniform(1, 2, size=(n, n))
signs = lambda rng, n: rng.choice([-1, 1], size=n)


def quadratic_slopes(A, b, x):
    # One variable after the other, by complex steps.
    f = lambda x: 0.5 * x @ A @ x - b @ x
    return np.array([f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(len(x))])


def drawn_quadratic(rng, n, A, b, x):
    A, b, x = A(rng, n), b(rng, n), x(rng, n)
    if x.dtype.kind == "i":  # then all of them are whole numbers
        A, b = np.rint(3 * A).astype(int), np.rint(3 * b).astype(int)
    return A, b, x


A, other = np.array([[1.0, 2.0], [-3.0, 4.0]]), np.array([[0.5, 5], [1, -2]])
b, x = np.array([1.0, -2.0]), np.array([2.0, 5.0])
# Two variables are huge, the other two small and not coupled to them:
# differences of f, which is near 1e17, cannot see the slopes along these.
wide = np.zeros((4, 4))
wide[:2, :2], wide[2:, 2:] = [[1.3, 2.1], [0.4, 1.7]], [[0.9, 1.6], [2.3, 1.2]]
check.sitting(
    quadratic_gradient,
    "quadratic_gradient",
    quadratic_slopes,
    drawn_quadratic,
    also=[
        (A, b, x),
        (A, b, x[::-1] / 4),
        (other, b / 2, x),
        # Small entries count where x is large.
        (1e-9 * A, b, 1e9 * x),
        (
            wide,
            np.array([3.0, -1.0, 2.0, 0.5]),
            np.array([1e8, 2e8, 0.3, 0.7]),
        ),
    ],
    n=[3, 1, 2, 7],
    A={
        "A not symmetric": matrix,
        "A symmetric": lambda rng, n: (half := matrix(rng, n)) + half.T,
        "zeros below the diagonal": lambda rng, n: np.triu(matrix(rng, n)),
        "zeros above the diagonal": lambda rng, n: np.tril(matrix(rng, n)),
        "zeros on the diagonal": lambda rng, n: (
            matrix(rng, n) * (1 - np.eye(n))
        ),
        "A diagonal": lambda rng, n: np.diag(rng.uniform(1, 2, size=n)),
        "A of negative numbers": lambda rng, n: -matrix(rng, n),
        "A of both signs": lambda rng, n: (
            matrix(rng, n) * rng.choice([-1, 1], size=(n, n))
        ),
    },
    b={
        "any b": lambda rng, n: rng.uniform(1, 2, size=n) * signs(rng, n),
        "b = 0": lambda rng, n: np.zeros(n),
    },
    x={
        "any x": lambda rng, n: rng.uniform(1, 3, size=n) * signs(rng, n),
        "whole numbers": lambda rng, n: (
            rng.integers(1, 4, size=n) * signs(rng, n)
        ),
        "x = 0": lambda rng, n: np.zeros(n),
        "x of positive numbers": lambda rng, n: rng.uniform(1, 3, size=n),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: one to seven variables, decimal and whole numbers, small and huge ones together.
# The matrices are symmetric or not, of either sign, diagonal, or zero on the diagonal or on one side of it.
# Your result must agree to nine digits.

# %% [markdown]
# In letters: $\nabla f = \tfrac12\,(A + A^T)\,x - b$, and $A\,x - b$ if $A$ is symmetric.
#
# **In short.** The gradient holds all partial derivatives, in the shape of its variable.
# Differences measure it, formulas compute it.

# %% [markdown]
# ## 3. Every direction at once
#
# *About 15 minutes.*
#
# The partial derivatives tell what happens along the axes.
# What if $x$ and $y$ turn together?
#
# Walk from the point in a direction $u = (u_1, u_2)$ of length 1, by a small distance $t$.
# Then $x$ changes by $t\,u_1$ and $y$ by $t\,u_2$, and both effects add up, as always when a value, here $t$, fans out:
#
# $$\begin{aligned} & f(x + t\,u_1,\; y + t\,u_2) \\
# & \quad \approx f(x, y) + t\,u_1 \frac{\partial f}{\partial x} + t\,u_2 \frac{\partial f}{\partial y}. \end{aligned}$$
#
# In words: the old value, plus each step times its slope.
# What stands behind $t$ is the slope in the direction $u$, the **directional derivative**:
#
# $$D_u f = u_1 \frac{\partial f}{\partial x} + u_2 \frac{\partial f}{\partial y} = \nabla f \cdot u.$$
#
# In words: the dot product of the gradient and the direction.
# That is: multiply entry by entry, then add.
# So the gradient knows the slope in **every** direction.
# Try it at $(1, 2)$, where the gradient of $x^2 y$ is $(4, 1)$, for some directions, given by their angle from the $x$ axis.

# %%
t, slopes = 1e-5, np.array([4.0, 1.0])
for degrees in [0, 14, 45, 90, 104, 194]:
    u = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    walked = (bent(place + t * u) - bent(place - t * u)) / (2 * t)
    dot = slopes @ u
    print(f"{degrees:>3}°: gradient · u {dot:7.4f}   walked {walked:7.4f}")
print("angle of the gradient:", np.degrees(np.arctan2(1.0, 4.0)).round(1))

# %% [markdown]
# The dot product has a second face.
# If $\theta$ (say "theta") is the angle between the gradient and the direction, then
#
# $$\nabla f \cdot u = \lVert \nabla f \rVert \cos\theta.$$
#
# In words: the norm of the gradient, times the cosine of the angle.
# Why? Turning both arrows together keeps their dot product, since it is made of lengths: $4\,a \cdot b = \lVert a + b \rVert^2 - \lVert a - b \rVert^2$.
# Turn the gradient onto the first axis: it becomes $(\lVert \nabla f \rVert, 0)$, and $u$ becomes $(\cos\theta, \sin\theta)$.
# With more variables, $\theta$ is the angle in the plane of both.
#
# The cosine lies between $-1$ and $1$, and three facts follow at once.
#
# - $\theta = 0°$: the cosine is 1, so the function rises **fastest along the gradient**, with the slope $\lVert \nabla f \rVert$.
# - $\theta = 180°$: the cosine is $-1$, so it falls fastest along $-\nabla f$.
# - $\theta = 90°$: the cosine is 0, so at right angles to the gradient the function does not change at first.
#
# In the table above the gradient lies at 14.0°, the slope there is nearly $\sqrt{17} \approx 4.123$, and it nearly vanishes at 104°.

# %% [markdown]
# ### Exercise 3.4: the directional derivative (2 points)
#
# Return the slope in a direction.
# The direction comes as an arrow of **any length**, and only its direction counts: shorten or stretch it to length 1 first.
# It is never the zero vector.
# The gradient may be zero: then every slope is 0.
# Both vectors may have any number of entries, also one, and hold whole numbers.
# Leave both inputs as they are.
#
# Worked example: the gradient is $(4, 1)$, the direction is $(3, 4)$.
# The length of the direction is $\sqrt{9 + 16} = 5$, so $u = (0.6, 0.8)$, and the slope is $4 \cdot 0.6 + 1 \cdot 0.8 = 3.2$.
#
# <details><summary>Hint 1: how long is a vector?</summary>
#
# <code>np.linalg.norm(direction)</code>, or the square root of the sum of the squares.
#
# </details>
# <details><summary>Hint 2: "my input has changed", or an error about casting</summary>
#
# <code>direction /= …</code> overwrites the array that you were given.
# Give the result a name of its own.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# A hill rises by 6 along $x$ and by 0 along $y$, and you walk along $(5, 12)$, an arrow of length 13.
# Of each unit walked, $\tfrac5{13}$ goes along $x$, so the slope is $6 \cdot \tfrac5{13} \approx 2.308$.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "directional_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def directional_derivative(gradient, direction):
    """Slope in a direction, for each unit of distance walked.

    Parameters
    ----------
    gradient : array, shape (n,)
    direction : array, shape (n,), any length but zero

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    return gradient @ direction / np.linalg.norm(direction)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_directional_derivative", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope depends on where the direction points, not on how long it is."""
gradient = np.array([4.0, 1.0])
direction = np.array([3.0, 4.0])
check.value(directional_derivative, gradient, direction, expected=3.2)
direction = np.array([0, -2])
check.value(directional_derivative, gradient, direction, expected=-1.0)
check.contract(directional_derivative, "directional_derivative")
### BEGIN HIDDEN TESTS
signs = lambda rng, n: rng.choice([-1, 1], size=n)
arrow = lambda rng, n: rng.uniform(1, 3, size=n) * signs(rng, n)


def of_length_1(rng, n):
    way = arrow(rng, n)
    return way / np.sqrt(way @ way)


def drawn_arrows(rng, n, direction, gradient):
    slopes = gradient(rng, n)
    return slopes, direction(rng, slopes if slopes.any() else arrow(rng, n))


check.sitting(
    directional_derivative,
    "directional_derivative",
    # In extended precision, with the length taken last.
    lambda gradient, direction: float(
        np.sum(np.longdouble(gradient) * direction)
        / np.sqrt(np.sum(np.longdouble(direction) ** 2))
    ),
    drawn_arrows,
    also=[
        (np.array([4.0, 1.0]), np.array([-5.0, 12.0])),
        (np.array([2.0, -3.0]), np.array([-5.0, 12.0])),
        (np.array([4.0, 1.0]), np.array([-1.0, 4.0])),
        (np.array([4e6, 1e6, 8e6]), np.array([4.0, 1.0, 8.0])),
        (np.array([4, 1, -2]), np.array([1, -2, 2])),
        (np.array([2.0]), np.array([-3.0])),
        (np.array([4.0, 1.0]), np.array([0.6003, -0.8004])),
    ],
    n=[2, 1, 3, 7],
    direction={
        "a long direction": lambda rng, g: 5 * arrow(rng, len(g)),
        "a short direction": lambda rng, g: 0.1 * arrow(rng, len(g)),
        "a direction of length 1": lambda rng, g: of_length_1(rng, len(g)),
        "a tiny direction": lambda rng, g: 1e-9 * arrow(rng, len(g)),
        "a huge direction": lambda rng, g: 1e9 * arrow(rng, len(g)),
        "a direction of whole numbers": lambda rng, g: (
            rng.integers(1, 5, size=len(g)) * signs(rng, len(g))
        ),
        "along the gradient": lambda rng, g: 0.7 * g,
        "against the gradient": lambda rng, g: -3.0 * g,
        "an axis": lambda rng, g: 2 * np.eye(len(g))[rng.integers(len(g))],
    },
    gradient={
        "any gradient": arrow,
        "a zero gradient": lambda rng, n: np.zeros(n),
        "a gradient of whole numbers": lambda rng, n: (
            rng.integers(1, 5, size=n) * signs(rng, n)
        ),
        "a steep gradient": lambda rng, n: 50 * arrow(rng, n),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: vectors with one to seven entries, of decimal and of whole numbers.
# Gradients may be zero or steep, and directions tiny or huge; some go along the gradient, against it, at right angles to it, or along an axis.
# Your result must agree to nine digits.

# %% [markdown]
# Turn the dial.
# On the left it sets the direction of the walk, on the right you read its slope.

# %% tags=["demo"]
dc.widgets.direction_dial(
    bent, at=(1.0, 2.0), directional=directional_derivative
)

# %% [markdown]
# **What to look at.**
# The slope is a cosine curve.
# It is highest where the direction falls on the gradient, lowest opposite, and zero at right angles to it.
# Along the axes, at 0° and 90°, it is the two partial derivatives, 4 and 1.
#
# A **level curve** joins the places at which $f$ has the same value, like a contour line on a hiking map.
# Walking along it, $f$ does not change: the slope in that direction is 0.
# But the slope is 0 only at right angles to the gradient.
# So **the gradient is perpendicular to the level curve**, wherever it is not zero.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_gradient_field(bent, name="x^2 y"))

# %% [markdown]
# **What to look at.**
# Each arrow starts on a level curve, is at right angles to it, and points to higher values.
# Where the curves lie close together the function is steep, and the arrows are long.
#
# **In short.** The slope in a direction of length 1 is the dot product with the gradient.
# It is largest along the gradient, and 0 along the level curve.

# %% [markdown]
# ## 4. The loss as a landscape
#
# *About 10 minutes.*
#
# From here on the variables are weights, and the function is a loss $L$, which training makes small.
# The simplest loss of two weights is a round bowl:
#
# $$L(w_1, w_2) = w_1^2 + w_2^2, \qquad \nabla L = (2 w_1,\; 2 w_2).$$
#
# In words: the sum of the squares; each slope is twice its weight.
# Training walks downhill, against the gradient, so the picture shows arrows along $-\nabla L$.


# %%
def round_bowl(w):
    w1, w2 = w
    return w1**2 + w2**2


print("loss at (3, 1):", round_bowl(np.array([3.0, 1.0])))

# %% tags=["demo"]
bowl = dc.plotting.plot_bowl(round_bowl, (3.0, 1.0), "Round bowl")
dc.plotting.show(bowl)

# %% [markdown]
# **What to look at.**
# On the left the loss is a height; on the right it is a map of level curves, seen from above, with $-\nabla L$ as arrows.
# All arrows point straight at the minimum, marked by a square.
# At $(3, 1)$ the arrow goes along $(-6, -2)$: three to the left for each one down, which is the way to $(0, 0)$.
# (Each map scales its arrows by itself: compare lengths within a map only.)
#
# Now change one number, and the bowl is stretched:
#
# $$L(w_1, w_2) = w_1^2 + 9\,w_2^2.$$

# %% [markdown]
# ### Exercise 3.5: predict (1 point)
#
# At $(3, 1)$ of the stretched bowl, where does the arrow $-\nabla L$ point?
# The minimum is at $(0, 0)$, as before.
#
# - **A**: at the minimum, three to the left for each one down: downhill is always towards the lowest point.
# - **B**: steeply down, three down for each one to the left: it passes the minimum by.
# - **C**: nine to the left for each one down: the longer side of the bowl wins.
# - **D**: along the level curve, around the bowl.
#
# Decide first, with a reason, then run on: the cells below have the answer, and after the picture stands what is to be said of your letter.


# %% nbgrader={"grade": false, "grade_id": "predict_stretched_bowl", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_stretched_bowl():
    """Your prediction: return "A", "B", "C" or "D"."""
    ### BEGIN SOLUTION
    return "B"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_predict_stretched_bowl", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""One of the four letters is chosen."""
check.choice(predict_stretched_bowl, among="ABCD")
### BEGIN HIDDEN TESTS
check.choice(predict_stretched_bowl, among="ABCD", correct="B")
### END HIDDEN TESTS


# %%
def stretched_bowl(w):
    w1, w2 = w
    return w1**2 + 9 * w2**2


w = np.array([3.0, 1.0])
downhill = -np.array([2 * w[0], 18 * w[1]])
cosine = downhill @ -w / (np.linalg.norm(downhill) * np.linalg.norm(w))
print("−∇L:", downhill, "  to the minimum:", -w)
print(f"angle between them: {np.degrees(np.arccos(cosine)):.1f}°")

# %% tags=["demo"]
bowl = dc.plotting.plot_bowl(stretched_bowl, (3.0, 1.0), "Stretched bowl")
dc.plotting.show(bowl)

# %% [markdown]
# **What to look at.**
# The arrows are at right angles to the level curves, and so most of them point at the long axis of the bowl, not at the minimum.
# The dashed line from $(3, 1)$ goes to the minimum; the arrow from there is off by 53.1°.
# Only on the two axes of the bowl do the two agree.
#
# So $-\nabla L$ is the direction in which the loss falls fastest **right here**, and no more than that.
# It points at the minimum everywhere only when the bowl is round.
#
# And your prediction?

# %% tags=["demo", "raises-exception"]
check.reason(predict_stretched_bowl, "predict_stretched_bowl")

# %% [markdown]
# Stretch the bowl yourself, and tilt it.
# The widget uses your `quadratic_gradient` if it is written.

# %% tags=["demo"]
dc.widgets.stretch_the_bowl(gradient=quadratic_gradient)

# %% [markdown]
# **What to look at.**
# At stretch 1 the arrow and the dashed line to the minimum agree, wherever you start.
# With more stretch the angle between them grows, and it is zero only on the two axes of the bowl.
#
# Then move the probe over other landscapes, uphill this time; it uses your `numerical_gradient` if it is written.

# %% tags=["demo"]
dc.widgets.gradient_probe(gradient=numerical_gradient)

# %% [markdown]
# **What to look at.**
# The arrow never lies along the dashed level curve, and never leans to one side of it.
# At the bottom of a bowl, on a hilltop and in the middle of a saddle it shrinks to nothing: there the gradient is zero.
#
# **In short.** $-\nabla L$ is the steepest way down from here, and no more: only a round bowl makes it the way to the minimum.

# %% [markdown]
# ## 5. Many outputs: the Jacobian
#
# *About 15 minutes.*
#
# A layer returns many numbers, not one.
# Then each output has its own gradient.
# Stack them as rows, and you have the **Jacobian**, named after the mathematician Jacobi:
#
# $$J_{ij} = \frac{\partial f_i}{\partial x_j}.$$
#
# In words: the entry in row $i$ and column $j$ is the slope of output $i$ along input $j$.
# With $m$ outputs and $n$ inputs it has $m$ rows and $n$ columns: shape $(m, n)$.
#
# Take a robot arm of length $r$, turned by the angle $\varphi$ (say "phi", in radians).
# Its hand is at
#
# $$f(r, \varphi) = (r \cos\varphi,\; r \sin\varphi),$$
#
# $$J = \begin{pmatrix} \cos\varphi & -r \sin\varphi \\ \sin\varphi & r \cos\varphi \end{pmatrix}.$$
#
# The first column says where the hand moves when the arm grows, the second where it moves when the arm turns.


# %%
def hand(p):
    r, phi = p
    return np.array([r * np.cos(phi), r * np.sin(phi)])


arm = np.array([2.0, 0.5])
turn = np.array([0.0, 1e-5])
measured = (hand(arm + turn) - hand(arm - turn)) / 2e-5
print("formula: ", np.array([-2 * np.sin(0.5), 2 * np.cos(0.5)]).round(6))
print("measured:", measured.round(6))

# %% tags=["demo"]
arm_map = dc.plotting.plot_map(hand, at=(2.0, 0.5), names=("r", "\\varphi"))
dc.plotting.show(arm_map)

# %% [markdown]
# **What to look at.**
# On the left is a grid of inputs, on the right where `hand` takes it.
# The two arrows on the left are unit steps along the inputs; on the right they are the two columns of the Jacobian.
# A small square next to the point becomes, nearly, the parallelogram that the columns span.
# The bent lines leave it only further out: near the point a smooth function does nearly what its Jacobian says.

# %% [markdown]
# ### Exercise 3.6: the Jacobian (3 points)
#
# Return the Jacobian of `f` at `x`, measured with central differences.
# `f` takes an array of shape `(n,)` and returns an array of shape `(m,)`; the result has the shape `(m, n)`, also when `m` or `n` is 1.
#
# Accuracy and care are those of Exercise 3.1: $h = 10^{-5}$ everywhere, an error of at most $10^{-6}$ plus $10^{-6}$ of the true slope.
# Work on a copy of `x`, which may be an integer array.
#
# Worked example: for $f(x) = (x_0 x_1,\; x_0 + x_1,\; x_0^2)$ at $x = (2, 3)$ it is
#
# $$J = \begin{pmatrix} x_1 & x_0 \\ 1 & 1 \\ 2 x_0 & 0 \end{pmatrix} = \begin{pmatrix} 3 & 2 \\ 1 & 1 \\ 4 & 0 \end{pmatrix}.$$
#
# <details><summary>Hint 1: one nudge, one column</summary>
#
# Nudge entry j of x.
# The change of all outputs, divided by 2h, is one column of the Jacobian.
#
# </details>
# <details><summary>Hint 2: "transposed"</summary>
#
# A list of columns that becomes an array has them as its rows.
# <code>np.stack(columns, axis=1)</code> puts them side by side.
#
# </details>
# <details><summary>Hint 3: I do not know m</summary>
#
# <code>f(x)</code> tells: its length is m.
# With a list of columns you never need it.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# What does one more spoon of each of two ingredients change in a cake's sugar, fat and flour?
# The first ingredient gives a column of three numbers, the second another.
# Side by side they are a table of the shape (3, 2): <code>np.stack(columns, axis=1)</code>.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "jacobian", "locked": false, "schema_version": 3, "solution": true, "task": false}
def jacobian(f, x):
    """All slopes of all outputs of f at x, by central differences.

    Parameters
    ----------
    f : function of an array (n,) that returns an array (m,)
    x : array, shape (n,), of floats or integers; stays as it is

    Returns
    -------
    array, shape (m, n); [i, j] is the slope of output i along input j
    """
    ### BEGIN SOLUTION
    h = 1e-5
    columns = []
    for j in range(len(x)):
        ahead, behind = x.astype(float), x.astype(float)
        ahead[j] += h
        behind[j] -= h
        columns.append((f(ahead) - f(behind)) / (2 * h))
    return np.stack(columns, axis=1)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_jacobian", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Row i, column j of the Jacobian is the slope of output i along input j."""
f = check.function("x: np.array([x[0] * x[1], x[0] + x[1], x[0]**2])")
J = np.array([[3.0, 2.0], [1.0, 1.0], [4.0, 0.0]])
check.value(jacobian, f, np.array([2, 3]), expected=J, atol=1e-6)
g = check.function("x: np.array([np.sum(x**2)])")
J = np.array([[2.0, 4.0, 6.0]])
check.value(jacobian, g, np.array([1.0, 2.0, 3.0]), expected=J, atol=1e-6)
check.contract(jacobian, "jacobian")
### BEGIN HIDDEN TESTS
# Truncation and rounding stay below 1e-6, as in the test of partial_derivative.
rng = check.rng()
size = lambda n: rng.uniform(1, 2.5, size=n)
bowl = "v: M @ (v - at) + 1e6 * np.sum((v - at)**2)"
cubic = "v: M @ (v - at) + 2000 * np.sum((v - at)**3)"


def exact_jacobian(f, x):
    # Complex numbers can go through √x², but not through the absolute value.
    text = f.text.replace("np.abs(x)", "np.sqrt(x**2)")
    f = check.function(text, **f.constants)
    return np.transpose(
        [f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(len(x))]
    )


def drawn_outputs(rng, f, x, m):
    (text, factor), n = f, len(x)
    x = np.append(factor * x[:1] + 0, x[1:] * max(factor, 1))
    M = rng.uniform(0.7, 1.4, (m, n)) * rng.choice([-1, 1], (m, n))
    known = {"M": M, "at": x} if "at)" in text else {"M": M}
    return check.function(text, **known), x


check.sitting(
    jacobian,
    "jacobian",
    exact_jacobian,
    drawn_outputs,
    also=[
        (f, np.array([2.0, 3.0])),
        (g, np.array([1.0, 2.0, 3.0])),
        # What f returns may be what it was given, or a part of it.
        (check.function("x: x"), np.array([1.0, -2.0, 0.5])),
        (check.function("x: x[:2]"), np.array([1.0, -2.0, 0.5])),
        (check.function("x: 3 * np.abs(x)"), np.array([1.0, -2.0])),
    ],
    f={
        "f = M x": ("x: M @ x", 1),
        "f = M x²": ("x: M @ x**2", 1),
        "f = (M x)²": ("x: (M @ x)**2", 1),
        "f = x[0] M x": ("x: x[0] * (M @ x)", 1),
        "f = sin(M x)": ("x: np.sin(M @ x)", 1),
        "f = exp(M x / 10)": ("x: np.exp(M @ x / 10)", 1),
        # A rounding error of f, the bottom of a steep bowl and the flat place
        # of a steep cubic tell wrong steps apart.
        "f near 1000": ("x: 1000 + np.sin(M @ x)", 1),
        "f near 1000 that hardly rises": ("x: 1000 + 3e-6 * (M @ x)", 1),
        "a steep bowl": (bowl, 1),
        "a steep bowl at a place with a 0": (bowl, 0),
        "a steep cubic": (cubic, 1),
        "a steep cubic far from 0": (cubic, 20),
    },
    x={
        "n = 3": size(3) * [1, -1, 1],
        "n = 1": -size(1),
        "n = 2": size(2) * [1, -1],
        "n = 7": size(7) * [1, -1, -1, 1, -1, 1, 1],
        "whole numbers": rng.integers(1, 4, size=3) * [-1, 1, -1],
    },
    m=[2, 1, 3, 7],
    rtol=1e-6,
    atol=1e-6,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: one to seven inputs, of decimal and of whole numbers, up to 60 in size, and one to seven outputs.
# The functions rise, fall, bend much, or lie near 1000.
# The error allowed is that of Exercise 3.1.

# %% [markdown]
# **In short.** The Jacobian has a row for each output and a column for each input; near a point a smooth function does nearly what it says.

# %% [markdown]
# ## 6. Backwards through a layer
#
# *About 25 minutes.*
#
# The Jacobian of a layer is enormous.
# Take the layer from section 1 and a batch of 100 examples, and count the entries of the Jacobian of all outputs along all weights.

# %%
batch = 100
entries = (batch * n_outputs) * (n_inputs * n_outputs)
print("outputs:", batch * n_outputs, "  weights:", n_inputs * n_outputs)
print("entries of the Jacobian:", entries)
print("gigabytes, at 8 bytes each:", entries * 8 / 1e9)

# %% [markdown]
# No computer wants to store that, and none has to.
# Training asks for one gradient only, that of the loss.
#
# Suppose that $y = f(x)$ feeds into a loss $L$, and that we know $g$, the gradient of $L$ with respect to $y$: $g_i = \partial L / \partial y_i$.
# It is called the **upstream gradient**: gradients flow back from the loss, and this one is nearer to it.
# What is the gradient with respect to $x$?
#
# A nudge of $x_j$ moves each output $y_i$, with the slope $J_{ij}$.
# Each output moves the loss, with the slope $g_i$.
# All these effects add up:
#
# $$\frac{\partial L}{\partial x_j} = \sum_i g_i\,J_{ij}.$$
#
# The big sigma means "add up, for every $i$".
# In words: upstream slope times local slope, summed over all outputs.
# As a row vector times a matrix this is $g\,J$, the **vector-Jacobian product**, or **VJP**.
# The art is to compute the product without ever writing down $J$.
# (From the other side, $J\,v$ is the speed of the outputs for inputs of speed $v$: the `jvp` of Exercise 2.7.)

# %%
g = np.array([1.0, 10.0, 100.0])
J = np.array([[3.0, 2.0], [1.0, 1.0], [4.0, 0.0]])
print("g J =", g @ J, "  for the Jacobian of the last worked example")

# %% [markdown]
# A layer takes a whole **batch** at once: $n$ examples, one in each row of $X$.
# Each example has $p$ inputs, and the layer has $q$ outputs:
#
# $$Z = X\,W + b.$$
#
# In words: inputs times weights, plus the bias, which is added to every row.
# The upstream gradient $G = \partial L / \partial Z$ has one number for each number of $Z$.
# Three gradients are wanted: $dX$, $dW$ and $db$, short for $\partial L / \partial X$, $\partial L / \partial W$ and $\partial L / \partial b$.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_layer_shapes(n=5, p=3, q=2))

# %% [markdown]
# **What to look at.**
# Every gradient in the lower row has the shape of the variable above it.
# The bias has one row only, although $Z$ has one for each example.
#
# Now follow the nudges, with $k$ counting examples, $i$ inputs and $j$ outputs:
#
# $$z_{kj} = \sum_i x_{ki}\,w_{ij} + b_j.$$
#
# In words: output $j$ of example $k$ adds up the inputs of this example, each times its weight to this output, and the bias of this output.
# Upstream waits $g_{kj}$, the entry of $G$ that belongs to $z_{kj}$.
#
# Take two examples, two inputs and two outputs, and nudge one weight.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_weight_nudge(row=0, column=1))

# %% [markdown]
# **What to look at.**
# A nudge of $w_{01}$ moves two entries of $Z$, one in each example, and no other.
# It moves $z_{01}$ by $x_{00}$ times the nudge, and $z_{11}$ by $x_{10}$ times the nudge.
# Each of the two moves the loss, by its own upstream slope: the weight fans out, so its slope is a sum.

# %% [markdown]
# ### Practice: two entries by hand (no points)
#
# Return two slopes of the loss, computed from single entries such as `X[1, 1]` and `G[1, 0]`.
#
# - Along $w_{01}$: the picture says which entries of $X$ and $G$ take part.
# - Along $x_{01}$, the second input of the first example: which entries of $Z$ does it move, and how far?


# %% tags=["practice", "raises-exception"]
def two_entries(X, W, G):
    """The slopes along W[0, 1] and X[0, 1], for matrices of two rows and columns."""
    ### BEGIN SOLUTION
    along_w01 = X[0, 0] * G[0, 1] + X[1, 0] * G[1, 1]
    along_x01 = W[1, 0] * G[0, 0] + W[1, 1] * G[0, 1]
    return along_w01, along_x01
    ### END SOLUTION


X, W = np.array([[1, 2], [3, 4]]), np.array([[1, -1], [2, 5]])
G = np.array([[1, 10], [100, 1000]])
names = ("along w01", "along x01")
check.value(two_entries, X, W, G, names=names, expected=(3010, 52))

# %% [markdown]
# ### Exercise 3.7: backwards through a linear layer (4 points)
#
# Given the inputs of a linear layer and the upstream gradient `G`, return the three gradients `dX`, `dW`, `db`, in this order, as a tuple.
# Each of their entries is a sum of products, like the two above.
# A whole table of such sums is one matrix product, and the shapes say which.
# For the bias ask which entries of $Z$ a nudge of $b_j$ moves, and how far.
# It must work for every batch size, also 1, and any number of inputs and outputs; all four arrays may hold whole numbers.
# `db` has the shape of `b`, which is `(q,)`.
# Use products, not differences; the check includes numbers for which differences are too coarse.
#
# Worked example, with $n = 2$, $p = 2$, $q = 1$:
#
# $$X = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}, \quad W = \begin{pmatrix} 1 \\ -1 \end{pmatrix},$$
#
# $$b = (0.5), \quad G = \begin{pmatrix} 1 \\ 2 \end{pmatrix}.$$
#
# The first weight meets the inputs 1 and 3, so its slope is $1 \cdot 1 + 3 \cdot 2 = 7$.
# All three results:
#
# $$dX = \begin{pmatrix} 1 & -1 \\ 2 & -2 \end{pmatrix}, \quad dW = \begin{pmatrix} 7 \\ 10 \end{pmatrix}, \quad db = (3).$$
#
# <details><summary>Hint 1: let the shapes guide you</summary>
#
# Write the shapes of X, W, G and of what you want below each other.
# Which two matrices take part in a slope along a weight, and which side of each must meet in the product?
# Then ask the same for an input.
#
# </details>
# <details><summary>Hint 2: db has the wrong shape</summary>
#
# A sum over <code>axis=0</code> runs down the columns, over the examples; one over <code>axis=1</code> runs along the rows.
# Which of the two leaves q numbers?
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# A layer multiplies each input by a number of its own: $z_{ki} = x_{ki}\,c_i$, in code <code>Z = X * c</code>.
# A nudge of $c_i$ moves $z_{ki}$ by $x_{ki}$, in every example $k$, so its slope is $\sum_k x_{ki}\,g_{ki}$.
# In code: <code>(X * G).sum(axis=0)</code>, with the shape of c.
# A nudge of $x_{ki}$ moves $z_{ki}$ alone, by $c_i$: <code>G * c</code>, with the shape of X.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "linear_vjp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def linear_vjp(X, W, b, G):
    """Gradients of a loss with respect to the inputs of Z = X @ W + b.

    Parameters
    ----------
    X : array, shape (n, p), a batch of n examples
    W : array, shape (p, q)
    b : array, shape (q,)
    G : array, shape (n, q), the upstream gradient ∂L/∂Z

    Returns
    -------
    dX, dW, db : arrays of the shapes of X, W, b
    """
    ### BEGIN SOLUTION
    return G @ W.T, X.T @ G, G.sum(axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_linear_vjp", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Each gradient has the shape of its variable, and tells what a nudge of it does."""
names = ("dX", "dW", "db")
X, W = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0], [-1.0]])
b, G = np.array([0.5]), np.array([[1.0], [2.0]])
dX, dW = np.array([[1.0, -1.0], [2.0, -2.0]]), np.array([[7.0], [10.0]])
slopes = (dX, dW, np.array([3.0]))
check.value(linear_vjp, X, W, b, G, names=names, expected=slopes)
check.contract(linear_vjp, "linear_vjp")
### BEGIN HIDDEN TESTS
size = lambda rng, *shape: rng.uniform(0.5, 2, size=shape)
signed = lambda rng, *shape: size(rng, *shape) * rng.choice([-1, 1], shape)


def layer_slopes(X, W, b, G):
    # What a nudge of each entry does to the loss, by complex steps: nothing is
    # subtracted, and the nudge is far below all other numbers.
    values = [X, W, b]
    results = [np.zeros(value.shape) for value in values]
    for value, result in enumerate(results):
        for index in np.ndindex(result.shape):
            X, W, b = (v.astype(complex) for v in values)
            (X, W, b)[value][index] += 1e-30j
            result[index] = np.sum(G * (X @ W + b).imag) / 1e-30
    return tuple(results)


def drawn_layer(rng, n, p, q, numbers):
    return [numbers(rng, *shape) for shape in [(n, p), (p, q), (q,), (n, q)]]


X, W = np.array([[1.0, -2.0], [3.0, 5.0]]), np.array([[2.0, 1.0], [-3.0, 4.0]])
b, G = np.array([0.5, -1.0]), np.array([[1.0, 3.0], [-2.0, 0.5]])
check.sitting(
    linear_vjp,
    "linear_vjp",
    layer_slopes,
    drawn_layer,
    also=[
        (X, W, b, G),
        (X, W, b, 2 * G.T),
        (W, X, 3 * b, G),
        (X, W, b, np.array([[1.0, 3.0], [1.0, 3.0]])),
        # Differences of the whole loss cannot see the second example.
        (
            np.array([[1.5], [0.5]]),
            np.array([[2.0]]),
            np.zeros(1),
            np.array([[1e9], [1e-3]]),
        ),
    ],
    n=[2, 1, 3, 7],
    p=[3, 1, 2, 7],
    q=[1, 2, 3, 7],
    numbers={
        "any numbers": signed,
        "positive numbers": size,
        "negative numbers": lambda rng, *shape: -size(rng, *shape),
        "whole numbers": lambda rng, *shape: rng.integers(-4, 5, size=shape),
        "large numbers": lambda rng, *shape: 1e6 * size(rng, *shape),
        "small numbers": lambda rng, *shape: 1e-3 * signed(rng, *shape),
        "zeros": lambda rng, *shape: np.zeros(shape),
    },
    names=("dX", "dW", "db"),
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: one to seven examples, inputs and outputs, and numbers of either sign, decimal and whole, from zero to large.
# Your results must agree to nine digits.

# %% [markdown]
# In letters: $dX = G\,W^T$, $dW = X^T G$, and $db$ is the sum of the rows of $G$.
# **$db$ sums over the batch** because one bias serves all examples, and each of them has a say.
# Exercise 5.4 needs all three again.
#
# **In short.** Backwards through a layer, the upstream gradient is multiplied by the Jacobian without ever writing it down.

# %% [markdown]
# ## 7. Backwards through a softmax
#
# *About 20 minutes.*
#
# The last layer of a classifier returns one number for each class, the **logits** $z$.
# The **softmax** turns them into probabilities:
#
# $$s_i = \frac{e^{z_i}}{\sum_k e^{z_k}}.$$
#
# In words: e to the power of each logit, divided by the sum of all of these.
# The results are positive and add up to 1.


# %%
def plain_softmax(z):
    powers = np.exp(z)
    return powers / powers.sum()


with np.errstate(all="ignore"):
    for z in [np.array([2.0, 1.0, 0.0]), np.array([1000.0, 999.0, 998.0])]:
        print("logits", z, " softmax", plain_softmax(z).round(4))

# %% [markdown]
# The second line fails: $e^{1000}$ is too large for a computer, and infinity divided by infinity is not a number (`nan`).
# Yet both lines have the same right answer.
# Add a constant $c$ to all logits, and every power is multiplied by $e^c$, above and below the fraction line, so it cancels.
# That is the way out: **subtract the largest logit from all of them first**.
# Then no exponent is above 0, and nothing overflows.
#
# Now its Jacobian.
# The logarithm turns the fraction into a difference: $\ln s_i = z_i - \ln \sum_k e^{z_k}$.
# Nudge the logit $z_j$ of *another* class, $j \ne i$: then $z_i$ stands still.
# Differentiate both sides along $z_j$, each logarithm by the chain rule with $(\ln u)' = 1/u$:
#
# $$\frac{1}{s_i}\,\frac{\partial s_i}{\partial z_j} = 0 - \frac{e^{z_j}}{\sum_k e^{z_k}} = -s_j,$$
#
# so
#
# $$\frac{\partial s_i}{\partial z_j} = -s_i\,s_j.$$
#
# In words: raising one logit lowers the probability of another class, by the product of the two probabilities.

# %% [markdown]
# ### Practice: a logit and its own probability (no points)
#
# Do the same along the logit of the class itself, $j = i$, where $z_i$ moves.
# Write the slope of $s_i$ along $z_i$ in terms of $s_i$ alone.


# %% tags=["practice", "raises-exception"]
def own_slope(s):
    """Slope of a probability s along the logit of its own class."""
    ### BEGIN SOLUTION
    return s * (1 - s)
    ### END SOLUTION


first = lambda z: plain_softmax(np.array([z, 1.0, 0.0]))[0]
for logit in [2.0, 0.0, -1.0]:
    slope = dc.numeric.derivative(first, logit)
    check.value(own_slope, first(logit), expected=slope, rtol=1e-6)

# %% [markdown]
# It is the slope of the sigmoid again: with two classes, $s_0 = \sigma(z_0 - z_1)$.
# Both cases in one line, with $[i = j]$ for 1 if $i$ and $j$ are equal, and 0 if they are not:
#
# $$\frac{\partial s_i}{\partial z_j} = s_i\,\bigl([i = j] - s_j\bigr).$$

# %% tags=["demo"]
table = dc.plotting.plot_softmax_jacobian(plain_softmax, z=(2.0, 1.0, 0.0))
dc.plotting.show(table)

# %% [markdown]
# **What to look at.**
# On the left are the probabilities for the logits 2, 1 and 0; on the right is the Jacobian, measured by finite differences.
# The diagonal is positive: raising a logit raises its own probability.
# Everything else is negative: it lowers the probabilities of the others.
# Each column adds up to 0, because the probabilities always add up to 1: what one wins, the others lose.

# %% [markdown]
# ### Exercise 3.8: backwards through a softmax (2 points)
#
# Given the logits `z` and the upstream gradient `g`, with $g_i = \partial L / \partial s_i$, return $\partial L / \partial z$, the vector-Jacobian product
#
# $$\frac{\partial L}{\partial z_j} = \sum_i g_i\,\frac{\partial s_i}{\partial z_j}.$$
#
# `z` and `g` have the shape `(n,)`, and so has the result; there may be any number of classes, also one.
# The result must be finite and right for logits as large as 1000, of either sign, and no input may change.
# Both may hold whole numbers.
# Compute it by the formula; the check includes probabilities so tiny that differences are too coarse.
#
# Worked example: $z = (\ln 3, 0)$ gives the powers 3 and 1, so $s = (\tfrac34, \tfrac14)$.
# In the Jacobian $\tfrac34 \cdot \tfrac14 = \tfrac3{16}$ stands on the diagonal, and its negative elsewhere:
#
# $$J = \begin{pmatrix} \tfrac3{16} & -\tfrac3{16} \\ -\tfrac3{16} & \tfrac3{16} \end{pmatrix}.$$
#
# With $g = (5, 1)$ the first entry is $5 \cdot \tfrac3{16} - 1 \cdot \tfrac3{16} = \tfrac34$, the second $-\tfrac34$.
#
# <details><summary>Hint 1: where to begin</summary>
#
# First compute s, with the largest logit subtracted.
# Then put the formula for the Jacobian into the sum.
#
# </details>
# <details><summary>Hint 2: must I build the matrix?</summary>
#
# You may: <code>np.diag(s)</code> and <code>np.outer(s, s)</code> have its two parts.
# But write the sum in two parts as well, and you see that two vectors and one number are enough.
#
# </details>
# <details><summary>Hint 3: "my input has changed"</summary>
#
# <code>z -= z.max()</code> overwrites the array that you were given; <code>z - z.max()</code> makes a new one.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# Shares: sᵢ = xᵢ / S with the sum S of all x.
# Their slopes are (1 − sᵢ) / S for i = j, and −sᵢ / S else, so backwards it is (gⱼ − g·s) / S.
# For x = (1, 3) and g = (5, 1): s = (1/4, 3/4), g·s = 2, and the slopes are 0.75 and −0.25.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "softmax_vjp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax_vjp(z, g):
    """Gradient of a loss with respect to the logits of a softmax.

    Parameters
    ----------
    z : array, shape (n,), the logits, up to 1000 in size
    g : array, shape (n,), the upstream gradient ∂L/∂s

    Returns
    -------
    array, shape (n,), the gradient ∂L/∂z
    """
    ### BEGIN SOLUTION
    powers = np.exp(z - z.max())
    s = powers / powers.sum()
    return s * (g - g @ s)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_softmax_vjp", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The gradient goes back through the softmax, also where the logits are huge."""
z, g = np.array([np.log(3.0), 0.0]), np.array([5.0, 1.0])
slopes = np.array([0.75, -0.75])
check.value(softmax_vjp, z, g, expected=slopes)
check.value(softmax_vjp, z + 1000, g, expected=slopes)
z, ones = np.array([2.0, 1.0, 0.0]), np.ones(3)
hint = "The probabilities always add up to 1: the slope of their sum is 0."
check.value(softmax_vjp, z, ones, expected=np.zeros(3), hint=hint)
check.contract(softmax_vjp, "softmax_vjp")
### BEGIN HIDDEN TESTS
spread = lambda rng, n: rng.uniform(-2, 2, size=n)


def probabilities(z):
    powers = np.exp(np.longdouble(z) - np.max(z))
    return powers / np.sum(powers)


def logit_slopes(z, g):
    # Because the probabilities add up to 1, the slope is s_j Σ s_i (g_j - g_i):
    # no two large numbers are subtracted in it.
    s = probabilities(z)
    slopes = s * np.sum(s * np.subtract.outer(g, g), axis=1)
    return slopes.astype(float) + 0.0  # no negative zeros


def drawn_logits(rng, n, z, g):
    # Where g_j is the mean of g, all digits of the slope cancel. Draw until each
    # is well apart, but for a class that has all the probability.
    z = z(rng, n)
    s = probabilities(z).astype(float)
    while True:
        slopes = g(rng, n)
        apart = np.abs(slopes - slopes @ s) > 5e-3 * np.abs(slopes).max()
        if apart[(s > 0) & (s < 1)].all():
            return z, slopes


# Two classes share the probability, all others are out of the question.
far = lambda rng, n, gap: rng.permutation(
    spread(rng, n) - gap * (np.arange(n) > 1)
)
one = lambda rng, n: rng.permutation(
    spread(rng, n) + np.append(900.0, np.zeros(n - 1))
)
signs = lambda rng, n: rng.choice([-1, 1], size=n)
check.sitting(
    softmax_vjp,
    "softmax_vjp",
    logit_slopes,
    drawn_logits,
    also=[
        (np.array([0.0, 1.0, -2.0]), np.array([1.0, 3.0, -1.0])),
        (np.array([0.0, 1.0, -2.0]), np.array([2.0, -1.0, 0.5])),
        (np.array([2.0, 1.0, 1.5]), np.array([1.0, 3.0, -1.0])),
        (np.array([40.0, 39.0, 0.0, -3.0]), np.array([1.0, -3.0, 2.0, 4.0])),
        (np.array([1000.0, 999.0, 400.0]), np.array([2.0, -1.0, 5.0])),
        (np.array([1000.0, -1000.0, 0.0]), np.array([5.0, -2.0, 1.0])),
        (np.array([-1000.0, -999.0]), np.array([3.0, -1.0])),
        (np.array([25.0, 0.0, 2.0]), np.array([0.0, 1.0, 2.0])),
    ],
    n=[3, 1, 2, 7],
    z={
        "logits near 0": spread,
        "logits near 1000": lambda rng, n: 998 + spread(rng, n),
        "logits near -1000": lambda rng, n: spread(rng, n) - 998,
        "unlikely classes": lambda rng, n: far(rng, n, rng.uniform(20, 60)),
        "most unlikely classes": lambda rng, n: far(rng, n, 600),
        "one class that takes all": one,
        "equal logits": lambda rng, n: np.full(n, rng.uniform(-5, 5)),
        "logits of whole numbers": lambda rng, n: rng.integers(-2, 3, size=n),
    },
    g={
        "any g": lambda rng, n: rng.uniform(0.5, 3, size=n) * signs(rng, n),
        "g of whole numbers": lambda rng, n: rng.permutation(n + 4)[:n] - 3,
        "g of positive numbers": lambda rng, n: rng.uniform(1, 5, size=n),
        "a large g": lambda rng, n: 1e6 * rng.normal(size=n),
        "a small g": lambda rng, n: 1e-6 * rng.normal(size=n),
    },
    atol=0,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: one to seven classes, and logits from −1000 to 1000, equal ones and unlikely classes.
# `g` is of either sign, small or large; both hold decimal or whole numbers.
# At least two classes share the probability, or one has all of it, so that the formula of the text keeps its digits.
# Your result must agree to nine digits, however small it is.

# %% [markdown]
# **In short.** Every logit moves every probability; what one wins, the others lose.

# %% [markdown]
# ### Stretch: backwards through a length of 1 (no points)
#
# Some layers stretch each vector to length 1: $y = x / \lVert x \rVert$.
# Given `x`, an array `(n,)` that is not zero, and the upstream gradient `g`, return $\partial L / \partial x$, without a matrix.
#
# Two thoughts help.
# If $x$ only grows longer, $y$ does not change: what does this say about the slope along $x$ itself?
# And what is left of $g$ when its part along $y$ is taken away?
# (Its length is the dot product with $y$, as in section 3.)


# %% tags=["practice", "raises-exception"]
def unit_vjp(x, g):
    """Gradient of a loss with respect to x, through y = x / ‖x‖."""
    ### BEGIN SOLUTION
    length = np.linalg.norm(x)
    y = x / length
    return (g - (g @ y) * y) / length
    ### END SOLUTION


for x, g in [([3.0, 4.0], [1.0, 0.0]), ([1.0, -2.0, 2.0], [0.5, 3.0, -1.0])]:
    x, g = np.array(x), np.array(g)
    loss_of = lambda v, g=g: g @ v / np.linalg.norm(v)
    slopes = dc.numeric.gradient(loss_of, x)
    check.value(unit_vjp, x, g, expected=slopes, rtol=1e-6, atol=1e-8)

# %% [markdown]
# ## Recap
#
# - The gradient $\nabla f$ holds the slopes along all variables, in the shape of its variable.
# - In a direction $u$ of length 1 the slope is $\nabla f \cdot u$: largest along the gradient, 0 along the level curve.
# - $-\nabla L$ points at the minimum everywhere only if the bowl is round.
# - The Jacobian has one row for each output; backwards only the product $g\,J$ is needed, the VJP.
# - For $Z = XW + b$ it is $dX = G\,W^T$ and $dW = X^T G$, and $db$ sums over the batch.
# - In a softmax every logit moves every probability: $\partial s_i / \partial z_j = s_i\,([i = j] - s_j)$.
#
# **Next: `04_gradient_descent`.**
# What happens if a network follows $-\nabla L$ step by step: how large a step may be, why it zig-zags in stretched bowls, and how momentum and Adam help.

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
