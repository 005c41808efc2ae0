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
# # Gradient descent
#
# *Calculus for Deep Learning, notebook 4 of 5, about 2¼ hours*
#
# The gradient of a loss says which way is up, and how steep it is.
# To learn, a network goes the other way: a small step downhill, then the next.
# That is all of gradient descent; the art lies in the size of the step.
#
# Press Shift and Enter, twice: that runs the folded cell below.
# It loads NumPy, the figures and the checks.

# %% tags=["setup"]
# SETUP

# %% [markdown]
# After this notebook you will be able to
#
# - write gradient descent, momentum and Adam, and say what each one is good for;
# - predict the learning rate at which a descent begins to fly off;
# - train a first model on data, in mini-batches, with gradients of your own.
#
# You write eight short functions and make one prediction, worth 20 points together.
# Each has a check below it that answers at once: right, or what looks wrong and where.
# The steps of a derivation and the stretch exercise have a check, too, but no points.
# Do not change what a function is given: work on a copy, since some arrays can only be read.
# You need Python and school algebra, and from the notebooks before this one the chain rule, the gradient (the list of all slopes) and products of matrices.

# %% [markdown]
# **Before you begin: three questions on notebook 3.**
# Answer each in your head before you open it.
#
# <details><summary>The gradient at your place is (3, −4). Which way does the ground fall most, and how steeply?</summary>
#
# Along minus the gradient, (−3, 4).
# The slope that way is minus the length of the gradient, −5: the root of 9 + 16 is 5.
#
# </details>
# <details><summary>Does minus the gradient always point at the minimum?</summary>
#
# No: it is at right angles to the level curve.
# On a round bowl that leads to the minimum, on a stretched one it leads past it, except from places on the bowl's axes.
#
# </details>
# <details><summary>A weight has the slope −2, and you raise it by 0.1. What becomes of the loss, and how sure can you be?</summary>
#
# It falls by about 0.2.
# Only about: the slope itself changes on the way.
#
# </details>

# %% [markdown]
# ## 1. One step downhill
#
# *About 15 minutes.*
#
# Picture a walker in thick fog who wants to reach the lowest point of a valley.
# She feels with her feet how the ground slopes, and takes a step in the direction in which it falls most.
#
# The ground is a **loss** $L(w)$, a number that is large when a model is bad.
# The place is the list of **weights** $w = (w_1, w_2, \dots)$.
# The slope under the feet is the **gradient** $\nabla L(w)$ (say "nabla L" or "the gradient of L"), one slope for each weight.
# The gradient points uphill, so the step goes along minus the gradient:
#
# $$w \leftarrow w - \eta\,\nabla L(w).$$
#
# In words: the new weights are the old weights minus the learning rate times the gradient.
# (The arrow means: is replaced by.)
# The **learning rate** $\eta$ (say "eta") is a small positive number that we choose; in code it is called `lr`.
#
# Our first valley is a round bowl over two weights:
#
# $$L(w) = (w_1 - 1)^2 + (w_2 + 0.5)^2,$$
#
# $$\nabla L(w) = \bigl(2\,(w_1 - 1),\; 2\,(w_2 + 0.5)\bigr).$$
#
# Its lowest point is $(1, -0.5)$, where both squares are zero.

# %%
def bowl(w):
    return (w[0] - 1) ** 2 + (w[1] + 0.5) ** 2


def bowl_gradient(w):
    return np.array([2 * (w[0] - 1), 2 * (w[1] + 0.5)])


start = np.array([-1.5, 1.5])
print("loss at the start:    ", bowl(start))
print("gradient at the start:", bowl_gradient(start))
print("0.1 times the gradient:", 0.1 * bowl_gradient(start))

# %% [markdown]
# The first slope is negative: to go down, $w_1$ must grow.
# The second one is positive: $w_2$ must shrink.
# With $\eta = 0.1$ the step leads from $(-1.5,\ 1.5)$ to $(-1.5 + 0.5,\ 1.5 - 0.4) = (-1,\ 1.1)$.
# The loss there is $4 + 2.56 = 6.56$, less than the 10.25 of the start.

# %% [markdown]
# ### Exercise 4.1: gradient descent (3 points)
#
# Take `steps` steps of gradient descent from `w0`, and return the whole **path**: an array with one row for each place visited.
# The first row is `w0` itself, so there are `steps + 1` rows.
# `grad` is a function: `grad(w)` is the gradient at `w`.
#
# `w0` may hold whole numbers; the path consists of floats.
# Do not change `w0`.
# `steps` may be 0: then the path is the start alone.
#
# Worked example: two steps on the bowl above, with `lr = 0.1`.
#
# | row | $w$ | gradient there | step, $-0.1$ times the gradient |
# |---|---|---|---|
# | 0 | $(-1.5,\ 1.5)$ | $(-5,\ 4)$ | $(0.5,\ {-0.4})$ |
# | 1 | $(-1,\ 1.1)$ | $(-4,\ 3.2)$ | $(0.4,\ {-0.32})$ |
# | 2 | $(-0.6,\ 0.78)$ | | |
#
# <details><summary>Hint 1: where to begin</summary>
#
# Keep the current place in a variable and the places visited in a list.
# Turn the list into an array at the very end.
#
# </details>
# <details><summary>Hint 2: all rows of my path are the same</summary>
#
# <code>w -= …</code> changes the very array that you put into the list a moment ago.
# <code>w = w - …</code> makes a new one.
#
# </details>
# <details><summary>Hint 3: my loss grows</summary>
#
# The gradient points uphill.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# Three years of an account that grows by a tenth:
# <code>years = [100.0]</code>, then three times <code>years.append(1.1 * years[-1])</code>, gives 100, 110, 121 and 133.1.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "gradient_descent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_descent(grad, w0, lr, steps):
    """Places visited by gradient descent, the start first.

    Parameters
    ----------
    grad : function; grad(w) is the gradient at w, both of shape (n,)
    w0 : array, shape (n,), the start
    lr : number, the learning rate
    steps : int, the number of steps, 0 or more

    Returns
    -------
    array of floats, shape (steps + 1, n)
    """
    ### BEGIN SOLUTION
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gradient_descent", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Gradient descent steps against the gradient and keeps every place."""
round_bowl = check.function("w: 2 * (w - c)", c=np.array([1.0, -0.5]))
path = np.array([[-1.5, 1.5], [-1.0, 1.1], [-0.6, 0.78]])
hint = "Are all rows the same? Open Hint 2. If not, compare row 1 first."
check.value(
    gradient_descent, round_bowl, path[0], 0.1, 2, expected=path, hint=hint
)
double, path = check.function("w: 2 * w"), np.array([[4.0], [2.0], [1.0]])
check.value(gradient_descent, double, np.array([4]), 0.25, 2, expected=path)
check.contract(gradient_descent, "gradient_descent")


### BEGIN HIDDEN TESTS
def places(grad, w0, lr, steps):
    if grad.text == "w: 2 * (w - w**2)":  # each step of 0.5 squares w
        return w0**2 ** np.arange(steps + 1)[:, None]
    # With a gradient A w + b each step is one and the same matrix.
    n = len(w0)
    b = grad(np.zeros(n, dtype=np.longdouble))
    step = np.eye(n + 1, dtype=np.longdouble)
    for i in range(n):
        step[:n, i] -= lr * (grad(np.eye(n, dtype=np.longdouble)[i]) - b)
    step[:n, n] = -lr * b
    powers = [np.linalg.matrix_power(step, k) for k in range(steps + 1)]
    return np.array([(M @ [*w0, 1])[:n] for M in powers], dtype=float)


def bowl_of(low, high):
    # A step leaves 1 minus these shares of the distance from the minimum.
    def made(rng, w0, lr):
        n = len(w0)
        Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
        A = Q * rng.uniform(low, high, size=n) / lr @ Q.T
        c = rng.uniform(-2, 2, size=n)
        return check.function("w: A @ (w - c)", A=(A + A.T) / 2, c=c)

    return made


def slope_of(low, high):
    def made(rng, w0, lr):
        g = rng.choice([-1, 1], size=len(w0)) * rng.uniform(low, high, len(w0))
        shown = "g, wherever w is,"
        return check.function("w: g + 0 * w", shown=shown, g=g)

    return made


tilted = np.array([[2.0, 1.0], [1.0, 3.0]])
bend = check.function("w: A @ (w - c)", A=tilted, c=np.array([0.5, -1.0]))
square = check.function("w: 2 * (w - w**2)")
wall = check.function(
    "w: g + 0 * w", shown="g, wherever w is,", g=np.array([400.0, -250.0])
)
check.sitting(
    gradient_descent,
    "gradient_descent",
    places,
    lambda rng, n, ground, w0, lr, steps: (
        ground(rng, start := w0(rng, n), lr),
        start,
        lr,
        steps,
    ),
    also=[
        (round_bowl, np.array([2.0, 1.0]), 0.1, 3),
        (round_bowl, np.array([2.0, 1.0]), 0.25, 2),
        (round_bowl, np.array([3, -2]), 0.1, 2),
        (bend, np.array([1.0, 2.0]), 0.1, 2),
        (double, np.array([3.0]), 0.1, 2),
        (square, np.array([0.9, -0.7]), 0.5, 3),
        (wall, np.array([1.0, 2.0]), 0.5, 2),
        # In the minimum nothing moves, and yet every step has its row.
        (round_bowl, np.array([1.0, -0.5]), 0.1, 4),
        (round_bowl, np.array([4.0, 5.5]), 0.1, 0),
        (round_bowl, np.array([4, 5]), 0.1, 0),
        # A long walk, and rates whose multiples are not exact.
        (round_bowl, np.array([2.0, 1.0]), 0.01, 120),
        (wall, np.array([1.0, 2.0]), 0.1, 10),
        (wall, np.array([1.0, 2.0]), 0.7, 6),
        (wall, np.array([1.0, 2.0]), 0.3, 3),
    ],
    # Only with the rate 0.5 is a step from w to its square.
    consistent=lambda grad, w0, lr, steps: (
        grad,
        w0,
        0.5 if grad is square else lr,
        steps,
    ),
    n=[2, 1, 3, 7],
    ground={
        "a round bowl": lambda rng, w0, lr: check.function(
            "w: a * (w - c)",
            a=rng.uniform(0.2, 1.8) / lr,
            c=rng.uniform(-2, 2, size=len(w0)),
        ),
        "a stretched bowl": bowl_of(0.1, 1.9),
        # Not far beyond, and so the path stays within reach.
        "a rate beyond the limit": bowl_of(2.02, 2.06),
        "a constant slope": slope_of(0.5, 3),
        "a steep slope": slope_of(200, 1000),
    },
    w0={
        "decimal w0": lambda rng, n: rng.uniform(-3, 3, size=n),
        "w0 of whole numbers": lambda rng, n: rng.integers(-5, 6, size=n),
    },
    lr=[0.1, 0.5, 1, 0.03, 0.002],
    steps=[1, 2, 3, 7, 20],
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: 1 to 7 weights, decimal and whole, rates from 0.002 to 1, and no step at all to 20 of them.
# The ground is a round or a stretched bowl, or a slope, gentle or steep; some rates lie beyond the limit, and some starts in the minimum.
# Your result must agree to nine digits.

# %% [markdown]
# Here are 30 steps on the bowl, with your function once it is written.

# %% tags=["demo"]
figure = dc.plotting.plot_descent(
    bowl,
    bowl_gradient,
    start,
    rate=0.1,
    steps=30,
    descent=gradient_descent,
)
dc.plotting.show(figure)

# %% [markdown]
# **What to look at.**
# On the left, each circle joins places of equal loss, and the path crosses them at right angles, straight to the middle.
# The learning rate is the same all the time, yet the steps become shorter, because the gradient does.
# On the right, the loss falls along a straight line on a logarithmic axis: each step multiplies it by the same factor.
#
# The factor is $0.64$; section 2 shows where it comes from.

# %%
for steps in [0, 1, 10, 30]:
    print(f"loss after {steps:>2} steps: {10.25 * 0.64**steps:.6f}")

# %% [markdown]
# **In short.** A step goes against the gradient, by the rate times the gradient.
# Towards the minimum the gradient shrinks, and so do the steps.

# %% [markdown]
# ## 2. How large a step?
#
# *About 30 minutes.*
#
# Thirty steps for one small bowl are many.
# A larger rate should be quicker.
# How far can that go?
# One weight is enough to find out.
# Take the parabola
#
# $$L(w) = (w - 1)^2, \qquad L'(w) = 2\,(w - 1),$$
#
# and start at $w = -1.5$, a distance of 2.5 to the left of the minimum.
#
# ### Exercise 4.2: predict (1 point)
#
# What does gradient descent do with the learning rate $\eta = 1$?
#
# - **A**: it lands in the minimum with its first step, since 1 means the whole way.
# - **B**: it jumps to and fro between two places, for ever.
# - **C**: it jumps from side to side and comes a little closer each time.
# - **D**: it flies off, farther with each step.
#
# Decide first, with a reason, and write your letter down before you scroll on.
# Then run on: the next cells have the answer, and below the picture stands what to say of your letter.


# %% nbgrader={"grade": false, "grade_id": "predict_rate_one", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_rate_one():
    """Your prediction: return "A", "B", "C" or "D"."""
    ### BEGIN SOLUTION
    return "B"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_predict_rate_one", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""One of the four letters is chosen."""
check.choice(predict_rate_one, among="ABCD")
### BEGIN HIDDEN TESTS
check.choice(predict_rate_one, among="ABCD", correct="B")
### END HIDDEN TESTS


# %%
def parabola(w):
    return (w[0] - 1) ** 2


def parabola_gradient(w):
    return 2 * (w - 1)


for lr in [0.1, 0.5, 1.0, 1.1]:
    once = -1.5 - lr * 2 * (-1.5 - 1)
    twice = once - lr * 2 * (once - 1)
    print(f"lr = {lr}:  w = -1.5, then {once:.2f}, then {twice:.2f}")

# %% tags=["demo"]
figure = dc.plotting.plot_rates(
    parabola,
    parabola_gradient,
    start=-1.5,
    rates=[0.1, 0.5, 1.0, 1.1],
    steps=6,
    descent=gradient_descent,
)
dc.plotting.show(figure)

# %% [markdown]
# **What to look at.**
# The points are numbered by step; follow them in each panel.
# On the lower left is the case that you predicted.

# %% tags=["demo", "raises-exception"]
check.reason(predict_rate_one, "predict_rate_one")

# %% [markdown]
# A rate of 0.1 creeps.
# A rate of 0.5 is not too large: it is the one rate that lands in the minimum with a single step.
# A rate of 1 jumps to the mirror image of the start, and back, for ever.
# Anything above 1 lands higher than it came from, and flies off.
#
# ### Why just these numbers?
#
# Look at the distance from the minimum, $d = w - 1$.
# The slope there is $2d$: twice as far out, the ground is twice as steep.
# The 2 is the **curvature** of the parabola: how much its slope changes per unit of $w$, its second derivative.
# Write $\lambda$ (say "lambda") for it; then the slope is $\lambda d$.
#
# #### Step 1: what remains of the distance
#
# A step starts at the distance $d$ and ends at another one.
# Return the second divided by the first: the share of the distance that remains, negative if the step changes sides.
# Write down the step, subtract 1 on both sides, and divide by $d$; no $d$ is left.


# %% tags=["practice", "raises-exception"]
def remaining(lr, curvature):
    """Distance from the minimum after a step, divided by that before it."""
    ### BEGIN SOLUTION
    return 1 - lr * curvature
    ### END SOLUTION


check.value(remaining, 0.1, 2.0, expected=0.8)
check.value(remaining, 0.5, 2.0, expected=0.0)
check.value(remaining, 0.3, 10.0, expected=-2.0)

# %% [markdown]
# So each step multiplies the distance from the minimum by the same factor:
#
# $$d \leftarrow (1 - \eta\lambda)\,d.$$
#
# In words: one minus learning rate times curvature is what remains of the distance.
# The distance shrinks if the factor lies between $-1$ and $1$, and this means
#
# $$0 < \eta < \frac{2}{\lambda}.$$
#
# In words: the learning rate must stay below two divided by the curvature.
# The sharper the bend, the smaller the steps must be.

# %%
curvature = 2.0
for lr in [0.1, 0.5, 0.9, 1.0, 1.1]:
    print(
        f"lr = {lr}:  what remains of the distance: {1 - lr * curvature:+.1f}"
    )
print("limit of the rate:", 2 / curvature)

# %% [markdown]
# With 0.5 the factor is 0: one step does it all.
# With 0.1 it is 0.8, in section 1 for both weights, and $0.8^2 = 0.64$ is what a step left of the loss.
# With 0.9 it is $-0.8$: each step jumps to the other side, but comes closer.
# With 1 it is $-1$: to and fro.
#
# ### A bowl that lies askew
#
# Now for several weights.
# With one weight, the bowl $\tfrac12\,\lambda\,w^2$ has the slope $\lambda w$ and the curvature $\lambda$, and its minimum is at 0.
# With several, a square matrix $A$ of numbers takes the place of $\lambda$:
#
# $$L(w) = \tfrac12\,w^T A\,w, \qquad \nabla L(w) = A\,w.$$
#
# In words: the matrix times the weights is the gradient.
# Multiply the gradient by the weights, entry by entry, add up and take half: that is the loss.
# (The raised $T$, "transposed", turns the column of weights into a row; in code it is `0.5 * w @ A @ w`.)
# The gradient is right if $A$ is **symmetric**: entry $(i, j)$ equals entry $(j, i)$.
# Near a minimum almost every smooth loss looks like such a bowl.

# %%
A = np.array([[2.0, 1.0], [1.0, 2.0]])


def askew(w):
    return 0.5 * w @ A @ w


place = np.array([1.0, 0.0])
print("gradient at (1, 0), measured:", dc.numeric.gradient(askew, place))
print("gradient at (1, 0), A @ w:   ", A @ place)

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_ways_back(askew))

# %% [markdown]
# **What to look at.**
# Each arrow begins on the circle and goes along $-\nabla L$.
# Most arrows miss the minimum.
# From which places do they point straight back at it?
# Among those, from which is the arrow longest, and from which shortest?
#
# #### Step 2: the curvature along a direction
#
# Measure how sharply the bowl bends along a direction, an arrow $u$ of length 1.
# Three losses are enough: at $-h\,u$, at the minimum $0$, and at $h\,u$.
# The first two give a slope, a difference divided by $h$; so do the last two.
# Curvature is how much the slope changes per unit of the way, and between the middles of the two pieces the way is $h$.


# %% tags=["practice", "raises-exception"]
def bend_along(degrees):
    """Curvature of `askew` at its minimum, along an angle in degrees."""
    angle, h = np.radians(degrees), 0.01
    u = np.array([np.cos(angle), np.sin(angle)])
    ### BEGIN SOLUTION
    first = (askew(0 * u) - askew(-h * u)) / h
    return ((askew(h * u) - askew(0 * u)) / h - first) / h
    ### END SOLUTION


check.value(bend_along, 0, expected=2.0, rtol=1e-6)
check.value(bend_along, 20, expected=2.642788, rtol=1e-6)
check.value(bend_along, 100, expected=1.657980, rtol=1e-6)

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_turning(askew, bend_along))

# %% [markdown]
# **What to look at.**
# As the direction turns, the curvature is largest, 3, at 45 degrees and smallest, 1, at 135, at right angles to it.
# In just these two directions the arrow does not miss; everywhere else the steeper of the two pulls it aside.
#
# The arrow at the place $w$ is $-A\,w$.
# It points straight back at the minimum, which is 0, if $A$ only makes $w$ longer or shorter: $A\,w = \lambda\,w$.
# Such a $w$ is called an **eigenvector** of $A$, and the number $\lambda$ is its **eigenvalue**.
# As you have measured, it is the curvature of the bowl in that direction.
# For a symmetric matrix of any size $n$ one can choose $n$ eigenvectors at right angles to each other; NumPy finds them.

# %%
print("A @ (1,  1) =", A @ [1, 1], "  three times as long: eigenvalue 3")
print("A @ (1, -1) =", A @ [1, -1], "as long as before: eigenvalue 1")
print("eigenvalues, by NumPy:", np.linalg.eigvalsh(A))
print("eigenvectors of length 1, one a column:")
print(np.round(np.linalg.eigh(A)[1], 3))

# %% [markdown]
# Along an eigenvector gradient descent behaves as on a parabola of that curvature.
# It multiplies the distance by $1 - \eta\lambda$, with that direction's own $\lambda$.
# Any other start is a sum of parts along the eigenvectors, and a step, $w - \eta A\,w$, multiplies each part by its own factor.
# So it settles from every start only if it settles in every direction.

# %% [markdown]
# ### Exercise 4.3: the largest stable learning rate (2 points)
#
# Given the matrix $A$ of a bowl $\tfrac12\,w^T A\,w$, return the limit of the learning rate.
# Below it gradient descent settles from every start, above it gradient descent flies off from almost every start.
# $A$ is symmetric, of any size, and all its eigenvalues are positive.
#
# Worked example: the matrix above has the eigenvalues 1 and 3, so the limit is $2/3 \approx 0.667$.
# Another one: for $A = \begin{pmatrix} 2 & 0 \\ 0 & 8 \end{pmatrix}$ the eigenvalues are 2 and 8, and the limit is 0.25.
#
# <details><summary>Hint 1: where do the eigenvalues come from?</summary>
#
# A cell above asks NumPy for all of them, sorted from small to large.
# As the rate grows, in which direction does the factor leave the range from −1 to 1 first?
#
# </details>
# <details><summary>Hint 2: my limit is right for some matrices only</summary>
#
# The numbers on the diagonal are the curvatures along the axes.
# The direction that decides may lie between the axes, as in the picture above.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# With the eigenvalues 0.5 and 4, the rate 0.4 leaves 1 − 0.4 · 0.5 = 0.8 along one direction and 1 − 0.4 · 4 = −0.6 along the other: it settles.
# The rate 0.6 leaves 0.7 and −1.4: along the second direction it flies off.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "max_stable_learning_rate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def max_stable_learning_rate(A):
    """Limit of the learning rate on the bowl ½ wᵀ A w.

    Parameters
    ----------
    A : array, shape (n, n), symmetric, all eigenvalues positive

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    return 2 / np.linalg.eigvalsh(A).max()
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_max_stable_learning_rate", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The steepest direction sets the limit for all."""
axes, turned = np.diag([2.0, 8.0]), np.array([[2.0, 1.0], [1.0, 2.0]])
check.value(max_stable_learning_rate, axes, expected=0.25)
check.value(max_stable_learning_rate, turned, expected=2 / 3)
check.value(max_stable_learning_rate, np.array([[4.0]]), expected=0.5)
check.contract(max_stable_learning_rate, "max_stable_learning_rate")


### BEGIN HIDDEN TESTS
def limit(A):
    # Squared again and again, A becomes the projection on its steepest
    # directions.
    steepest = np.array(A, dtype=np.longdouble)
    for _ in range(50):
        steepest = steepest @ steepest
        steepest = steepest / np.trace(steepest)
    return float(2 / np.trace(steepest @ A))


def bowl_with(rng, curvatures):
    n = len(curvatures)
    Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
    A = Q * curvatures @ Q.T
    return (A + A.T) / 2


def whole(rng, n):
    B = rng.integers(-2, 3, size=(n, n))
    return B.T @ B + np.eye(n, dtype=int)


check.sitting(
    max_stable_learning_rate,
    "max_stable_learning_rate",
    limit,
    lambda rng, n, kind: (kind(rng, n),),
    also=[
        (np.array([[3.0, 1.0], [1.0, 3.0]]),),
        # The vector of ones is an eigenvector, and not the steepest one.
        (np.array([[2.0, -1.0], [-1.0, 2.0]]),),
        (np.diag([7.0, 2.0, 3.0]),),
        (np.array([[4, -1, 1], [-1, 3, 1], [1, 1, 5]]),),
    ],
    n=[2, 1, 3, 5, 7],
    kind={
        "a bowl in any direction": lambda rng, n: bowl_with(
            rng, rng.uniform(0.2, 9, size=n)
        ),
        "a bowl along the axes": lambda rng, n: np.diag(
            rng.uniform(0.5, 9, size=n)
        ),
        "a round bowl": lambda rng, n: rng.uniform(0.5, 9) * np.eye(n),
        "curvatures that hardly differ": lambda rng, n: bowl_with(
            rng, np.linspace(5.8, 6.0, n)
        ),
        "curvatures of very different sizes": lambda rng, n: bowl_with(
            rng, 10 ** rng.uniform(-1, 1, size=n)
        ),
        "huge curvatures": lambda rng, n: bowl_with(
            rng, 1e6 * rng.uniform(1, 9, size=n)
        ),
        "tiny curvatures": lambda rng, n: bowl_with(
            rng, 1e-6 * rng.uniform(1, 9, size=n)
        ),
        "whole numbers": whole,
    },
    atol=0,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: matrices of size 1 to 7, of decimal and of whole numbers.
# Their curvatures lie between a millionth and nine million, and are alike or very different.
# Your result must agree to nine digits.

# %% [markdown]
# Now turn the rate up to the limit and beyond.
# The second slider stretches the bowl.
# The widget uses your `gradient_descent`, and your limit for the hatched part of the axis.

# %% tags=["demo"]
dc.widgets.learning_rate_explorer(gradient_descent, max_stable_learning_rate)

# %% [markdown]
# **What to look at.**
# On the round bowl, find the rate that lands in one step, the one that jumps to and fro, and the first that flies off.
# Then set the second curvature to 10: the limit drops to 0.2.
# Now no rate below the limit is quick along $w_1$, though the curvature there is 2 as before: each step leaves more than 0.6 of the distance.
#
# **In short.** Along a direction of curvature $\lambda$ a step leaves $1 - \eta\lambda$ of the distance.
# So the rate must stay below $2 / \lambda_{\max}$: the steepest direction, that of the largest eigenvalue, sets the limit for all.

# %% [markdown]
# ## 3. Stretched bowls
#
# *About 5 minutes.*
#
# On a round bowl one rate suits all directions.
# On a stretched one no rate does.
# What is small enough for the steep direction is tiny for the flat one.
# How badly a bowl is stretched is told by its **condition number** $\kappa$ (say "kappa"):
#
# $$\kappa = \frac{\lambda_{\max}}{\lambda_{\min}}.$$
#
# In words: the largest curvature divided by the smallest.
# The best compromise is the rate $2 / (\lambda_{\min} + \lambda_{\max})$.
# Put it into the factors of the flattest and of the steepest direction, and divide above and below by $\lambda_{\min}$:
#
# $$1 - \eta\lambda_{\min} = \frac{\kappa - 1}{\kappa + 1}, \qquad 1 - \eta\lambda_{\max} = -\,\frac{\kappa - 1}{\kappa + 1}.$$
#
# In words: of each distance, kappa minus one over kappa plus one remains; in the steep direction it also changes sides.
# A larger rate would leave more in the steep direction, a smaller one more in the flat direction.

# %%
for kappa in [2, 10, 100, 1000]:
    factor = (kappa - 1) / (kappa + 1)
    needed = np.ceil(np.log(1 / 1000) / np.log(factor))
    print(f"kappa = {kappa:>4}: factor {factor:.3f},", end=" ")
    print(f"less than a thousandth is left after {needed:4.0f} steps")

# %% tags=["demo"]
bowls = [(1, 1), (1, 10), (1, 100)]  # curvatures along w1 and w2
figure = dc.plotting.plot_stretched(bowls, steps=40, descent=gradient_descent)
dc.plotting.show(figure)

# %% [markdown]
# **What to look at.**
# On the round bowl the best rate lands in one step (on the right, a loss of 0 is drawn at the bottom).
# On the stretched bowl the path **zig-zags**: it goes to and fro across the valley and creeps along it.
# With $\kappa = 100$, drawn on the right only, forty steps leave 45 percent of the distance.
# Losses of real networks are often stretched far more than that, and this is why plain gradient descent needs help.
#
# **In short.** The steep direction limits the rate, the flat direction has to live with it.
# The larger $\kappa$, the more steps it takes.

# %% [markdown]
# ## 4. Momentum
#
# *About 15 minutes.*
#
# A heavy ball does not stop at each point to look for the steepest way down.
# It keeps part of its **velocity**.
# Across the valley the pushes alternate, left and right, and cancel.
# Along the valley they all point the same way, and add up.
#
# Momentum keeps a velocity $v$ next to the weights.
# It starts at $v = 0$.
# Each step first updates the velocity, then moves by the *new* velocity:
#
# $$v \leftarrow \beta\,v + \nabla L(w), \qquad w \leftarrow w - \eta\,v.$$
#
# In words: keep the share beta of the velocity and add the gradient here; then step against the velocity.
# The number $\beta$ (say "beta"), from 0 up to but not including 1, says how much velocity is kept; 0.9 is usual.
# With $\beta = 0$ nothing is kept, and momentum is plain gradient descent.
#
# On a slope that never changes the velocity builds up:

# %%
velocity, beta = 0.0, 0.9
for step in range(1, 51):
    velocity = beta * velocity + 1.0
    if step in [1, 2, 3, 10, 50]:
        print(f"step {step:>2}: velocity {velocity:.3f}")
print("limit: 1 / (1 - 0.9) =", round(1 / (1 - beta), 6))

# %% [markdown]
# It stops growing where the new velocity equals the old one: $v = 0.9\,v + 1$, which is $v = 10$.
# So along the valley steps become almost ten times as long.

# %% [markdown]
# ### Exercise 4.4: momentum (3 points)
#
# Return the path of momentum, as in Exercise 4.1: shape `(steps + 1, n)`, the first row `w0`.
# The velocity starts at zero, and the gradient is taken at the current place, before the step.
# Do not change `w0`; the path consists of floats.
#
# Worked example: one weight, $L(w) = \tfrac12 w^2$ with gradient $w$, start $1$, $\eta = 0.4$, $\beta = 0.9$.
#
# | step | gradient | velocity | new $w$ |
# |---|---|---|---|
# | 1 | $1$ | $0.9 \cdot 0 + 1 = 1$ | $1 - 0.4 \cdot 1 = 0.6$ |
# | 2 | $0.6$ | $0.9 \cdot 1 + 0.6 = 1.5$ | $0.6 - 0.4 \cdot 1.5 = 0$ |
# | 3 | $0$ | $0.9 \cdot 1.5 + 0 = 1.35$ | $0 - 0.4 \cdot 1.35 = -0.54$ |
#
# The gradient of step 3 is zero, and yet the ball rolls on.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Copy your loop from Exercise 4.1 and add one more variable, the velocity, an array of zeros with the shape of w.
#
# </details>
# <details><summary>Hint 2: the first step is right, the others are not</summary>
#
# Is the velocity kept from step to step?
# It is set to zero once, before the loop.
#
# </details>
# <details><summary>Hint 3: my very first step is too short</summary>
#
# Some books write (1 − β) in front of the gradient.
# Here the gradient is added in full.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# A sledge keeps half of its speed in each second and then gets a push of 4.
# Its speeds are 4, 6, 7, and from 0 it comes to 4, 10, 17: it moves by the speed that it has after the push.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "momentum_descent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def momentum_descent(grad, w0, lr, beta, steps):
    """Places visited by gradient descent with momentum, the start first.

    Parameters
    ----------
    grad : function; grad(w) is the gradient at w, both of shape (n,)
    w0 : array, shape (n,), the start
    lr : number, the learning rate
    beta : number, 0 ≤ beta < 1, the share of the velocity that is kept
    steps : int, the number of steps, 0 or more

    Returns
    -------
    array of floats, shape (steps + 1, n)
    """
    ### BEGIN SOLUTION
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        v = beta * v + grad(path[-1])
        path.append(path[-1] - lr * v)
    return np.array(path)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_momentum_descent", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Momentum adds up gradients in a velocity, and moves by it."""
same = check.function("w: 1.0 * w")
path = np.array([[1.0], [0.6], [0.0], [-0.54]])
hint = "Compare row 1, the first step, before you look at the others."
check.value(
    momentum_descent, same, path[0], 0.4, 0.9, 3, expected=path, hint=hint
)
double = check.function("w: 2 * w")
w0, path = np.array([4, -8]), np.array([[4.0, -8.0], [2.0, -4.0], [1.0, -2.0]])
check.value(momentum_descent, double, w0, 0.25, 0.0, 2, expected=path)
check.contract(momentum_descent, "momentum_descent")


### BEGIN HIDDEN TESTS
def rolled(grad, w0, lr, beta, steps):
    # With a gradient A w + b each step is one and the same matrix, which acts
    # on weights, velocities and a 1.
    n = len(w0)
    one = np.eye(2 * n + 1, dtype=np.longdouble)
    b = grad(np.zeros(n, dtype=np.longdouble))
    velocity = beta * one[n : 2 * n]
    for i in range(n):
        velocity[:, i] = grad(one[i, :n]) - b
    velocity[:, -1] = b
    step = np.vstack([one[:n] - lr * velocity, velocity, one[-1:]])
    powers = [np.linalg.matrix_power(step, k) for k in range(steps + 1)]
    start = np.array([*w0, *np.zeros(n), 1], dtype=np.longdouble)
    return np.array([(M @ start)[:n] for M in powers], dtype=float)


def valley_of(low, high):
    # A plain step leaves 1 minus these shares of the distance.
    def made(rng, w0, lr):
        n = len(w0)
        Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
        A = Q * rng.uniform(low, high, size=n) / lr @ Q.T
        c = rng.uniform(-2, 2, size=n)
        return check.function("w: A @ (w - c)", A=(A + A.T) / 2, c=c)

    return made


def hillside_of(low, high):
    def made(rng, w0, lr):
        g = rng.choice([-1, 1], size=len(w0)) * rng.uniform(low, high, len(w0))
        shown = "g, wherever w is,"
        return check.function("w: g + 0 * w", shown=shown, g=g)

    return made


round_bowl = check.function("w: 2 * (w - c)", c=np.array([1.0, -0.5]))
tilted = np.array([[2.0, 1.0], [1.0, 3.0]])
bend = check.function("w: A @ (w - c)", A=tilted, c=np.array([0.5, -1.0]))
wall = check.function(
    "w: g + 0 * w", shown="g, wherever w is,", g=np.array([400.0, -250.0])
)
check.sitting(
    momentum_descent,
    "momentum_descent",
    rolled,
    lambda rng, n, ground, w0, lr, beta, steps: (
        ground(rng, start := w0(rng, n), lr),
        start,
        lr,
        beta,
        steps,
    ),
    also=[
        (round_bowl, np.array([2.0, 1.0]), 0.1, 0.5, 3),
        (round_bowl, np.array([2.0, 1.0]), 0.25, 0.9, 2),
        (round_bowl, np.array([3, -2]), 0.1, 0.8, 3),
        (round_bowl, np.array([-1.0, 1.0]), 0.1, 0, 2),
        (bend, np.array([1.0, 2.0]), 0.1, 0.5, 3),
        # The second step ends in the minimum, and the ball rolls on.
        (same, np.array([3.0]), 0.5, 0.5, 4),
        (wall, np.array([1.0, 2.0]), 0.5, 0.7, 3),
        (round_bowl, np.array([1.0, -0.5]), 0.1, 0.9, 4),
        (round_bowl, np.array([4.0, 5.5]), 0.1, 0.9, 0),
        (round_bowl, np.array([4, 5]), 0.1, 0.9, 0),
    ],
    n=[2, 1, 3, 7],
    ground={
        "a round bowl": lambda rng, w0, lr: check.function(
            "w: a * (w - c)",
            a=rng.uniform(0.2, 1.8) / lr,
            c=rng.uniform(-2, 2, size=len(w0)),
        ),
        "a stretched bowl": valley_of(0.1, 1.9),
        "a rate beyond the limit of plain steps": valley_of(2.02, 2.06),
        "a constant slope": hillside_of(0.5, 3),
        "a steep slope": hillside_of(200, 1000),
    },
    w0={
        "decimal w0": lambda rng, n: rng.uniform(-3, 3, size=n),
        "w0 of whole numbers": lambda rng, n: rng.integers(-5, 6, size=n),
    },
    lr=[0.1, 0.5, 1, 0.03, 0.002],
    beta=[0.5, 0.9, 0.0, 0.3, 0.99, 0],
    steps=[1, 2, 3, 7, 20],
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn as in Exercise 4.1, with $\beta$ from 0 to 0.99.
# Your result must agree to nine digits.

# %% [markdown]
# Now on a bowl with curvatures 1 and 25, so $\kappa = 25$.
# Plain steps get their best rate, $2 / (1 + 25) \approx 0.077$.
# Momentum gets $\eta = 0.05$ and $\beta = 0.6$, which on this bowl does better than the usual 0.9.

# %%
valley_curvatures = np.array([1.0, 25.0])
valley_start = np.array([-1.8, 0.9])
valley_window = ((-2.1, 0.7), (-1.1, 1.1))


def valley(w):
    return 0.5 * (valley_curvatures * w**2).sum()


def valley_gradient(w):
    return valley_curvatures * w


print("best rate of plain steps:", round(2 / valley_curvatures.sum(), 3))


# %% tags=["demo"]
def run_plain():
    return gradient_descent(valley_gradient, valley_start, 0.077, 60)


def run_momentum():
    return momentum_descent(valley_gradient, valley_start, 0.05, 0.6, 60)


racers = {
    "plain, η = 0.077": run_plain,
    "momentum, η = 0.05, β = 0.6": run_momentum,
}
dc.plotting.show(dc.plotting.plot_paths(valley, racers, valley_window))

# %% [markdown]
# **What to look at.**
# Plain steps go to and fro across the valley: after ten of them almost half of the swing is left.
# Momentum swings, too, but after ten steps less than a tenth is left.
# And it is quicker along the valley, though its rate is smaller.
# On the right, its loss falls much faster.
#
# The limit $2 / \lambda_{\max}$ is that of plain steps; with momentum it is higher, $2\,(1 + \beta) / \lambda_{\max}$.
#
# **In short.** What alternates cancels, what agrees adds up, to at most $1 / (1 - \beta)$ times the gradient.

# %% [markdown]
# ### Stretch: look ahead (no points)
#
# *Optional.*
# Momentum takes the gradient where it stands, but knows where its old velocity is about to carry it.
# **Nesterov's** method takes the gradient there; all the rest is as in Exercise 4.4.
#
# Worked example, with the numbers of Exercise 4.4: after step 1 the ball is at 0.6 and has the velocity 1.
# The velocity that is kept would carry it to $0.6 - 0.4 \cdot 0.9 = 0.24$, and 0.24 is the gradient there.
# So the new velocity is $0.9 + 0.24 = 1.14$, and the ball steps to $0.6 - 0.4 \cdot 1.14 = 0.144$.
# The last lines compare the two methods on the valley.


# %% tags=["practice", "raises-exception"]
def nesterov_descent(grad, w0, lr, beta, steps):
    """Path of momentum whose gradient is taken at the place ahead."""
    ### BEGIN SOLUTION
    path = [np.array(w0, dtype=float)]
    v = np.zeros_like(path[0])
    for _ in range(steps):
        v = beta * v + grad(path[-1] - lr * beta * v)
        path.append(path[-1] - lr * v)
    return np.array(path)
    ### END SOLUTION


ground, first = check.function("w: 1.0 * w"), np.array([1.0])
ahead = np.array([[1.0], [0.6], [0.144], [-0.15984]])
check.value(nesterov_descent, ground, first, 0.4, 0.9, 3, expected=ahead)
for descent in (momentum_descent, nesterov_descent):
    run = check.call(descent, valley_gradient, valley_start, 0.04, 0.9, 60)
    end = run[-1]
    print(f"{descent.__name__}: loss {valley(end):.6f} after 60 steps")

# %% [markdown]
# ## 5. Adam
#
# *About 15 minutes.*
#
# Momentum still uses one rate for all weights.
# **Adam** gives each weight a step length of its own: it divides by how large this weight's gradients usually are.
# It keeps two running means, each an array with the shape of $w$, both starting at zero:
# $m$ of the gradients, and $v$ of their squares.
# (This $v$ is not the velocity of the last section.)
# With $g = \nabla L(w)$, in each step
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2.$$
#
# In words: keep most of the old mean, and mix in a little of the new gradient, or of its square.
# The square is taken for each weight by itself.
#
# Both start at zero, so at first they are too small.
# The **bias correction** repairs that; $k$ is the number of the step, counted from 1:
#
# $$\hat m = \frac{m}{1 - \beta_1^k}, \qquad \hat v = \frac{v}{1 - \beta_2^k},$$
#
# $$w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}.$$
#
# In words: divide each mean by one minus its beta to the power k.
# Then step by the rate, times the mean gradient, divided by the root of the mean square plus epsilon.
# The tiny number $\varepsilon$ (say "epsilon") only keeps the division from being zero by zero.
#
# See what the correction does to the very first step, for gradients of very different sizes:

# %%
for g in [1000.0, 3.0, -0.002]:
    m, v = (1 - 0.9) * g, (1 - 0.999) * g**2
    m_hat, v_hat = m / (1 - 0.9), v / (1 - 0.999)
    share = -m_hat / (np.sqrt(v_hat) + 1e-8)
    print(f"gradient {g:>8}:  step = lr times {share:+.5f}")

# %% [markdown]
# Whatever the size of the gradient, the first step has the length of the rate.
# Only the sign counts, as long as the gradient is not as tiny as $\varepsilon$ itself.

# %% [markdown]
# ### Exercise 4.5: Adam (3 points)
#
# Return the path of Adam, with the formulas above: shape `(steps + 1, n)`, the first row `w0`.
# Do not change `w0`; the path consists of floats.
# A weight whose gradient is zero in every step stays where it is.
#
# Worked example: one weight, $L(w) = \tfrac12 w^2$ with gradient $w$, start 1, $\eta = 0.1$ and the usual $\beta_1 = 0.9$, $\beta_2 = 0.999$.
# In step 1, $g = 1$, $\hat m = 1$ and $\hat v = 1$, so the new $w$ is $0.9$.
# In step 2, $g = 0.9$, and
#
# $$m = 0.9 \cdot 0.1 + 0.1 \cdot 0.9 = 0.18,$$
#
# $$v = 0.999 \cdot 0.001 + 0.001 \cdot 0.81 = 0.001809.$$
#
# Then $\hat m = 0.18 / 0.19 \approx 0.947368$ and $\hat v = 0.001809 / 0.001999 \approx 0.904952$.
# The new $w$ is $0.9 - 0.1 \cdot 0.947368 / \sqrt{0.904952} \approx 0.800412$.
#
# <details><summary>Hint 1: my first step divides by zero</summary>
#
# Steps are counted from 1: <code>for k in range(1, steps + 1)</code>.
#
# </details>
# <details><summary>Hint 2: the first step is right, the second one is not</summary>
#
# Keep m and v themselves from step to step, without the correction.
# The corrected ones are used once and thrown away.
#
# </details>
# <details><summary>Hint 3: my result is almost right, or wrong only when eps is large</summary>
#
# Is eps outside the root?
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# A running mean that starts at 0 is too small at first.
# With β = 0.9 and readings of 20 and 20 it is 2, then 3.8.
# Divided by 1 − 0.9 and by 1 − 0.9², both are 20.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "adam_descent", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    """Places visited by Adam, the start first.

    Parameters
    ----------
    grad : function; grad(w) is the gradient at w, both of shape (n,)
    w0 : array, shape (n,), the start
    lr : number, the learning rate
    steps : int, the number of steps, 0 or more
    beta1, beta2 : numbers, 0 ≤ beta < 1, the shares of m and v that are kept
    eps : number, added to the root in the denominator

    Returns
    -------
    array of floats, shape (steps + 1, n)
    """
    ### BEGIN SOLUTION
    path = [np.array(w0, dtype=float)]
    m = v = np.zeros_like(path[0])
    for k in range(1, steps + 1):
        g = grad(path[-1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        path.append(path[-1] - lr * m_hat / (np.sqrt(v_hat) + eps))
    return np.array(path)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_adam_descent", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Adam steps by a mean of the gradients, divided by their usual size."""
same = check.function("w: 1.0 * w")
path = np.array([[1.0], [0.9], [0.8004122]])
hint = "Compare row 1, the first step, before you look at the others."
check.value(adam_descent, same, path[0], 0.1, 2, expected=path, hint=hint)
slopes = check.function("w: g + 0 * w", g=np.array([3.0, -0.5, 0.0]))
path = np.array([[0, 0, 0], [-0.1, 0.1, 0], [-0.2, 0.2, 0]])
check.value(adam_descent, slopes, np.array([0, 0, 0]), 0.1, 2, expected=path)
check.contract(adam_descent, "adam_descent")


### BEGIN HIDDEN TESTS
def afresh(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    # A corrected mean is a weighted mean with the weights β^(k−i), here
    # computed afresh for each step, in extended precision.
    path, seen = [np.array(w0, dtype=np.longdouble)], []
    for k in range(steps):
        seen.append(grad(path[-1]))
        ago = np.arange(k, -1, -1)
        first, second = (
            np.longdouble(beta1) ** ago,
            np.longdouble(beta2) ** ago,
        )
        size = np.sqrt(second @ np.square(seen) / second.sum())
        path.append(
            path[-1] - lr * (first @ seen / first.sum()) / (size + eps)
        )
    return np.array(path, dtype=float)


def far_bowl(rng, w0, reach):
    # The minimum is out of reach, and each weight's own curvature rules:
    # no gradient comes near zero, where rounding would decide.
    n, aside = len(w0), rng.choice([-1, 1], size=len(w0))
    A = np.diag(rng.uniform(1, 4, size=n)) + rng.uniform(-0.2, 0.2, (n, n)) / n
    c = w0 + aside * (1 + 2 * reach + rng.uniform(size=n))
    return check.function("w: A @ (w - c)", A=(A + A.T) / 2, c=c)


def gradients_of(sizes):
    def made(rng, w0, reach):
        g = rng.choice([-1, 1], size=len(w0)) * sizes(rng, len(w0))
        return check.function("w: g + 0 * w", shown="g, wherever w is,", g=g)

    return made


round_bowl = check.function("w: 2 * (w - c)", c=np.array([1.0, -0.5]))
tilted = np.array([[2.0, 1.0], [1.0, 3.0]])
bend = check.function("w: A @ (w - c)", A=tilted, c=np.array([0.5, -1.0]))
start = np.array([2.0, 1.0])
check.sitting(
    adam_descent,
    "adam_descent",
    afresh,
    lambda rng, n, ground, w0, lr, steps, settings: (
        ground(rng, first := w0(rng, n), lr * steps),
        first,
        lr,
        steps,
        check.Named(settings),
    ),
    also=[
        (round_bowl, start, 0.1, 3),
        (round_bowl, start, 0.25, 3),
        (
            round_bowl,
            start,
            0.1,
            3,
            check.Named(beta1=0.5, beta2=0.7, eps=0.3),
        ),
        (round_bowl, start, 0.1, 3, check.Named(beta1=0.6)),
        (round_bowl, start, 0.1, 3, check.Named(beta2=0.8)),
        (round_bowl, start, 0.1, 3, check.Named(eps=2)),
        (round_bowl, np.array([3, -2]), 0.1, 3),
        (round_bowl, start, 0.1, 3, 0.5, 0.7, 0.3),
        # The mean of the squares shrinks as fast as the slopes do.
        (check.function("w: w**3"), start, 0.4, 5, 0.3, 0.2, 0.1),
        (bend, np.array([1.0, 2.0]), 0.1, 3),
        # It crosses the minimum, and comes back.
        (same, np.array([0.25]), 0.1, 7),
        (slopes, np.array([1.0, 2.0, 3.0]), 0.5, 3),
        (round_bowl, np.array([1.0, -0.5]), 0.1, 4),
        (round_bowl, np.array([4.0, 5.5]), 0.1, 0),
        (round_bowl, np.array([4, 5]), 0.1, 0),
    ],
    n=[2, 1, 3, 7],
    ground={
        "a bowl": far_bowl,
        "a constant slope": gradients_of(
            lambda rng, n: rng.uniform(0.5, 3, size=n)
        ),
        "gradients of very different sizes": gradients_of(
            lambda rng, n: 10 ** rng.uniform(-3, 3, size=n)
        ),
        "gradients as small as eps": gradients_of(
            lambda rng, n: 1e-8 * rng.uniform(0.5, 2, size=n)
        ),
        "a gradient that is zero": gradients_of(
            lambda rng, n: rng.uniform(1, 3, n) * (np.arange(n) > 0)
        ),
    },
    w0={
        "decimal w0": lambda rng, n: rng.uniform(-3, 3, size=n),
        "w0 of whole numbers": lambda rng, n: rng.integers(-5, 6, size=n),
    },
    lr=[0.1, 0.5, 1, 0.03],
    steps=[1, 2, 3, 7, 20],
    settings={
        "the usual settings": {},
        "beta1 and beta2 given": {"beta1": 0.5, "beta2": 0.7},
        "a large eps": {"eps": 0.3},
        "beta1 = 0": {"beta1": 0, "beta2": 0.9},
        "beta2 = 0": {"beta1": 0.5, "beta2": 0.0, "eps": 0.1},
        "all three given": {"beta1": 0.8, "beta2": 0.95, "eps": 2},
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: 1 to 7 weights, decimal and whole, rates from 0.03 to 1, and no step at all to 20 of them.
# The ground is a bowl, or a slope with gradients that are alike, very different, as small as $10^{-8}$, or zero.
# The settings of $\beta_1$, $\beta_2$ and $\varepsilon$ are the usual ones or others, by name; a beta may be 0, and epsilon as large as 2.
# Your result must agree to nine digits.


# %% tags=["demo"]
def run_adam():
    return adam_descent(valley_gradient, valley_start, 0.1, 60)


racers["Adam, η = 0.1"] = run_adam
dc.plotting.show(dc.plotting.plot_paths(valley, racers, valley_window))

# %% [markdown]
# **What to look at.**
# Adam starts at 45 degrees: both weights move by the rate, although their gradients are very different.
# Later its steps become shorter, since $\hat v$ remembers the large gradients of the beginning for hundreds of steps.
# It overshoots and swings, since its mean gradient $\hat m$ still points the old way, as a heavy ball rolls on.
# On this bowl momentum wins, and after 60 steps Adam is even behind plain steps at their best rate.
# Adam shines where the sizes of the gradients are unknown, or differ from weight to weight.
#
# **In short.** Adam steps by a mean gradient divided by its usual size.
# So a weight moves by about the rate while its gradients keep their sign and size, and by less when they alternate or fade.

# %% [markdown]
# ## 6. Flat places
#
# *About 10 minutes.*
#
# Gradient descent stops where the gradient is zero, at a **critical point**.
# This may be a minimum, but it need not be.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_critical_points())

# %% [markdown]
# **What to look at.**
# All three surfaces are flat at the marked point.
# The solid curve runs along $w_1$, the dashed one along $w_2$; the signs in the titles say whether they bend up or down.
# At a minimum every curve bends up, at a maximum every curve bends down.
# A **saddle** bends up one way and down another: here up along $w_1$ and down along $w_2$.
#
# The second derivatives tell which one it is.
# They are collected in a symmetric matrix, the **Hessian** $H$: entry $(i, j)$ says how fast the slope along $w_i$ changes as $w_j$ grows.
# (For the bowl $\tfrac12\,w^T A\,w$ it is $A$.)
# Its eigenvalues are the curvatures along its eigenvectors, as in section 2, and their signs decide.
# Only where one of them is 0 they do not: $w^3$ and $w^4$ both have the curvature 0 at 0, and only $w^4$ has a minimum there.

# %% [markdown]
# ### Exercise 4.6: which kind of flat place? (1 point)
#
# Given the Hessian at a critical point, return `"minimum"`, `"maximum"` or `"saddle"`.
# $H$ is symmetric, of any size, and no eigenvalue is zero.
# One may be tiny, such as $10^{-9}$: its sign counts all the same.
#
# Worked example: $H = \begin{pmatrix} 1 & 3 \\ 3 & 1 \end{pmatrix}$ has positive numbers on its diagonal.
# But $H$ turns $(1, -1)$ into $(-2, 2)$, which is $-2$ times as much, and $(1, 1)$ into $(4, 4)$.
# The eigenvalues are $-2$ and $4$: a saddle.
#
# <details><summary>Hint 1: which numbers count?</summary>
#
# Not the entries of H, but its curvatures: Exercise 4.3 shows where they come from.
# All of them count, the smallest as much as the largest.
#
# </details>
# <details><summary>Hint 2: how to ask for the signs of all at once</summary>
#
# A comparison such as <code>numbers &gt; 0</code> gives an array of true and false, and <code>np.all</code> tells whether every one is true.
# Three answers need two questions.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# Were all grades of a class passes, all fails, or mixed?
# For the grades 62, 48 and 75 "are all passes?" gets a no, "are all fails?" gets a no, and what is left is "mixed".
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "classify_critical_point", "locked": false, "schema_version": 3, "solution": true, "task": false}
def classify_critical_point(H):
    """The kind of a critical point, from the signs of its curvatures.

    Parameters
    ----------
    H : array, shape (n, n), symmetric, no eigenvalue zero

    Returns
    -------
    "minimum", "maximum" or "saddle"
    """
    ### BEGIN SOLUTION
    curvatures = np.linalg.eigvalsh(H)
    if (curvatures > 0).all():
        return "minimum"
    return "maximum" if (curvatures < 0).all() else "saddle"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_classify_critical_point", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The signs of the eigenvalues decide between minimum, maximum and saddle."""
flat, turned = np.diag([2.0, 5.0]), np.array([[1.0, 3.0], [3.0, 1.0]])
check.value(classify_critical_point, flat, expected="minimum")
check.value(classify_critical_point, -flat, expected="maximum")
hint = "Open Hint 1: which numbers count?"
check.value(classify_critical_point, turned, expected="saddle", hint=hint)
check.contract(classify_critical_point, "classify_critical_point")


### BEGIN HIDDEN TESTS
def kind(H):
    # Sylvester: all curvatures are positive if all leading minors are.
    sizes = np.arange(1, len(H) + 1)
    minors = np.array([np.linalg.det(H[:k, :k]) for k in sizes])
    if (minors > 0).all():
        return "minimum"
    return "maximum" if (minors * (-1.0) ** sizes > 0).all() else "saddle"


def flat_place(rng, n, signs, directions):
    H = np.diag(rng.permutation(signs(n) * rng.uniform(0.2, 4, size=n)))
    if directions == "any":
        Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
        H = Q @ H @ Q.T
    return ((H + H.T) / 2,)


# In no plane of two axes does it bend down.
hidden = 1.6 * np.eye(3) - 0.6
near, beyond = 1 - 1e-9, 1 + 1e-9
check.sitting(
    classify_critical_point,
    "classify_critical_point",
    kind,
    flat_place,
    also=[
        (np.array([[3.0, 2.9], [2.9, 3.0]]),),
        (np.array([[-1.0, 3.0], [3.0, -1.0]]),),
        (np.array([[3, 1], [1, 2]]),),
        (np.array([[-3, 1], [1, -2]]),),
        (np.array([[2, 3], [3, 2]]),),
        (np.diag([9.0, 8.0, -0.1]),),
        (np.diag([-9.0, -8.0, 0.1]),),
        (np.diag([1.0, -2.0, -3.0, 4.0]),),
        (hidden,),
        (-hidden,),
        (np.diag([2.0, 1e-6, 3.0]),),
        (np.diag([2.0, -1e-6, 3.0]),),
        (np.array([[1.0, near], [near, 1.0]]),),
        (np.array([[1.0, beyond], [beyond, 1.0]]),),
    ],
    n=[2, 1, 3, 5, 7],
    signs={
        "positive curvatures": lambda n: np.ones(n),
        "negative curvatures": lambda n: -np.ones(n),
        "one negative curvature": lambda n: 1 - 2.0 * (np.arange(n) == 0),
        "one positive curvature": lambda n: 2.0 * (np.arange(n) == 0) - 1,
    },
    directions={
        "curvatures along the axes": "axes",
        "curvatures in any direction": "any",
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: matrices of size 1 to 7, of decimal and of whole numbers.
# Their curvatures have either sign, along the axes or not, and some are tiny.

# %% [markdown]
# With a million weights, all of a million curvatures must be positive for a minimum.
# If their signs fell like coins, nearly every flat place would be a saddle.
# A saddle is no trap, but it costs time.
# Watch two descents on
#
# $$L(w) = w_1^2 - w_2^2 + \tfrac12 w_2^4,$$
#
# with a saddle at $(0, 0)$ and two minima at $(0, 1)$ and $(0, -1)$.
# One starts exactly on the ridge, $w_2 = 0$, the other one thousandth beside it.


# %%
def saddle(w):
    return w[0] ** 2 - w[1] ** 2 + 0.5 * w[1] ** 4


def saddle_gradient(w):
    return np.array([2 * w[0], -2 * w[1] + 2 * w[1] ** 3])


print("loss at the saddle:  ", saddle([0.0, 0.0]))
print("loss at both minima: ", saddle([0.0, 1.0]), saddle([0.0, -1.0]))


# %% tags=["demo"]
def run_on_ridge():
    return gradient_descent(saddle_gradient, np.array([-1.6, 0.0]), 0.1, 60)


def run_beside_ridge():
    return gradient_descent(saddle_gradient, np.array([-1.6, 0.001]), 0.1, 60)


starts = {"on the ridge": run_on_ridge, "0.001 beside it": run_beside_ridge}
window = ((-2, 1), (-1.4, 1.4))
dc.plotting.show(dc.plotting.plot_paths(saddle, starts, window, log=False))

# %% [markdown]
# **What to look at.**
# On the ridge the slope along $w_2$ is exactly zero, so the first path never leaves it and ends at the saddle.
# The second one seems stuck too: from step 10 to step 30 its loss stays close to 0.
# But near the ridge each step multiplies the distance from it by $1 + 0.1 \cdot 2 = 1.2$, and in the end the path falls into a minimum.
#
# Now race all three optimisers.
# Choose a surface, then drag the rates; the step slider replays the race.
# The dotted line is the path that infinitely small steps would take.

# %% tags=["demo"]
dc.widgets.optimiser_race(gradient_descent, momentum_descent, adam_descent)

# %% [markdown]
# **What to look at.**
# On the stretched bowl, raise the rate $\eta$ until plain steps fly off.
# On the saddle, compare how long each one hesitates.
# On the plateau the gradient is tiny, and Adam hardly notices.
# No optimiser wins everywhere, and a rate that is too small cripples each of them.
# In practice one tries rates such as 0.001, 0.003, 0.01 and 0.03, keeps the one with the lowest loss, and lowers it towards the end.
#
# **In short.** A zero gradient may be a minimum, a maximum or a saddle; the signs of the curvatures decide, unless one is 0.

# %% [markdown]
# ## 7. Learning from data
#
# *About 20 minutes.*
#
# So far the losses were made up.
# A real one compares a model with data.
# Take $n$ examples, each with $d$ inputs: the rows of a matrix $X$ of shape $(n, d)$, with the answers in $y$ of shape $(n,)$.
# A **linear model** predicts $X w$, in code `X @ w`, one number for each row.
# Its loss is the **mean squared error**:
#
# $$L(w) = \frac1n \sum_{i=1}^{n} \bigl(x_i \cdot w - y_i\bigr)^2,$$
#
# where $x_i$ is row $i$ of $X$, and $x_i \cdot w$ its prediction: inputs times weights, added up.
# In words: the mean, over all examples, of the squared distance between prediction and answer.
#
# Our data lie near a straight line.
# The first column of $X$ is the input, the second one is all ones, so that $w_1$ is the slope of the line and $w_2$ its height at 0.

# %%
X_line, y_line = dc.data.noisy_line(np.random.default_rng(1), 400)


def line_loss(w, rows=slice(None)):
    return np.mean((X_line[rows] @ w - y_line[rows]) ** 2)


print("shapes:", X_line.shape, y_line.shape)
print("loss at w = (0, 0): ", round(line_loss(np.array([0.0, 0.0])), 3))
print("loss at w = (2, -1):", round(line_loss(np.array([2.0, -1.0])), 3))

# %% [markdown]
# The data were made with slope 2 and height $-1$, and then shaken by some noise.
# What remains of the loss at $(2, -1)$ is that noise.
#
# For the gradient, look at one example.
# Its residual is $r_i = x_i \cdot w - y_i$, prediction minus answer.
# The chain rule gives the gradient of $r_i^2$: it is $2\,r_i$ times the gradient of $r_i$, which is $x_i$.
# The loss is the mean over the examples, and so is the gradient.

# %% [markdown]
# ### Exercise 4.7: the gradient of the mean squared error (2 points)
#
# Return the gradient of $L(w) = \text{mean}\bigl((Xw - y)^2\bigr)$, an array of shape `(d,)`.
# Note that it is the mean over the `n` examples, not half of it and not the sum.
# Compute it by the formula: differences have too few digits for the check.
#
# Worked example: for
#
# $$X = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}, \qquad w = (1, 0), \qquad y = (0, 1)$$
#
# the predictions are $(1, 3)$ and the residuals $(1, 2)$.
# The two gradients are $2 \cdot 1 \cdot (1, 2) = (2, 4)$ and $2 \cdot 2 \cdot (3, 4) = (12, 16)$; their mean is $(7, 10)$.
#
# <details><summary>Hint 1: how to do it without a loop</summary>
#
# "Add up the rows of X, each times its residual" is a product of matrices.
# Look at the shapes: which arrangement of X, shape (n, d), and r, shape (n,), gives (d,)?
#
# </details>
# <details><summary>Hint 2: my result is off by a constant factor</summary>
#
# Ask where the 2 and the n in the formula come from, and put both in.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# A table T has a row for each of 7 days and a column for each of 3 drinks; r holds the degrees of each day.
# Every row times its degrees, added up, has one number for each drink: <code>r @ T</code>, shapes (7,) and (7, 3).
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "mse_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mse_gradient(X, y, w):
    """Gradient of mean((X w − y)²) with respect to w.

    Parameters
    ----------
    X : array, shape (n, d), one example a row
    y : array, shape (n,), the answers
    w : array, shape (d,), the weights

    Returns
    -------
    array, shape (d,)
    """
    ### BEGIN SOLUTION
    residual = X @ w - y  # (n,)
    return 2 / len(y) * X.T @ residual
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_mse_gradient", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The gradient of the mean squared error, whatever the shape of the data."""
X, y, w = np.array([[2.0], [0.0], [1.0]]), np.ones(3), np.array([2.0])
check.value(mse_gradient, X, y, w, expected=np.array([14 / 3]))
X, y, w = np.array([[1.0, 2], [3, 4]]), np.array([0.0, 1]), np.array([1.0, 0])
check.value(mse_gradient, X, y, w, expected=np.array([7.0, 10.0]))
check.contract(mse_gradient, "mse_gradient")


### BEGIN HIDDEN TESTS
def by_complex_step(X, y, w):
    # The imaginary part of L(w + ih) / h; nothing is subtracted.
    w, h = np.asarray(w, dtype=np.clongdouble), 2.0**-100
    steps = 1j * h * np.eye(len(w))
    losses = [np.mean((X @ (w + step) - y) ** 2) for step in steps]
    return np.array([loss.imag / h for loss in losses], dtype=float)


X, other = (
    np.array([[1.0, 2], [3, -1], [0, 2]]),
    np.array([[2.0, 1], [1, 1], [3, 0]]),
)
y, w = np.array([1.0, 2.0, -1.0]), np.array([0.5, -1.0])
check.sitting(
    mse_gradient,
    "mse_gradient",
    by_complex_step,
    lambda rng, n, d, X, y, w: (X(rng, (n, d)), y(rng, n), w(rng, d)),
    also=[
        (X, y, w),
        (X, y + 1.5, w),
        (other, y, w),
        (np.array([[1, 2], [3, 4]]), np.array([0, 3]), np.array([1, -1])),
        # The loss is about 10²⁴, the gradient −½: differences of the loss
        # lose all of its digits.
        (
            np.array([[1.0, 1.0], [1.0, -1.0]]),
            np.array([2.0**40 + 0.5, -(2.0**40)]),
            np.zeros(2),
        ),
    ],
    n=[3, 1, 2, 7],
    d=[2, 1, 3, 5],
    X={
        "decimal X": lambda rng, shape: rng.normal(size=shape),
        "X of whole numbers": lambda rng, shape: rng.integers(
            -4, 5, size=shape
        ),
        "large X": lambda rng, shape: 1e4 * rng.uniform(1, 9, size=shape),
    },
    y={
        "decimal y": lambda rng, n: rng.normal(size=n),
        "y of whole numbers": lambda rng, n: rng.integers(-4, 5, size=n),
        "y = 0": lambda rng, n: np.zeros(n),
    },
    w={
        "positive w": lambda rng, d: rng.uniform(0.5, 2, size=d),
        "w of whole numbers": lambda rng, d: rng.integers(1, 4, size=d),
        "w = 0": lambda rng, d: np.zeros(d),
        "negative w": lambda rng, d: -rng.uniform(0.5, 2, size=d),
        "w of either sign": lambda rng, d: rng.normal(size=d),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: 1 to 7 examples with 1 to 5 inputs, of decimal and of whole numbers, some of them large.
# The weights and the answers are positive, negative, whole or zero.
# Your result must agree to nine digits.

# %% [markdown]
# The gradient of the mean needs all examples for one single step.
# With a million of them, this is a lot of work for a step that will be corrected by the next one anyway.
# So one takes a few examples at random, a **mini-batch**, and uses the gradient of their mean loss.
# It is right on average, but noisy.

# %% tags=["demo"]
rng = np.random.default_rng(2)
figure = dc.plotting.plot_gradient_noise(
    line_loss, n=len(y_line), w=np.zeros(2), sizes=[1, 4, 16], rng=rng
)
dc.plotting.show(figure)

# %% [markdown]
# **What to look at.**
# The arrow is the gradient of all 400 examples; each dot is the gradient of one random mini-batch.
# The **spread** in the titles is the typical distance of the dots from the tip of the arrow.
# A batch four times as large costs four times the work, but only about halves the spread.

# %% [markdown]
# ### Exercise 4.8: mini-batches (2 points)
#
# One **epoch** is one pass over all examples, cut into mini-batches.
# Return the batches of one epoch, as a list of index arrays.
#
# - Each index from `0` to `n - 1` occurs exactly once in the whole list.
# - The indices are shuffled before they are cut, by the generator `rng` that is passed in, so that each call gives a new order.
# - Each batch has `batch_size` indices; only the last one may be smaller, when nothing else is left. It is kept.
# - If `batch_size` is larger than `n`, there is one batch with all indices.
#
# `rng` is a NumPy generator, made by `np.random.default_rng(seed)`.
# Use no other source of chance: the same seed must give the same batches.
#
# Worked example: `minibatches(5, 2, rng)` may shuffle to `[3, 0, 4, 1, 2]` and return the batches `[3, 0]`, `[4, 1]` and `[2]`.
#
# <details><summary>Hint 1: how to shuffle</summary>
#
# Shuffle once for the whole epoch, then cut.
# <code>rng.permutation(4)</code> shuffles the numbers 0, 1, 2 and 3; each occurs once.
#
# </details>
# <details><summary>Hint 2: how to cut</summary>
#
# With 5 indices in batches of 2, the batches begin at 0, 2 and 4.
# Each batch is a slice from its beginning to the next one.
# A slice that reaches beyond the end of an array stops at the end, without an error.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# A month of 31 days in weeks: <code>range(1, 32, 7)</code> runs through the days on which they begin, 1, 8, 15, 22 and 29.
# The last week has three days.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "minibatches", "locked": false, "schema_version": 3, "solution": true, "task": false}
def minibatches(n, batch_size, rng):
    """Shuffled indices of one epoch, cut into batches.

    Parameters
    ----------
    n : int, the number of examples, at least 1
    batch_size : int, at least 1
    rng : np.random.Generator, the source of chance

    Returns
    -------
    list of arrays of ints, shape (batch_size,); the last may be shorter
    """
    ### BEGIN SOLUTION
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_minibatches", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""An epoch has each index once, shuffled by the generator passed in."""
rng = np.random.default_rng(0)
check.value(minibatches, 5, 2, rng, expected=check.shuffled(2, 2, 1))
check.contract(minibatches, "minibatches")
apart = "The indices are shuffled before they are cut: no batch is a run of neighbours."
batches = check.call(minibatches, 60, 15, np.random.default_rng(0))
cut = [sorted(map(int, batch)) for batch in batches]
runs = [batch for batch in cut if batch[-1] - batch[0] == 14]
shuffle = "Open Hint 1: it says how to shuffle."
check.holds(not runs, minibatches, apart, yours=batches, hint=shuffle)
check.chance(
    minibatches, "minibatches", 60, 15, few=(2, 1), outcomes=2, seed=0
)
### BEGIN HIDDEN TESTS
fresh = check.rng()


def sizes(n, batch_size, rng):
    full, rest = divmod(n, batch_size)
    return check.shuffled(*[batch_size] * full, *[rest] * (rest > 0))


check.sitting(
    minibatches,
    "minibatches",
    sizes,
    lambda rng, sizes: (*sizes, np.random.default_rng(rng.integers(2**31))),
    sizes={
        f"{n} in batches of {size}": (n, size)
        for n, size in [
            (7, 3),
            (7, 2),
            (12, 4),
            (12, 5),
            (1, 1),
            (10, 1),
            (6, 6),
            (4, 9),
            (1, 3),
            (23, 10),
            (60, 15),
            (300, 64),
        ]
    },
)
# A shuffle before the cut breaks the next two rules with a probability of
# 4 · 46 / C(60, 15) < 10⁻¹¹ and 4 · 4 / C(60, 15) < 10⁻¹².
one, two = [
    [
        sorted(map(int, batch))
        for batch in check.call(
            minibatches, 60, 15, np.random.default_rng(fresh.integers(2**31))
        )
    ]
    for _ in range(2)
]
runs = [batch for batch in one if batch[-1] - batch[0] == 14]
check.holds(not runs, minibatches, apart)
check.holds(
    not any(batch in one for batch in two),
    minibatches,
    "Another epoch has other batches, not the same ones in another order.",
)
# That both orders of two indices occur is looked at above.
check.chance(minibatches, "minibatches", 60, 15)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** other numbers of examples are tried, from 1 to 60, with batches from 1 to more than all of them, and fresh generators.
# Equal seeds must give equal batches, different seeds different ones, and every order must be possible.

# %% [markdown]
# Descent on mini-batches needs no new loop.
# It is your `gradient_descent`, with a gradient that looks at the next batch each time it is asked, and shuffles again when all are used up.
# This is called **stochastic gradient descent**, SGD for short; "stochastic" means "by chance".


# %%
def batch_gradient(batch_size):
    rng = np.random.default_rng(3)
    waiting = []

    def noisy_gradient(w):
        if not waiting:  # a new epoch begins
            waiting.extend(minibatches(len(y_line), batch_size, rng))
        rows = waiting.pop()
        return mse_gradient(X_line[rows], y_line[rows], w)

    return noisy_gradient


# %% tags=["demo"]
def train_on(batch_size):
    return gradient_descent(batch_gradient(batch_size), np.zeros(2), 0.1, 75)


trainings = {
    "all 400 rows": lambda: train_on(400),
    "batches of 16": lambda: train_on(16),
    "batches of 1": lambda: train_on(1),
}
window = ((-0.4, 2.6), (-1.7, 0.7))
dc.plotting.show(dc.plotting.plot_paths(line_loss, trainings, window))

# %% [markdown]
# **What to look at.**
# All three take 75 steps at the same rate.
# The smooth path has looked at $75 \cdot 400 = 30\,000$ rows, the path of batches of 16 at $75 \cdot 16 = 1200$, which is three epochs.
# That one is almost as good at a 25th of the price.
# With single rows the path staggers, and near the minimum it does not settle: the noise keeps it moving.
# A smaller rate towards the end calms it.
#
# **In short.** A mini-batch gives a gradient that is right on average, for a small part of the work.

# %% [markdown]
# ## 8. The first trained model
#
# *About 20 minutes.*
#
# Everything is in place to train a classifier: a model that answers a yes-or-no question.
# **Logistic regression** is the simplest one, and a network with a single sigmoid neuron.
# For each example it computes a number $z = x \cdot w$, the **logit**, and from it the probability of "yes":
#
# $$p = \sigma(z) = \frac{1}{1 + e^{-z}}.$$
#
# In words: one divided by one plus e to the minus z, a number between 0 and 1.
# The cell below writes the sigmoid as a tanh in disguise.


# %%
def sigmoid(z):
    # On paper this is 1 / (1 + exp(-z)), and it never overflows.  Far out
    # on the left it loses digits, which does no harm here.
    return 0.5 * (1 + np.tanh(0.5 * z))


for z in [-1000.0, -2.0, 0.0, 2.0, 1000.0]:
    print(f"z = {z:>7}:  p = {sigmoid(z):.6f}")

# %% [markdown]
# The answer $y$ is 1 for yes and 0 for no.
# The loss of one example is the **cross-entropy**:
#
# $$\ell = -\,y \ln p - (1 - y) \ln(1 - p).$$
#
# In words: minus the logarithm of the probability that the model gave to what really happened.
# It is 0 for a sure and right answer, and very large for a sure and wrong one.
# Put $p = \sigma(z)$ into it.
# Multiplied by $e^z$ above and below, $p = e^z / (1 + e^z)$ and $1 - p = 1 / (1 + e^z)$.
# So $\ln p = z - \ln(1 + e^z)$ and $\ln(1 - p) = -\ln(1 + e^z)$, and the loss becomes simple:
#
# $$\ell = \ln(1 + e^{z}) - y\,z.$$
#
# In words: the loss is the logarithm of one plus e to the z, minus the answer times z.
#
# **Your turn: its slope along the logit.**
# The slope of $\ln u$ is $1/u$, and $e^z$ is its own slope; the chain rule joins them.
# What comes out has two parts, and one of them is a function that you have met.


# %% tags=["practice", "raises-exception"]
def logit_slope(y, z):
    """Slope of ln(1 + e^z) - y z along z."""
    ### BEGIN SOLUTION
    return sigmoid(z) - y
    ### END SOLUTION


for_no = lambda z: np.log(1 + np.exp(z))
for_yes = lambda z: np.log(1 + np.exp(z)) - z
check.derivative(logit_slope, of=for_no, leading=(0,), at=[-2.0, 0.0, 0.7])
check.derivative(logit_slope, of=for_yes, leading=(1,), at=[-2.0, 0.0, 0.7])

# %% [markdown]
# The slope of the loss along the logit is prediction minus answer:
#
# $$\frac{d\ell}{dz} = \frac{e^z}{1 + e^z} - y = \sigma(z) - y.$$
#
# This is Exercise 2.3 again: the slope of softplus, $\ln(1 + e^z)$, is the sigmoid.
# Never believe a formula: measure, from the loss as it was written first.


# %%
def one_loss(z, y):
    return -y * np.log(sigmoid(z)) - (1 - y) * np.log(1 - sigmoid(z))


for z, answer in [(0.7, 1.0), (0.7, 0.0), (-2.0, 1.0)]:
    simple = np.log(1 + np.exp(z)) - answer * z
    slope = (one_loss(z + 1e-5, answer) - one_loss(z - 1e-5, answer)) / 2e-5
    print(f"z = {z}, y = {answer}")
    print(f"  loss  {one_loss(z, answer):.6f}, simple form {simple:.6f}")
    print(f"  slope {slope:+.6f}, formula {sigmoid(z) - answer:+.6f}")

# %% [markdown]
# ### Exercise 4.9: logistic regression (3 points)
#
# Return a tuple `(loss, gradient)`: the **mean** cross-entropy over the `n` rows of `X`, a number, and its gradient with respect to `w`, shape `(d,)`.
# The logits are `X @ w`, and `y` holds 0s and 1s, as decimals or as whole numbers.
# For the gradient, the chain rule goes from the loss through $z_i = x_i \cdot w$ to $w$, as in Exercise 4.7.
# Again by the formula, not by differences.
#
# Logits may be as large as $\pm 1000$.
# There $e^{z}$ overflows, but the loss does not: for $z = 1000$ and $y = 0$ it is 1000, and for $y = 1$ it is 0.
# Both results must be right and finite there, without a warning.
#
# Worked example: for
#
# $$X = \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}, \qquad y = (1, 0), \qquad w = (0, 0)$$
#
# both probabilities are one half, so the loss is $\ln 2 \approx 0.693147$.
# Prediction minus answer is $-0.5$ for the first row and $0.5$ for the second.
# The gradient is the mean of $-0.5 \cdot (1, 0)$ and $0.5 \cdot (0, 2)$, which is $(-0.25,\ 0.5)$.
#
# <details><summary>Hint 1: the loss overflows</summary>
#
# <code>np.logaddexp(a, b)</code> is ln(eᵃ + eᵇ), computed without overflow: of 1000 and 1000 it is 1000.693.
# Which powers of e does your loss add up?
#
# </details>
# <details><summary>Hint 2: my loss is wrong for large logits, but there is no warning</summary>
#
# Cutting p off at 0.000001 hides the problem: the loss can then never exceed 14.
#
# </details>
# <details><summary>Hint 3: the gradient has the wrong shape</summary>
#
# Prediction minus answer has the shape (n,).
# From there it goes as in Exercise 4.7.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# ln(e^1000 + e^990): take out the larger one.
# It is 1000 + ln(1 + e^(−10)), about 1000.0000454, and no exponent is large any more.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "logistic_loss_and_gradient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def logistic_loss_and_gradient(X, y, w):
    """Mean cross-entropy of logistic regression, and its gradient.

    Parameters
    ----------
    X : array, shape (n, d), one example a row
    y : array, shape (n,), of 0s and 1s
    w : array, shape (d,), the weights

    Returns
    -------
    tuple of a number and an array, shape (d,)
    """
    ### BEGIN SOLUTION
    z = X @ w  # (n,)
    loss = np.mean(np.logaddexp(0, z) - y * z)
    return loss, X.T @ (sigmoid(z) - y) / len(y)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_logistic_loss_and_gradient", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The mean cross-entropy and its gradient, without overflow."""
parts = ("loss", "gradient")
X, y, w = np.array([[1.0], [2], [6]]), np.array([1.0, 0, 1]), np.array([0.0])
known = np.log(2), np.array([-2.5 / 3])
check.value(logistic_loss_and_gradient, X, y, w, expected=known, names=parts)
X, y, w = np.array([[1.0, 0], [0, 2]]), np.array([1.0, 0]), np.zeros(2)
known = np.log(2), np.array([-0.25, 0.5])
check.value(logistic_loss_and_gradient, X, y, w, expected=known, names=parts)
check.contract(logistic_loss_and_gradient, "logistic_loss_and_gradient")


### BEGIN HIDDEN TESTS
def by_margins(X, y, w):
    # The loss of a row is ln(1 + e^m), with m = z for y = 0, and −z for y = 1.
    sign = 1 - 2 * np.asarray(y, dtype=np.longdouble)
    m = sign * (X @ np.asarray(w, dtype=np.longdouble))
    small = np.exp(-np.abs(m))
    losses = np.maximum(m, 0) + np.log1p(small)
    slopes = sign * np.where(m > 0, 1, small) / (1 + small)
    gradient = (slopes[:, None] * X).mean(axis=0)
    return float(losses.mean()), np.array(gradient, dtype=float)


def data(rng, n, d, X, y, logits):
    X, y = X(rng, (n, d)), y(rng, n)
    return X, y, logits(rng, X)


def logits_up_to(size):
    def made(rng, X):
        w = rng.uniform(0.5, 2, size=X.shape[1]) * rng.choice(
            [-1, 1], X.shape[1]
        )
        return w * size / np.abs(X @ w).max()

    return made


X, other = (
    np.array([[1.0, 2], [3, -1], [0, 2]]),
    np.array([[2.0, 1], [1, 1], [3, 0]]),
)
y, w = np.array([1.0, 0.0, 1.0]), np.array([0.5, -1.0])
far, steep = (
    np.array([[1.0, 1], [-1, 0], [0, 1], [1, -1]]),
    np.array([800.0, -200]),
)
line = np.array([[1.0], [-1.0]])
check.sitting(
    logistic_loss_and_gradient,
    "logistic_loss_and_gradient",
    by_margins,
    data,
    also=[
        (X, y, w),
        (X, 1 - y, w),
        (other, y, w),
        (np.array([[1, 2], [3, -1]]), np.array([0, 1]), np.array([1, 2])),
        (line, np.array([0.0, 0.0]), np.array([1000.0])),
        (line, np.array([1, 1]), np.array([1000.0])),
        (line, np.array([1.0, 0.0]), np.array([-1000.0])),
        (line, np.array([1.0, 0.0]), np.array([1000])),
        (far, np.array([0.0, 1.0, 1.0, 1.0]), steep),
        (far, np.array([1.0, 0.0, 0.0, 1.0]), steep),
        # Inputs of 10⁵ and weights of 10⁻⁵: a step of differences would leap
        # over the bend.
        (
            1e5 * np.array([[1.2, 0.7], [0.6, 1.4], [0.9, 1.1]]),
            np.array([0.0, 0.0, 1.0]),
            1e-5 * np.array([0.5, 0.9]),
        ),
    ],
    n=[3, 1, 2, 7],
    d=[2, 1, 3, 5],
    X={
        "decimal X": lambda rng, shape: (
            rng.uniform(0.2, 2, shape) * rng.choice([-1, 1], shape)
        ),
        "X of whole numbers": lambda rng, shape: (
            rng.integers(1, 5, size=shape) * rng.choice([-1, 1], size=shape)
        ),
    },
    y={
        "answers as decimals": lambda rng, n: rng.permutation(
            np.arange(n) % 2.0
        ),
        "answers as whole numbers": lambda rng, n: rng.permutation(
            np.arange(n) % 2
        ),
        "all answers 1": lambda rng, n: np.ones(n),
        "all answers 0": lambda rng, n: np.zeros(n, dtype=int),
    },
    logits={
        "logits up to 2": logits_up_to(2),
        "logits of 0": lambda rng, X: np.zeros(X.shape[1]),
        "w of whole numbers": lambda rng, X: rng.integers(
            -2, 3, size=X.shape[1]
        ),
        "logits up to 12": logits_up_to(12),
        "logits up to 40": logits_up_to(40),
        "logits up to 1000": logits_up_to(1000),
    },
    names=parts,
    no_warnings=True,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: 1 to 7 examples with 1 to 5 inputs, of decimal and of whole numbers, some of them large.
# The logits reach from 0 to ±1000, and the answers are of both kinds or of one, as decimals or as whole numbers.
# Both results must agree to nine digits, or to 12 places after the point where they are tiny.

# %% [markdown]
# Now put the pieces together.
# The data are two clouds of points; the third column of $X$ is all ones, for the bias.
# Training is your `gradient_descent` on your gradient, and nothing else.

# %%
points, blob_y = dc.data.two_blobs(np.random.default_rng(4), 100)
blob_X = np.column_stack([points, np.ones(len(points))])


def blob_loss(w):
    return logistic_loss_and_gradient(blob_X, blob_y, w)[0]


def blob_gradient(w):
    return logistic_loss_and_gradient(blob_X, blob_y, w)[1]


# %% [markdown]
# One last look before you train: is the gradient the slope of the loss, along each of the three weights?
# If notebook 3 lies beside this one, your `numerical_gradient` measures it.

# %% tags=["demo", "raises-exception"]
measure = dc.earlier(
    "03_gradients",
    "numerical_gradient",
    instead=dc.numeric.gradient,
    stand_in="dc.numeric.gradient",
)
anywhere = np.array([0.3, -0.2, 0.1])
print("formula: ", check.call(blob_gradient, anywhere).round(8))
print("measured:", check.call(measure, blob_loss, anywhere).round(8))


# %% tags=["demo"]
def train_classifier():
    return gradient_descent(blob_gradient, np.zeros(3), 0.5, 200)


figure = dc.plotting.plot_classifier(
    blob_X, blob_y, train_classifier, blob_loss
)
dc.plotting.show(figure)

# %% [markdown]
# **What to look at.**
# The thick line is where the model is undecided, $p = \tfrac12$; between the dashed lines it is less than 90 percent sure.
# The clouds overlap, so some points must lie on the wrong side.
# The loss starts at $\ln 2 \approx 0.69$, the loss of somebody who knows nothing and always says one half.
# It falls fast, then slowly: this loss is a bowl, too, not a round one, with a single minimum and no saddle.
#
# **In short.** A model, a loss, its gradient, and steps: a classifier is trained by the same loop as the first bowl.

# %% [markdown]
# ## Recap
#
# - One step of gradient descent is $w \leftarrow w - \eta\,\nabla L(w)$.
# - On a bowl of curvature $\lambda$ each step multiplies the distance by $1 - \eta\lambda$, so the rate must stay below $2/\lambda_{\max}$.
# - The larger the condition number $\lambda_{\max}/\lambda_{\min}$, the worse the zig-zag and the slower the descent.
# - Momentum adds up gradients that agree and cancels those that alternate; Adam gives each weight a step length of its own.
# - Where the gradient is zero, the signs of the Hessian's eigenvalues tell a minimum from a saddle.
# - A mini-batch gives a noisy gradient at a fraction of the price.
# - Loss, gradient, step, repeat: that was all it took to train a model.
#
# **Next: `05_backprop_xor`.**
# A question that no straight line can answer, and a network of your own that learns it.

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
