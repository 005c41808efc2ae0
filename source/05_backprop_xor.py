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
# # A network learns XOR
#
# *Calculus for Deep Learning, notebook 5 of 5*
#
# This is where everything comes together.
# You write a neural network from nothing but arrays: it computes an answer, finds out how each of its weights contributed to the error, and improves them all.
# The second of these steps is **backpropagation**, the chain rule run backwards through the network.
#
# After this notebook you will be able to
#
# - write the backward pass of a network, shape by shape, and prove it right by measuring;
# - train a network, and read what its loss curve, its plateau and its failures tell;
# - build a small engine that differentiates any calculation, the idea inside every deep learning library.
#
# You write eight functions and one class, worth 20 points together.
# Each has a check below it that answers at once: right, or what looks wrong and where.
# You need Python, school algebra, products of matrices, and from the notebooks before this one the chain rule and the idea of a gradient.

# %% tags=["setup"]
# SETUP

# %% [markdown]
# ## 1. Four points that no line separates
#
# XOR, "exclusive or", takes two inputs that are 0 or 1.
# The answer is 1 if exactly one of them is 1.
# These are all the examples there are:

# %%
X, y = dc.data.xor_data()
for inputs, target in zip(X, y, strict=True):
    print(f"x = {inputs}   y = {target}")

# %% [markdown]
# Each row of $X$ is one example, so $X$ has the shape $(4, 2)$; the targets $y$ have the shape $(4, 1)$.
#
# A single neuron computes a weighted sum $s = w_1 x_1 + w_2 x_2 + b$ and says 1 where it is positive.
# The border, where $s = 0$, is a straight line.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_xor_lines())

# %% [markdown]
# **What to look at.**
# Triangles have the answer 1 and should be on the shaded side, circles have the answer 0 and should be on the white side.
# Each line gets three points right and one wrong.
#
# No line gets all four right, and a little algebra proves it.
# Suppose there were one.
#
# - At the two triangles its sum would be positive: $w_2 + b > 0$ and $w_1 + b > 0$. Added together: $w_1 + w_2 + 2b > 0$.
# - At the two circles it would not: $b \le 0$ and $w_1 + w_2 + b \le 0$. Added together: $w_1 + w_2 + 2b \le 0$.
#
# The same number cannot be both, so there is no such line.
#
# What does the best straight-line rule answer, if we ask for the smallest squared error?

# %%
with_ones = np.column_stack([X, np.ones(4)])
solution = np.linalg.lstsq(with_ones, y, rcond=None)[0]
print("w1, w2, b:", np.round(solution.ravel(), 12) + 0.0)
print("answers:  ", np.round((with_ones @ solution).ravel(), 12))

# %% [markdown]
# It gives up: one half, whatever the input.
#
# The way out is to put neurons in between.
# Let one neuron ask "is at least one input 1?", a second "are both 1?", and a third combine them: at least one, but not both.
# Each uses the sigmoid $\sigma(z) = 1 / (1 + e^{-z})$, which squeezes any number into the range from 0 to 1.
# In words: one divided by one plus e to the minus z.


# %%
def sigmoid(z):
    # The same numbers as 1 / (1 + np.exp(-z)), without overflow.
    return 0.5 * (1 + np.tanh(z / 2))


def at_least_one(x1, x2):
    return sigmoid(10 * x1 + 10 * x2 - 5)


def both(x1, x2):
    return sigmoid(10 * x1 + 10 * x2 - 15)


def one_but_not_both(h1, h2):
    return sigmoid(10 * h1 - 20 * h2 - 5)


# %%
for x1, x2 in X:
    h1, h2 = at_least_one(x1, x2), both(x1, x2)
    answer = one_but_not_both(h1, h2)
    print(f"({x1}, {x2}) -> hidden ({h1:.2f}, {h2:.2f}) -> {answer:.2f}")

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_hidden_plane((at_least_one, both), one_but_not_both)
)

# %% [markdown]
# **What to look at.**
# Orange stands for answers near 1, blue for answers near 0, and on the line the answer is one half.
# On the left are the inputs, on the right the same four points as the two hidden neurons see them.
# The hidden neurons have moved (0, 1) and (1, 0) to the same place, and now one straight line is enough.
#
# These weights were found by thinking.
# From here on, the network finds its own.

# %% [markdown]
# ## 2. The network 2 → 4 → 1
#
# Our network has two inputs, four hidden units and one output.
# Two hidden units would do, as we saw, but with four the search succeeds more often; section 7 counts.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_layers((2, 4, 1)))

# %% [markdown]
# **What to look at.**
# Below each layer stand the shapes.
# Every line is one weight: eight of them in $W_1$, four in $W_2$.
# With the biases, four in $b_1$ and one in $b_2$, the network has 17 numbers to learn.
#
# All examples go through at once, as the rows of a **batch** $X$ with $n$ rows:
#
# $$z_1 = X W_1 + b_1, \qquad a_1 = \sigma(z_1), \qquad z_2 = a_1 W_2 + b_2, \qquad \hat y = \sigma(z_2).$$
#
# In words: multiply by the first weights and add the first biases, squeeze, multiply by the second weights and add the second biases, squeeze.
# The result $\hat y$ ("y hat") is the network's answer, one row for each example.
# In code a matrix product is written `X @ W1`, and adding `b1` adds it to every row.
#
# | name | shape | what it is |
# |---|---|---|
# | `X` | (n, n_in) | the inputs, one example a row |
# | `W1`, `b1` | (n_in, n_hidden), (n_hidden,) | weights and biases of the hidden layer |
# | `z1`, `a1` | (n, n_hidden) | sums of the hidden units, and their activations |
# | `W2`, `b2` | (n_hidden, n_out), (n_out,) | weights and biases of the output |
# | `z2`, `y_hat` | (n, n_out) | sums of the output, and the answers |
#
# The four parameters travel together in a dict, `{"W1": …, "b1": …, "W2": …, "b2": …}`.

# %% [markdown]
# ### Exercise 5.1: starting weights (1 point)
#
# Make a dict of parameters to start from.
#
# - `W1` and `W2` hold random numbers around 0, of both signs: their mean is 0, their spread (standard deviation) 0.5, and no two of them are equal.
# - `b1` and `b2` hold zeros.
# - All random numbers come from `rng`, a NumPy generator: the same seed gives the same weights, another seed gives others.
#
# Why random? Section 7 shows what becomes of a network whose hidden units all start alike.
#
# Worked example: `init_params(2, 4, 1, rng)` has arrays of the shapes (2, 4), (4,), (4, 1) and (1,), under the keys `W1`, `b1`, `W2`, `b2`.
#
# <details><summary>Hint 1: how to draw random numbers</summary>
#
# <code>rng.normal(10, 3, size=(5, 2))</code> is an array of 5 rows and 2 columns with mean 10 and spread 3.
#
# </details>
# <details><summary>Hint 2: which of the three numbers go into which shape</summary>
#
# In <code>X @ W1</code> the columns of X meet the rows of W1.
# So W1 has a row for each input and a column for each hidden unit.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "init_params", "locked": false, "schema_version": 3, "solution": true, "task": false}
def init_params(n_in, n_hidden, n_out, rng):
    """Random weights and zero biases of a network.

    Parameters
    ----------
    n_in, n_hidden, n_out : whole numbers
    rng : NumPy random generator

    Returns
    -------
    dict with W1 (n_in, n_hidden), b1 (n_hidden,),
        W2 (n_hidden, n_out), b2 (n_out,)
    """
    ### BEGIN SOLUTION
    return {
        "W1": rng.normal(0, 0.5, size=(n_in, n_hidden)),
        "b1": np.zeros(n_hidden),
        "W2": rng.normal(0, 0.5, size=(n_hidden, n_out)),
        "b2": np.zeros(n_out),
    }
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_init_params", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The weights are random and have the right shapes; the biases are 0."""
shapes = {"W1": np.zeros((2, 4)), "b1": np.zeros(4)}
shapes |= {"W2": np.zeros((4, 1)), "b2": np.zeros(1)}
asked = "The shapes are (2, 4), (4,), (4, 1) and (1,)."
made = check.call(init_params, 2, 4, 1, np.random.default_rng(0))
check.same(made, shapes, "params", atol=np.inf, asked=asked)
check.same(made["b1"], np.zeros(4), "b1")
check.same(made["b2"], np.zeros(1), "b2")
distinct = len(np.unique(made["W1"])) == 8
check.holds(distinct, init_params, "No two entries of W1 are equal.")
### BEGIN HIDDEN TESTS
rng = check.rng()
sizes = rng.permutation(np.arange(2, 8))[:3].tolist()
n_in, n_hidden, n_out = sizes
shapes = {"W1": np.zeros((n_in, n_hidden)), "b1": np.zeros(n_hidden)}
shapes |= {"W2": np.zeros((n_hidden, n_out)), "b2": np.zeros(n_out)}
seed = int(rng.integers(10**6))
first = check.call(init_params, *sizes, np.random.default_rng(seed))
asked = f"The shapes are right for the sizes {sizes}."
check.same(first, shapes, "params", atol=np.inf, asked=asked)
again = check.call(init_params, *sizes, np.random.default_rng(seed))
other = check.call(init_params, *sizes, np.random.default_rng(seed + 1))
large = check.call(init_params, 100, 200, 50, np.random.default_rng(seed + 2))
for key in ["W1", "W2"]:
    check.same(again[key], first[key], f"{key}, again with the same seed")
    apart = np.abs(np.asarray(other[key]) - np.asarray(first[key])).min() > 0
    check.holds(apart, init_params, f"Another seed gives another {key}.")
    distinct = len(np.unique(first[key])) == np.size(first[key])
    check.holds(distinct, init_params, f"No two entries of {key} are equal.")
    mean, spread = np.mean(large[key]), np.std(large[key])
    told = f"mean {mean:.3f}, spread {spread:.3f}"
    asked = f"The mean of {key} is 0, its spread 0.5."
    good = abs(mean) < 0.05 and 0.4 < spread < 0.6
    check.holds(good, init_params, asked, yours=told)
shared = np.intersect1d(first["W1"], first["W2"]).size
check.holds(not shared, init_params, "W1 and W2 have no number in common.")
check.same(large["b1"], np.zeros(200), "b1")
check.same(large["b2"], np.zeros(50), "b2")
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5.2: the forward pass (2 points)
#
# Compute the answer, and **save** everything on the way: the backward pass will need it.
# Return `y_hat` and a dict, the `cache`, with exactly the keys `X`, `z1`, `a1`, `z2`, `y_hat`.
# It must work for any number of examples and any layer sizes.
# Use the function `sigmoid` from section 1.
#
# Worked example, the smallest network there is: one input, one hidden unit, one output.
# Take $x = 2$, $W_1 = 0$, $b_1 = 0$, $W_2 = 2$, $b_2 = -1$.
# Then $z_1 = 2 \cdot 0 + 0 = 0$, $a_1 = \sigma(0) = 0.5$, $z_2 = 0.5 \cdot 2 - 1 = 0$ and $\hat y = \sigma(0) = 0.5$.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Four lines, one for each of the four formulas above, in the same order.
#
# </details>
# <details><summary>Hint 2: "matmul: … mismatch in its core dimension"</summary>
#
# The two matrices stand in the wrong order, or one factor is not the one from the formula.
# Print their shapes: the inner two numbers of <code>(n, k) @ (k, m)</code> must agree.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "forward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward(params, X):
    """The network's answer, and all that was computed on the way.

    Parameters
    ----------
    params : dict with W1, b1, W2, b2
    X : array, shape (n, n_in)

    Returns
    -------
    y_hat : array, shape (n, n_out)
    cache : dict with X (n, n_in), z1 and a1 (n, n_hidden),
        z2 and y_hat (n, n_out)
    """
    ### BEGIN SOLUTION
    z1 = X @ params["W1"] + params["b1"]  # (n, n_hidden)
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"] + params["b2"]  # (n, n_out)
    y_hat = sigmoid(z2)
    return y_hat, {"X": X, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_forward", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The forward pass computes the answer and saves what led to it."""
parts = ("y_hat", "cache")
tiny = {"W1": np.array([[0.0]]), "b1": np.array([0.0])}
tiny |= {"W2": np.array([[2.0]]), "b2": np.array([-1.0])}
cache = {"X": np.array([[2.0]]), "z1": np.array([[0.0]])}
cache |= {"a1": np.array([[0.5]]), "z2": np.array([[0.0]])}
cache |= {"y_hat": np.array([[0.5]])}
answer = (cache["y_hat"], cache)
check.value(forward, tiny, cache["X"], expected=answer, names=parts)
# Two examples, three hidden units.
wide = {"W1": np.array([[1.0, 0.0, -1.0], [0.0, 1.0, 1.0]])}
wide |= {"b1": np.array([-1.0, -2.0, -1.0])}
wide |= {"W2": np.array([[2.0], [0.0], [-2.0]]), "b2": np.array([0.0])}
cache = {"X": np.array([[1.0, 2.0], [3.0, 4.0]])}
cache |= {"z1": np.array([[0.0, 0.0, 0.0], [2.0, 2.0, 0.0]])}
cache |= {"a1": np.array([[0.5, 0.5, 0.5], [0.88079708, 0.88079708, 0.5]])}
cache |= {"z2": np.array([[0.0], [0.76159416]])}
cache |= {"y_hat": np.array([[0.5], [0.68169974]])}
answer = (cache["y_hat"], cache)
check.value(forward, wide, cache["X"], expected=answer, names=parts)
### BEGIN HIDDEN TESTS
rng = check.rng()
for n, *sizes in [(1, 2, 4, 1), (7, 3, 5, 2), (4, 4, 4, 4), (3, 1, 2, 3)]:
    n_in, n_hidden, n_out = sizes
    net = {"W1": rng.normal(size=(n_in, n_hidden))}
    net |= {"b1": rng.normal(size=n_hidden)}
    net |= {"W2": rng.normal(size=(n_hidden, n_out))}
    net |= {"b2": rng.normal(size=n_out)}
    batch = rng.normal(size=(n, n_in))
    z1 = np.einsum("ni,ih->nh", batch, net["W1"]) + net["b1"]
    a1 = 1 / (1 + np.exp(-z1))
    z2 = np.einsum("nh,ho->no", a1, net["W2"]) + net["b2"]
    y_hat = 1 / (1 + np.exp(-z2))
    cache = {"X": batch, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}
    check.value(forward, net, batch, expected=(y_hat, cache), names=parts)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5.3: how wrong is it? (1 point)
#
# The **loss** $L$ is one number for the whole batch: the mean of the squared differences between answers and targets,
#
# $$L = \frac{1}{N} \sum (\hat y - y)^2,$$
#
# in words: subtract, square, and average over all $N$ entries of $y$ (with $n$ examples and one output, $N = n$).
# There is no extra factor ½.
#
# Worked example: answers 1, 2, 3 and targets 0, 4, 1 give $(1^2 + 2^2 + 2^2) / 3 = 3$.
#
# <details><summary>Hint: from an array to one number</summary>
#
# <code>np.mean</code> averages over all entries, whatever the shape.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "mse_loss", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mse_loss(y_hat, y):
    """Mean of the squared differences over all entries.

    Parameters
    ----------
    y_hat, y : arrays, shape (n, n_out)

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    return np.mean((y_hat - y) ** 2)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_mse_loss", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The loss is the mean of the squared differences, one number."""
answers = np.array([[1.0], [2.0], [3.0]])
targets = np.array([[0.0], [4.0], [1.0]])
counts = {"the number of entries": 3}
check.value(mse_loss, answers, targets, expected=3.0, suspects=counts)
check.value(mse_loss, np.array([[0.5]]), np.array([[0.0]]), expected=0.25)
### BEGIN HIDDEN TESTS
rng = check.rng()
for shape in [(1, 1), (3, 1), (7, 2), (2, 5)]:
    answers, targets = rng.normal(size=shape), rng.normal(size=shape)
    pairs = zip(answers.ravel(), targets.ravel(), strict=True)
    mean = sum((a - t) ** 2 for a, t in pairs) / answers.size
    counts = {
        "the number of entries": answers.size,
        "the number of rows": shape[0],
    }
    check.value(mse_loss, answers, targets, expected=mean, suspects=counts)
small, zeros = np.full((2, 2), 1e-6), np.zeros((2, 2))
check.value(mse_loss, small, zeros, expected=1e-12, atol=0)
### END HIDDEN TESTS

# %% [markdown]
# ## 3. The backward pass
#
# The loss says how wrong the network is.
# To improve it, we need the slope of $L$ against each of the 17 parameters: which way to turn it, and how much it matters.
#
# The network is a chain of small steps, from $X$ to $L$.
# The chain rule says: slopes along a chain multiply.
# So we start at the end, with the slope of $L$ against $\hat y$, and walk back step by step, each time multiplying by one local slope.
# We write $d\hat y$ for the slope of $L$ against $\hat y$, $dz_2$ for its slope against $z_2$, and so on: `dW1` is $\partial L / \partial W_1$.
# (The round d of $\partial$ says that all other variables are held still.)
#
# Three facts hold the whole thing together.
#
# - A gradient has the **shape of its variable**: `dW1` has the shape of `W1`.
# - The local slopes need numbers of the forward pass: that is why it **saves** them.
# - Each step back **reuses** the result of the step before: nothing is computed twice.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_two_passes())

# %% [markdown]
# **What to look at.**
# The upper row runs to the right, the lower row to the left.
# The word at each arrow that leads back or down is what this step reuses: a saved value, a weight or the targets.
# The slopes of the parameters, in the bottom row, fall off on the way.

# %% [markdown]
# ### By hand, with the smallest network
#
# Take the worked example of exercise 5.2, with the target $y = 0$.
# Every array has a single entry, so this is plain arithmetic.
#
# | forward | | backward | |
# |---|---|---|---|
# | $z_1 = x\,W_1 + b_1$ | $2 \cdot 0 + 0 = 0$ | $d\hat y = 2\,(\hat y - y)$ | $2 \cdot 0.5 = 1$ |
# | $a_1 = \sigma(z_1)$ | $0.5$ | $dz_2 = d\hat y \cdot \hat y\,(1 - \hat y)$ | $1 \cdot 0.25 = 0.25$ |
# | $z_2 = a_1 W_2 + b_2$ | $0.5 \cdot 2 - 1 = 0$ | $dW_2 = a_1 \cdot dz_2$ and $db_2 = dz_2$ | $0.125$ and $0.25$ |
# | $\hat y = \sigma(z_2)$ | $0.5$ | $da_1 = dz_2 \cdot W_2$ | $0.25 \cdot 2 = 0.5$ |
# | $L = (\hat y - y)^2$ | $0.25$ | $dz_1 = da_1 \cdot a_1\,(1 - a_1)$ | $0.5 \cdot 0.25 = 0.125$ |
# | | | $dW_1 = x \cdot dz_1$ and $db_1 = dz_1$ | $0.25$ and $0.125$ |
#
# Read the right half from top to bottom: each line takes the result of a line above it and multiplies by one local slope.
# The slope of the sigmoid is its value times what is missing to one, $\sigma' = \sigma\,(1 - \sigma)$, so the saved $\hat y$ and $a_1$ are all it takes.
#
# Never believe a table: measure.
# Turn each parameter a little to both sides and look at what the loss does.


# %%
def tiny_loss(W1, b1, W2, b2):
    a = sigmoid(2.0 * W1 + b1)
    return (sigmoid(a * W2 + b2) - 0.0) ** 2


place = {"W1": 0.0, "b1": 0.0, "W2": 2.0, "b2": -1.0}
for name, value in place.items():
    ahead = tiny_loss(**{**place, name: value + 1e-5})
    behind = tiny_loss(**{**place, name: value - 1e-5})
    print(f"d{name} measured: {(ahead - behind) / 2e-5:.6f}")

# %% [markdown]
# ### From numbers to matrices
#
# With many examples and many units only the layer $z = aW + b$ needs thought.
# Let $a$ have the shape $(n, p)$ and $W$ the shape $(p, m)$, so that $z$ has the shape $(n, m)$.
# Entry by entry, for example $i$ and unit $j$,
#
# $$z_{ij} = \sum_k a_{ik} W_{kj} + b_j.$$
#
# In words: the sum, over all $p$ inputs $k$ of the layer, of input times weight, plus the bias.
#
# Suppose that $dz$, of the shape $(n, m)$, is known already.
#
# **Weights.** $W_{kj}$ appears in $z_{ij}$ for every example $i$, with the slope $a_{ik}$.
# Where a number has several ways to the loss, the slopes of all ways add up: $dW_{kj} = \sum_i a_{ik}\,dz_{ij}$.
# This is a matrix product with the first factor **transposed**, its rows turned into columns, which is written with a raised $T$:
#
# $$dW = a^T dz, \qquad (p, n)\,(n, m) = (p, m).$$
#
# In words: a weight's slope is what came in, times the slope of what went out, added up over the examples.
#
# **Biases.** $b_j$ appears in $z_{ij}$ for every example, with the slope 1: $db_j = \sum_i dz_{ij}$, the sum over the rows of $dz$, of shape $(m,)$.
#
# **Inputs of the layer.** $a_{ik}$ appears in $z_{ij}$ for every unit $j$, with the slope $W_{kj}$: $da_{ik} = \sum_j dz_{ij} W_{kj}$, which is
#
# $$da = dz\,W^T, \qquad (n, m)\,(m, p) = (n, p).$$
#
# In words: the slopes of what went out, sent back through the same weights.
#
# When $n$, $p$ and $m$ are different, the shapes leave no choice: no other product of these two matrices has the shape of the variable.
# Matrix products must not be swapped.
#
# **Sigmoid.** $a_{ij} = \sigma(z_{ij})$ acts on each entry alone: $dz = da \odot a \odot (1 - a)$, where $\odot$ means "entry by entry".
#
# **Loss.** $L$ is the mean over $N$ entries, each squared: $d\hat y = \frac{2}{N}\,(\hat y - y)$.
#
# Put together, in the order of the walk back:
#
# | step | formula | shape for 2 → 4 → 1 |
# |---|---|---|
# | 1 | $d\hat y = \frac{2}{N}\,(\hat y - y)$ | (n, 1) |
# | 2 | $dz_2 = d\hat y \odot \hat y \odot (1 - \hat y)$ | (n, 1) |
# | 3 | $dW_2 = a_1^T\, dz_2$ and $db_2 = \sum_{\text{rows}} dz_2$ | (4, 1) and (1,) |
# | 4 | $da_1 = dz_2\, W_2^T$ | (n, 4) |
# | 5 | $dz_1 = da_1 \odot a_1 \odot (1 - a_1)$ | (n, 4) |
# | 6 | $dW_1 = X^T dz_1$ and $db_1 = \sum_{\text{rows}} dz_1$ | (2, 4) and (4,) |

# %% [markdown]
# ### Exercise 5.4: backward (5 points)
#
# Turn the table into code.
# `cache` is what `forward` saved: a dict with `X`, `z1`, `a1`, `z2`, `y_hat`.
# Return a dict with the keys of `params`; each entry is the gradient of the loss `mse_loss(y_hat, y)` and has the shape of its parameter.
#
# - It must work for any number of examples, any layer sizes and several outputs.
# - Use the formulas, not differences: the hidden check has slopes too small for differences to see.
# - It only computes. It changes neither `params` nor `cache`: a function that also updates the weights could not be checked.
#
# Worked example: the table above, with `dW1` = 0.25, `db1` = 0.125, `dW2` = 0.125, `db2` = 0.25.
# A larger one: in a network 2 → 3 → 1 let $W_1 = 0$ and $b_1 = 0$, so that all of $a_1$ is 0.5, and let the columns of $X$ sum to 4 and 6.
# If every row of $dz_1$ is $(0.0625, 0.125, -0.1875)$, then $dW_1$ has the rows $4 \cdot (0.0625, 0.125, -0.1875)$ and $6 \cdot (0.0625, 0.125, -0.1875)$.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Write the six steps in order, one or two lines each, and print the shape of every result beside the shape in the table.
#
# </details>
# <details><summary>Hint 2: I get a shape error in a product</summary>
#
# Compare with the formulas: which factor is transposed, and on which side does it stand?
# <code>A.T</code> is the transpose of A.
#
# </details>
# <details><summary>Hint 3: the biases have the wrong shape</summary>
#
# <code>A.sum(axis=0)</code> sums over the rows: from (n, m) to (m,).
#
# </details>
# <details><summary>Hint 4: right for one example, wrong for several</summary>
#
# The loss is a mean.
# Where does N stand in step 1, and is it the number of all entries of y?
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "backward", "locked": false, "schema_version": 3, "solution": true, "task": false}
def backward(params, cache, y):
    """Gradient of the mean squared error against every parameter.

    Parameters
    ----------
    params : dict with W1 (n_in, n_hidden), b1 (n_hidden,),
        W2 (n_hidden, n_out), b2 (n_out,)
    cache : dict with X (n, n_in), z1 and a1 (n, n_hidden),
        z2 and y_hat (n, n_out)
    y : array, shape (n, n_out)

    Returns
    -------
    dict with W1, b1, W2, b2: each has the shape of the parameter
    """
    ### BEGIN SOLUTION
    a1, y_hat = cache["a1"], cache["y_hat"]
    dy_hat = 2 * (y_hat - y) / y.size  # (n, n_out)
    dz2 = dy_hat * y_hat * (1 - y_hat)
    da1 = dz2 @ params["W2"].T  # (n, n_hidden)
    dz1 = da1 * a1 * (1 - a1)
    return {
        "W1": cache["X"].T @ dz1,
        "b1": dz1.sum(axis=0),
        "W2": a1.T @ dz2,
        "b2": dz2.sum(axis=0),
    }
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_backward", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The backward pass gives the slope of the loss along every parameter."""
tiny = {"W1": np.array([[0.0]]), "b1": np.array([0.0])}
tiny |= {"W2": np.array([[2.0]]), "b2": np.array([-1.0])}
cache = {"X": np.array([[2.0]]), "z1": np.array([[0.0]])}
cache |= {"a1": np.array([[0.5]]), "z2": np.array([[0.0]])}
cache |= {"y_hat": np.array([[0.5]])}
slopes = {"W1": np.array([[0.25]]), "b1": np.array([0.125])}
slopes |= {"W2": np.array([[0.125]]), "b2": np.array([0.25])}
check.value(backward, tiny, cache, np.array([[0.0]]), expected=slopes)
# Three times the same example: the mean, and so its slope, is the same.
for key in cache:
    cache[key] = np.repeat(cache[key], 3, axis=0)
counts = {"the number of examples": 3}
target = np.zeros((3, 1))
check.value(backward, tiny, cache, target, expected=slopes, suspects=counts)
# Two examples, three hidden units.
wide = {"W1": np.zeros((2, 3)), "b1": np.zeros(3)}
wide |= {"W2": np.array([[2.0], [4.0], [-6.0]]), "b2": np.zeros(1)}
cache = {"X": np.array([[1.0, 2.0], [3.0, 4.0]]), "z1": np.zeros((2, 3))}
cache |= {"a1": np.full((2, 3), 0.5), "z2": np.zeros((2, 1))}
cache |= {"y_hat": np.full((2, 1), 0.5)}
slopes = {"W1": np.array([[0.25, 0.5, -0.75], [0.375, 0.75, -1.125]])}
slopes |= {"b1": np.array([0.125, 0.25, -0.375])}
slopes |= {"W2": np.full((3, 1), 0.125), "b2": np.array([0.25])}
counts = {"the number of examples": 2}
target = np.zeros((2, 1))
check.value(backward, wide, cache, target, expected=slopes, suspects=counts)


### BEGIN HIDDEN TESTS
def saved(net, batch):
    z1 = batch @ net["W1"] + net["b1"]
    a1 = 1 / (1 + np.exp(-z1))
    z2 = a1 @ net["W2"] + net["b2"]
    y_hat = 1 / (1 + np.exp(-z2))
    return {"X": batch, "z1": z1, "a1": a1, "z2": z2, "y_hat": y_hat}


def measured(net, batch, target, key, spot):
    """The slope of the loss along one entry, by a complex step."""
    unit = np.zeros(net[key].shape)
    unit[spot] = 1.0

    def loss(t):
        y_hat = saved({**net, key: net[key] + t * unit}, batch)["y_hat"]
        return np.mean((y_hat - target) ** 2)

    return dc.numeric.complex_step(loss, 0.0)


def compare(net, batch, target, atol):
    slopes = {key: np.zeros(value.shape) for key, value in net.items()}
    for key, slope in slopes.items():
        for spot in np.ndindex(slope.shape):
            slope[spot] = measured(net, batch, target, key, spot)
    counts = {"the number of examples": len(target)}
    counts |= {"the number of entries of y": target.size}
    check.value(
        backward,
        net,
        saved(net, batch),
        target,
        expected=slopes,
        suspects=counts,
        atol=atol,
    )


rng = check.rng()
shapes = [(1, 2, 4, 1), (3, 2, 4, 1), (7, 2, 4, 1)]
shapes += [(3, 3, 3, 3), (7, 4, 2, 3), (1, 1, 3, 2)]
for n, n_in, n_hidden, n_out in shapes:
    net = {"W1": rng.normal(size=(n_in, n_hidden))}
    net |= {"b1": rng.normal(size=n_hidden)}
    net |= {"W2": rng.normal(size=(n_hidden, n_out))}
    net |= {"b2": rng.normal(size=n_out)}
    target = rng.uniform(size=(n, n_out))
    compare(net, rng.normal(size=(n, n_in)), target, atol=1e-9)
# Far out the slopes are tiny: no difference of losses could see them.
net = {"W1": rng.normal(size=(2, 4)), "b1": rng.normal(size=4)}
net |= {"W2": rng.uniform(-0.5, 0.5, size=(4, 1)), "b2": np.array([-16.0])}
compare(net, rng.normal(size=(3, 2)), np.ones((3, 1)), atol=0)
### END HIDDEN TESTS

# %% [markdown]
# ## 4. Gradient checking
#
# How do you know that a gradient is right, when nobody has checked it for you?
# Measure it: turn one parameter by $h$ to both sides, and compare.
# This is slow, but it needs nothing except the loss, and so it cannot share a mistake with the backward pass.
#
# Let $g$ be an entry of the gradient that somebody computed, and $m$ the measured slope.
# How far apart they are is judged relative to their size:
#
# $$\text{error} = \frac{|g - m|}{\max(|g|,\ |m|,\ 10^{-3})}.$$
#
# In words: the distance, divided by the larger of the two sizes, but never by less than a thousandth.
# Without the $10^{-3}$ an entry whose true slope is 0 would be trouble.
# Its measurement is a speck of rounding, such as $10^{-12}$, and a speck divided by itself is 1; and 0 divided by 0 is NaN, "not a number".
#
# A right gradient has errors far below $10^{-6}$, a wrong one has at least one error far above.

# %% [markdown]
# ### Exercise 5.5: gradient check (2 points)
#
# Given are a function `loss` of a dict of parameters, the dict `params`, and a dict `grads` to be checked.
# Return the **largest** error of all entries of all parameters.
#
# - Measure with central differences and $h = 10^{-5}$ for every entry: $m = (L(w + h) - L(w - h)) / (2h)$.
# - The arrays may have any shape. `grads` has the keys of `params`, perhaps in another order.
# - `params` must be exactly the same after the call as before.
# - If `grads` holds a NaN or an infinity, return `np.inf` or NaN: broken numbers must never pass for a small error.
#   Beware: Python's `max(0.0, float("nan"))` is 0.0.
#
# Worked example: for $L = w^2$ at $w = 1$ the slope is 2.
# A gradient of 3 has the error $|3 - 2| / 3 = 1/3$; a gradient of 2 has an error near 0.
#
# <details><summary>Hint 1: how to visit every entry of an array of any shape</summary>
#
# <code>for place in np.ndindex(w.shape):</code> runs through all places, and <code>w[place]</code> is the entry there.
#
# </details>
# <details><summary>Hint 2: params is changed after the call</summary>
#
# Adding h and subtracting it again leaves a rounding error behind.
# Work on copies: <code>{key: value.copy() for key, value in params.items()}</code>.
#
# </details>
# <details><summary>Hint 3: a NaN slips through</summary>
#
# Collect all errors in a list, and test them with <code>np.isfinite</code> before you take the largest.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "gradient_check", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_check(loss, params, grads):
    """The largest error of a gradient, compared with central differences.

    Parameters
    ----------
    loss : function of a dict of parameters that returns a number
    params : dict of arrays
    grads : dict of arrays with the same keys and shapes, to be checked

    Returns
    -------
    number
    """
    ### BEGIN SOLUTION
    h, errors = 1e-5, []
    shifted = {key: value.copy() for key, value in params.items()}
    for key, value in params.items():
        for place in np.ndindex(value.shape):
            shifted[key][place] = value[place] + h
            ahead = loss(shifted)
            shifted[key][place] = value[place] - h
            behind = loss(shifted)
            shifted[key][place] = value[place]
            g, m = grads[key][place], (ahead - behind) / (2 * h)
            errors.append(abs(g - m) / max(abs(g), abs(m), 1e-3))
    return max(errors) if np.all(np.isfinite(errors)) else np.inf
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gradient_check", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The gradient check accepts a right gradient and finds a planted bug."""
bowl = lambda params: params["w"][0] ** 2 + 5 * params["w"][1]
spot = {"w": np.array([1.0, 4.0])}
right = {"w": np.array([2.0, 5.0])}
check.between(gradient_check, bowl, spot, right, low=0.0, high=1e-6)
wrong = {"w": np.array([3.0, 5.0])}
check.value(gradient_check, bowl, spot, wrong, expected=1 / 3)
wrong = {"w": np.array([2.0, -5.0])}
check.value(gradient_check, bowl, spot, wrong, expected=2.0)
### BEGIN HIDDEN TESTS
rng = check.rng()
c = rng.uniform(0.5, 2, size=(2, 3)) * rng.choice([-1, 1], size=(2, 3))
c[1, 1] = -abs(c[1, 1])  # one slope is negative for certain


def curved(params):
    """Its slope along the last entry of s is 0."""
    bend = np.sum(c * params["W"] ** 2) + np.sum(params["b"] ** 3)
    return bend + params["s"][0, 0, 0] ** 2 - 7


W, b = rng.uniform(0.5, 2, size=(2, 3)), rng.uniform(0.5, 2, size=3)
s = rng.uniform(0.5, 2, size=(1, 1, 2))
spot = {"W": W, "b": b, "s": s}
right = {"s": 2 * s * [1, 0], "b": 3 * b**2, "W": 2 * c * W}
asked = "A right gradient has errors below 1e-6."
check.between(
    gradient_check, curved, spot, right, low=0.0, high=1e-6, asked=asked
)


def planted(key, place, number):
    wrong = {name: value.copy() for name, value in right.items()}
    wrong[key][place] = number
    return wrong


asked = "A planted bug is found, and its error is what is returned."
bugs = [("W", (0, 0), -1.0), ("W", (1, 2), 1.01)]
bugs += [("W", (1, 1), 0.5), ("b", (1,), 0.5), ("s", (0, 0, 0), 3.0)]
for key, place, factor in bugs:
    wrong = planted(key, place, factor * right[key][place])
    error = abs(factor - 1) / max(abs(factor), 1)
    check.value(
        gradient_check, curved, spot, wrong, expected=error, asked=asked
    )
two = planted("W", (0, 0), 1.01 * right["W"][0, 0])
two["W"][1, 2], two["b"][0] = -right["W"][1, 2], 0.5 * right["b"][0]
asked = "Of several bugs the one with the largest error counts."
check.value(gradient_check, curved, spot, two, expected=2.0, asked=asked)
# For w³ at 0 the measured slope is h²: this shows the step.
asked = "The step is 1e-5."
cube, flat = lambda params: params["w"][0] ** 3, {"w": np.zeros(1)}
given = (cube, flat, flat)
check.value(gradient_check, *given, expected=1e-7, atol=0, asked=asked)
asked = "Where both numbers are small, a thousandth divides the distance."
wrong = planted("s", (0, 0, 1), -1e-4)
check.value(gradient_check, curved, spot, wrong, expected=0.1, asked=asked)
asked = "A NaN or an infinity in the gradient never passes for a small error."
pair = lambda params: params["u"][0] ** 2 + 3 * params["v"][0]
there, slopes = {"u": np.ones(1), "v": np.ones(1)}, {"u": [2.0], "v": [3.0]}
for key in "uv":
    for broken in [np.nan, np.inf]:
        wrong = {k: np.array(slopes[k]) for k in slopes}
        wrong[key][0] = broken
        told = check.call(gradient_check, pair, there, wrong)
        found = isinstance(told, float) and not np.isfinite(told)
        given = f"{told} for a gradient with {broken}"
        check.holds(found, gradient_check, asked, yours=given)
# A network of nine parameters. Its answers stay below 1 and unsaturated,
# so that against these targets the slope along b2 is never small.
net = {"W1": rng.uniform(-1, 1, size=(2, 2)), "b1": rng.uniform(-1, 1, size=2)}
net |= {
    "W2": rng.uniform(-1, 1, size=(2, 1)),
    "b2": rng.uniform(-1, 1, size=1),
}
batch = rng.uniform(-1, 1, size=(3, 2))
target = rng.uniform(1.5, 2, size=(3, 1))


def wave(params):
    hidden = np.tanh(batch @ params["W1"] + params["b1"])
    answer = np.tanh(hidden @ params["W2"] + params["b2"])
    return np.mean((answer - target) ** 2)


def slope_of_wave(key, place):
    unit = np.zeros(net[key].shape)
    unit[place] = 1.0
    along = lambda t: wave({**net, key: net[key] + t * unit})
    return dc.numeric.complex_step(along, 0.0)


exact = {key: np.zeros(value.shape) for key, value in net.items()}
for key, slope in exact.items():
    for place in np.ndindex(slope.shape):
        slope[place] = slope_of_wave(key, place)
check.between(gradient_check, wave, net, exact, low=0.0, high=1e-6)
doubled = {key: 2 * value for key, value in exact.items()}
check.between(gradient_check, wave, net, doubled, low=0.4, high=0.500001)
### END HIDDEN TESTS

# %% [markdown]
# Now turn your check on your own `backward`, at random weights: first as it is, then with the sign of `b2` spoiled on purpose.

# %% tags=["demo", "raises-exception"]
at = check.call(init_params, 2, 4, 1, np.random.default_rng(0))
grads = check.call(backward, at, check.call(forward, at, X)[1], y)


def xor_loss(params):
    return mse_loss(forward(params, X)[0], y)


spoiled = {**grads, "b2": -grads["b2"]}
for told, tried in [("as it is:", grads), ("spoiled: ", spoiled)]:
    error = check.call(gradient_check, xor_loss, at, tried)
    print(f"{told} largest error {error:.1e}")

# %% [markdown]
# The first error should be far below $10^{-6}$.
# The second is 2: a wrong sign makes the distance twice the size.
#
# There are many more ways to go wrong.
# The picture compares a gradient of our 2 → 4 → 1 network with the measured one.
# Once your `backward` and `forward` are written, the gradient is yours.

# %% tags=["demo", "raises-exception"]
dc.widgets.bug_injector(backward, forward)

# %% [markdown]
# **What to look at.**
# Rings are measured, triangles come from the backward pass; without a bug every triangle sits in its ring.
# Choose the bugs one after another, and look at the training curve on the right.
# Several of the broken gradients still train the network, some hardly slower than the right one.
# A falling loss is no proof of a right gradient; the check in the lower picture finds every one of them.

# %% [markdown]
# ## 5. What the backward pass costs
#
# Why not measure always, and skip the algebra?
# Count multiplications of matrix entries, for one example.
# The forward pass needs one for each weight.
# The backward pass needs one for each entry of $dW$ and, except in the first layer, one more for $da$.
# Central differences need two whole forward passes for each parameter.

# %%
for sizes in [(2, 4, 1), (784, 100, 10), (784, 500, 500, 10)]:
    below, above = np.array(sizes[:-1]), np.array(sizes[1:])
    there = np.sum(below * above)
    back = there + np.sum(below[1:] * above[1:])
    parameters = np.sum((below + 1) * above)
    print(f"{' → '.join(map(str, sizes))}: {parameters} parameters")
    print(f"  forward {there:,}   backward {back:,}")
    print(f"  differences {2 * parameters * there:,}")

# %% [markdown]
# One backward pass gives the slopes of **all** parameters for the price of one to two forward passes, however many parameters there are.
# Differences need two passes for **each** parameter.
# For the second network, with 79,510 parameters, that is the difference between 80,400 multiplications and more than twelve billion.
# This is what makes deep learning possible.
#
# The price is memory: the cache has to keep the activations of every layer until the backward pass has used them.

# %% [markdown]
# ## 6. Training
#
# Now all pieces are there.
# Gradient descent takes a step against the gradient, again and again:
#
# $$W \leftarrow W - \eta\, dW.$$
#
# In words: the new weight is the old one minus the **learning rate** $\eta$ ("eta") times its slope.
# Where the slope is positive the weight goes down, where it is negative the weight goes up: downhill in both cases.

# %% [markdown]
# ### Exercise 5.6: one step (1 point)
#
# Return a new dict with every parameter moved one step.
# It must work for any keys and shapes.
# The old parameters must stay as they are, and the new arrays must not share memory with the old ones, not even when the step is zero.
#
# Worked example: $w = (1, 2)$ with the gradient $(10, -10)$ and the learning rate 0.1 becomes $(0, 3)$.
#
# <details><summary>Hint: my old parameters change as well</summary>
#
# <code>w -= …</code> changes the array itself, for everybody who holds it.
# <code>w - …</code> makes a new array.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "sgd_step", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sgd_step(params, grads, lr):
    """The parameters after one step of gradient descent.

    Parameters
    ----------
    params, grads : dicts of arrays with the same keys and shapes
    lr : number, the learning rate

    Returns
    -------
    dict of new arrays, same keys and shapes
    """
    ### BEGIN SOLUTION
    return {key: params[key] - lr * grads[key] for key in params}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_sgd_step", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""A step goes against the gradient, and leaves the old parameters alone."""
old, slope = {"w": np.array([1.0, 2.0])}, {"w": np.array([10.0, -10.0])}
new = {"w": np.array([0.0, 3.0])}
rates = {"the learning rate": 0.1}
check.value(sgd_step, old, slope, 0.1, expected=new, suspects=rates)
### BEGIN HIDDEN TESTS
rng = check.rng()
old = {"W1": rng.normal(size=(2, 4)), "b1": rng.normal(size=4)}
old |= {"W2": rng.normal(size=(4, 1)), "b2": rng.normal(size=1)}
slope = {key: rng.normal(size=old[key].shape) for key in reversed(old)}
rate = rng.uniform(0.1, 0.9)
new = {key: old[key] - rate * slope[key] for key in old}
rates = {"the learning rate": rate}
check.value(sgd_step, old, slope, rate, expected=new, suspects=rates)
one, new = {"q": np.ones((3, 3))}, {"q": np.eye(3) + 1.5}
check.value(sgd_step, {"q": np.eye(3)}, one, -1.5, expected=new)
asked = "The new arrays share no memory with the old, even for a zero step."
flat = {key: np.zeros_like(value) for key, value in old.items()}
for rate, still in [(0.0, slope), (1.0, flat)]:
    check.value(sgd_step, old, still, rate, expected=old)
    new = sgd_step(old, still, rate)
    pairs = [(np.asarray(new[key]), old[key]) for key in old]
    shared = any(np.shares_memory(*pair) for pair in pairs)
    check.holds(new is not old and not shared, sgd_step, asked)
### END HIDDEN TESTS

# %% [markdown]
# ### Exercise 5.7: train (3 points)
#
# Repeat `epochs` times, each time with **all** examples: forward, loss, backward, step.
# Return the final parameters, and the losses as a list (or array) of exactly `epochs` numbers.
# Each loss is the one **before** that epoch's step, so the first number belongs to the parameters that were given.
#
# - Use plain gradient descent, and your functions from above if you like.
# - Start from `params`, and leave them unchanged. `epochs` is at least 1.
#
# Worked example: one epoch with the rate 1 on the smallest network of section 3.
# The losses are `[0.25]`, and the new parameters are $W_1 = 0 - 0.25$, $b_1 = 0 - 0.125$, $W_2 = 2 - 0.125$, $b_2 = -1 - 0.25$.
#
# <details><summary>Hint 1: the loop</summary>
#
# <code>for epoch in range(epochs):</code> and four lines, one for each of the four words above.
#
# </details>
# <details><summary>Hint 2: the loss never changes</summary>
#
# A step returns new parameters.
# Are they the ones that the next round uses?
#
# </details>
# <details><summary>Hint 3: all losses are right, but shifted by one place</summary>
#
# Write the loss down before the step, not after it.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "train", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train(params, X, y, lr, epochs):
    """Gradient descent on the loss, with all examples in every epoch.

    Parameters
    ----------
    params : dict with W1, b1, W2, b2, to start from
    X : array, shape (n, n_in)
    y : array, shape (n, n_out)
    lr : number, the learning rate
    epochs : whole number, how many steps

    Returns
    -------
    params : dict of arrays, after the last step
    losses : list of `epochs` numbers, the loss before each step
    """
    ### BEGIN SOLUTION
    losses = []
    for _ in range(epochs):
        y_hat, cache = forward(params, X)
        losses.append(mse_loss(y_hat, y))
        params = sgd_step(params, backward(params, cache, y), lr)
    return params, losses
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_train", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Training lowers the loss step by step, until XOR is solved."""
parts = ("params", "losses")
tiny = {"W1": np.array([[0.0]]), "b1": np.array([0.0])}
tiny |= {"W2": np.array([[2.0]]), "b2": np.array([-1.0])}
after = {"W1": np.array([[-0.25]]), "b1": np.array([-0.125])}
after |= {"W2": np.array([[1.875]]), "b2": np.array([-1.25])}
one, nought = np.array([[2.0]]), np.array([[0.0]])
outcome = (after, [0.25])
check.value(train, tiny, one, nought, 1.0, 1, expected=outcome, names=parts)
# XOR, from a start that is irregular but the same each time.
begin = {"W1": np.cos(np.arange(1.0, 9.0)).reshape(2, 4), "b1": np.zeros(4)}
begin |= {"W2": np.cos(np.arange(9.0, 13.0)).reshape(4, 1)}
begin |= {"b2": np.zeros(1)}
inputs, targets = dc.data.xor_data()
outcome = check.call(train, begin, inputs, targets, 5.0, 300)
asked = "300 epochs give parameters of the same shapes, and 300 losses."
shapes = (begin, np.zeros(300))
check.same(outcome, shapes, "(params, losses)", atol=np.inf, asked=asked)
last = outcome[1][-1]
asked = "From this start 300 epochs bring the loss below 0.01."
check.holds(last < 0.01, train, asked, yours=f"loss {last:.4f}")


### BEGIN HIDDEN TESTS
def loss_of(net, batch, target):
    hidden = 1 / (1 + np.exp(-(batch @ net["W1"] + net["b1"])))
    answer = 1 / (1 + np.exp(-(hidden @ net["W2"] + net["b2"])))
    return np.mean((answer - target) ** 2)


def slope_along(net, batch, target, key, spot):
    unit = np.zeros(net[key].shape)
    unit[spot] = 1.0
    moved = lambda t: {**net, key: net[key] + t * unit}
    along = lambda t: loss_of(moved(t), batch, target)
    return dc.numeric.complex_step(along, 0.0)


def a_few_steps(net, batch, target, rate, steps):
    history = []
    for _ in range(steps):
        history.append(loss_of(net, batch, target))
        new = {key: value.copy() for key, value in net.items()}
        for key, value in new.items():
            for spot in np.ndindex(value.shape):
                slope = slope_along(net, batch, target, key, spot)
                value[spot] -= rate * slope
        net = new
    return net, history


rng = check.rng()
shapes = [(5, 3, 2, 2, 6), (1, 2, 4, 1, 1), (7, 2, 3, 1, 3)]
for n, n_in, n_hidden, n_out, steps in shapes:
    net = {"W1": rng.normal(size=(n_in, n_hidden))}
    net |= {"b1": rng.normal(size=n_hidden)}
    net |= {"W2": rng.normal(size=(n_hidden, n_out))}
    net |= {"b2": rng.normal(size=n_out)}
    batch, target = rng.normal(size=(n, n_in)), rng.uniform(size=(n, n_out))
    given = (net, batch, target, rng.uniform(0.5, 3), steps)
    check.value(train, *given, expected=a_few_steps(*given), names=parts)
# A loss that is small already is no reason to stop.
net = {"W1": rng.normal(size=(2, 3)), "b1": rng.normal(size=3)}
net |= {"W2": np.zeros((3, 1)), "b2": np.zeros(1)}
batch = rng.normal(size=(5, 2))
target = 0.5 + 0.02 * rng.choice([-1, 1], size=(5, 1))
given = (net, batch, target, 1.0, 4)
check.value(train, *given, expected=a_few_steps(*given), names=parts)
# From these seeds plain gradient descent solves XOR within 300 epochs.
seeds = [2, 3, 4, 6, 8, 11, 13, 14, 15, 16, 17, 18]
inputs, targets = dc.data.xor_data()
for seed in rng.choice(seeds, size=3, replace=False):
    draw = np.random.default_rng(seed)
    net = {"W1": draw.normal(0, 0.5, size=(2, 4)), "b1": np.zeros(4)}
    net |= {"W2": draw.normal(0, 0.5, size=(4, 1)), "b2": np.zeros(1)}
    outcome = check.call(train, net, inputs, targets, 5.0, 400)
    asked = "400 epochs give parameters of the same shapes, and 400 losses."
    shapes = (net, np.zeros(400))
    check.same(outcome, shapes, "(params, losses)", atol=np.inf, asked=asked)
    final, history = outcome
    _, first = a_few_steps(net, inputs, targets, 5.0, 6)
    check.same(history[:6], first, "losses[:6]")
    last = loss_of(final, inputs, targets)
    asked = "From several starts 400 epochs bring the loss below 0.01."
    check.holds(last < 0.01, train, asked, yours=f"loss {last:.4f}")
    down = last <= history[-1] < history[0]
    check.holds(down, train, "The loss goes down.")
### END HIDDEN TESTS

# %% [markdown]
# Let it learn: 600 epochs with the learning rate 5, from random weights.

# %% tags=["demo", "raises-exception"]
dc.plotting.show(dc.plotting.plot_training(train, forward))

# %% [markdown]
# **What to look at.**
# On the left is the loss, on a logarithmic axis.
# For about 200 epochs it hardly moves from 0.25: a **plateau**.
# Then it falls quickly, and on the right the answers near 0 and 1 sit at the right points.
#
# Why 0.25? A network that gives the same answer $c$ to all four examples misses two of them by $c$ and two by $1 - c$.
# Its loss is $\tfrac14\,(2 c^2 + 2\,(1 - c)^2)$.
# This is smallest at $c = \tfrac12$, where it is $\tfrac14$.
#
# The starting weights are small, and over a short range the sigmoid is almost straight.
# So at first the whole network is almost a straight-line rule, and the best of those answers one half everywhere, as section 1 showed.
# It can leave only when some weights have grown so large that their sigmoids bend; and while they hardly bend, the slopes that make them grow are tiny.
# A flat loss curve does not always mean that learning is over.
#
# Scrub through the run.
# The dotted lines are the hidden units' own borders, where their sums $z_1$ are 0; the solid line is where the answer is ½.

# %% tags=["demo", "raises-exception"]
dc.widgets.training_scrubber(train, forward)

# %% [markdown]
# **What to look at.**
# On the plateau the whole plane is nearly white: one half everywhere.
# Then one triangle gets its own region, and a little later the other one.

# %% [markdown]
# ## 7. Starts that never learn
#
# Predict before you run on; this question is for you alone and not graded.
# Suppose that all weights and biases start at 0.
# What happens in training?
#
# - **A**: it learns as usual, perhaps a little later.
# - **B**: the loss falls, but gets stuck halfway.
# - **C**: nothing at all: not one of the 17 numbers ever changes.
#
# Decide first, with a reason.
# The table of section 3 has all you need.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_starts())

# %% [markdown]
# **What to look at.**
# From zeros (dashed) the loss is a horizontal line at 0.25: the answer is C.
# From all weights 0.5 (dash-dotted) it falls a little and then stays at 0.17.
# Only the random start (solid) solves XOR.
#
# Walk back by hand from zeros: every $\hat y$ is 0.5, so $dz_2$ is 0.0625 for the two examples with target 0 and $-0.0625$ for the two with target 1.
# Their sum is 0, so $db_2 = 0$; all of $a_1$ is 0.5, so $dW_2 = 0$ for the same reason; and $W_2 = 0$ makes $da_1 = 0$, hence $dW_1 = 0$ and $db_1 = 0$.
#
# With all weights 0.5 the slopes are not zero, but the four hidden units get the same inputs, the same weights and so the same slopes.
# Four equal units stay equal after every step: together they are worth one single unit, and one is not enough.
# Random starting weights **break the symmetry**.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_seeds())

# %% [markdown]
# **What to look at.**
# Each line is one run of 1000 epochs from another random start (the runs were made beforehand).
# With two hidden units 79 of 100 runs solve XOR, with four all 100 do.
# The dashed runs fail in two ways.
# About half are on the plateau at 0.25, or have left it too late to finish.
# The others have settled near 0.125: there two examples are right and the other two get the answer one half, since $(0 + 0 + \tfrac14 + \tfrac14)/4 = 0.125$.
# More units than necessary make it likelier that some of them start in a useful place.
#
# Try it: change the number of hidden units and the start.
# Here the rate is 10 and a run has 300 epochs.

# %% tags=["demo", "raises-exception"]
dc.widgets.start_explorer(train, forward)

# %% [markdown]
# **What to look at.**
# One hidden unit never succeeds.
# With a spread of 0.05 all weights start near 0, and the plateau is long; with a spread of 2 it is short.
# From equal weights all dotted lines lie on top of each other, perhaps outside the picture; from zeros there are none.

# %% [markdown]
# ## 8. Many classes: softmax and cross-entropy
#
# XOR has one yes-or-no answer.
# A network that tells ten digits apart has ten outputs, one **score** (or *logit*) $z_k$ for each class.
# **Softmax** turns scores into probabilities $p_k$ that are positive and sum to 1.
# **Cross-entropy** is the loss: minus the logarithm of the probability of the right class $c$.
#
# $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \qquad L = -\ln p_c = -z_c + \ln \sum_j e^{z_j}.$$
#
# In words: raise e to each score and divide by the total.
# The loss is the logarithm of that total, minus the score of the right class.
# It is small when the right class got a probability near 1, and grows without bound as that probability goes to 0.
#
# The slope is short.
# The first term, $-z_c$, has the slope $-1$ against $z_c$ and 0 against the others.
# The second has, by the chain rule, the slope $e^{z_k} / \sum_j e^{z_j} = p_k$.
# Together:
#
# $$\frac{\partial L}{\partial z_k} = p_k - t_k, \qquad t_k = 1 \text{ for } k = c, \text{ else } 0.$$
#
# In words: the probability given, minus the one wanted.
# No slope of an activation is left in it, so a network that is badly wrong learns quickly, instead of sitting on a flat sigmoid.
#
# There is one trap: $e^{1000}$ overflows.
# Subtracting the same number from all scores of a row multiplies numerator and denominator by the same factor and changes nothing.
# Subtract the largest score of the row, and every exponent is at most 0.

# %% [markdown]
# ### Exercise 5.8: softmax with cross-entropy (2 points)
#
# `logits` has one row for each example and one column for each class; `labels` holds the number of the right class for each example, counted from 0.
# Return the loss, the **mean** over the batch, and its gradient `dlogits` of the shape of `logits`.
#
# - Scores up to $\pm 1000$ must give the right, finite result without a NumPy warning, also when the rows differ much from each other.
# - Compute the gradient by the formula, not by differences, which cannot see the smallest slopes.
# - A probability may be so small that the computer makes it 0, which has no logarithm.
#   So take the logarithm on paper first, as in $-z_c + \ln \sum_j e^{z_j}$.
#
# Worked example: the scores $(0, 0)$ with label 0 have the probabilities ½ and ½, the loss $\ln 2 \approx 0.693147$, and the gradient $(-0.5, 0.5)$.
#
# <details><summary>Hint 1: the largest score of each row</summary>
#
# <code>logits.max(axis=1, keepdims=True)</code> has the shape (n, 1), so it can be subtracted from every column.
#
# </details>
# <details><summary>Hint 2: the score of the right class in each row</summary>
#
# <code>A[np.arange(n), labels]</code> picks one entry from each row.
# It can also stand on the left of <code>-=</code>.
#
# </details>
# <details><summary>Hint 3: my gradient is right for one example only</summary>
#
# The loss is a mean over the batch, so each row's slope counts by one n-th.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "softmax_cross_entropy", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax_cross_entropy(logits, labels):
    """Mean cross-entropy of the softmax, and its gradient.

    Parameters
    ----------
    logits : array, shape (n, classes)
    labels : array of whole numbers, shape (n,)

    Returns
    -------
    loss : number
    dlogits : array, shape (n, classes)
    """
    ### BEGIN SOLUTION
    n = len(labels)
    shifted = logits - logits.max(axis=1, keepdims=True)
    total = np.exp(shifted).sum(axis=1, keepdims=True)  # (n, 1)
    rows = np.arange(n)
    loss = np.mean(np.log(total[:, 0]) - shifted[rows, labels])
    dlogits = np.exp(shifted) / total
    dlogits[rows, labels] -= 1
    return loss, dlogits / n
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_softmax_cross_entropy", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The loss and its slope are right, and large scores do no harm."""
parts = ("loss", "dlogits")
answer = (0.69314718, np.array([[-0.5, 0.5]]))
scores, right = np.zeros((1, 2)), np.array([0])
check.value(softmax_cross_entropy, scores, right, expected=answer, names=parts)
slope = np.array([[1, -3, 1, 1], [1, 1, 1, -3]]) / 8
answer = (1.38629436, slope)
scores, right = np.zeros((2, 4)), np.array([1, 3])
counts = {"names": parts, "suspects": {"the number of examples": 2}}
check.value(softmax_cross_entropy, scores, right, expected=answer, **counts)
answer = (1000.0, np.array([[1.0, -1.0]]))
calm = {"names": parts, "no_warnings": True}
scores, right = np.array([[1000.0, 0.0]]), np.array([1])
check.value(softmax_cross_entropy, scores, right, expected=answer, **calm)


### BEGIN HIDDEN TESTS
def entropy(z, label):
    return np.log(np.exp(z).sum()) - z[label]


def slopes_of(z, label):
    found = []
    for unit in np.eye(len(z)):
        along = lambda t, unit=unit: entropy(z + t * unit, label)
        found.append(dc.numeric.complex_step(along, 0.0))
    return found


rng = check.rng()
for n, classes in [(1, 3), (3, 3), (7, 4), (4, 2)]:
    scores = rng.normal(0, 2, size=(n, classes))
    right = rng.integers(classes, size=n)
    rows = list(zip(scores, right, strict=True))
    loss = np.mean([entropy(*row) for row in rows])
    answer = (loss, np.array([slopes_of(*row) for row in rows]) / n)
    calm["suspects"] = {"the number of examples": n}
    check.value(softmax_cross_entropy, scores, right, expected=answer, **calm)
    # The same number added to a row changes nothing, however large.
    far = scores + rng.choice([-990.0, -500.0, 500.0, 990.0], size=(n, 1))
    check.value(softmax_cross_entropy, far, right, expected=answer, **calm)
# Rows that differ much from each other.
scores = np.array([[1000.0, 0.0, -1000.0], [-1000.0, -999.0, -1000.0]])
p = np.exp(1.0) / (np.exp(1.0) + 2)
slope = np.array([[2.0, 0.0, -2.0], [1 - p, 2 * p - 2, 1 - p]]) / 4
answer, right = (1000 - np.log(p) / 2, slope), np.array([2, 1])
check.value(softmax_cross_entropy, scores, right, expected=answer, **calm)
scores, right = np.array([[1000.0, 1000.0, 0.0]]), np.array([2])
answer = (1000 + np.log(2), np.array([[0.5, 0.5, -1.0]]))
check.value(softmax_cross_entropy, scores, right, expected=answer, **calm)
# A slope that no difference of losses could see.
scores, right = np.array([[0.0, -40.0, -60.0]]), np.array([2])
answer = (60.0, np.array([[1.0, np.exp(-40.0), -1.0]]))
calm["atol"] = 0
check.value(softmax_cross_entropy, scores, right, expected=answer, **calm)
### END HIDDEN TESTS

# %% [markdown]
# ## 9. A small autograd engine
#
# You derived a backward pass for one particular network.
# Deep learning libraries do it for *any* calculation, and the idea fits in a small class.
#
# Let every number remember how it was made.
# A `Value` holds its `data`, its `grad` (the slope of the final result against it), and its **parents**.
# These are the values that it was computed from, each with the local slope.
# For $p = a \cdot b$ the parents are $a$, with the slope $b$, and $b$, with the slope $a$.
# Calculating builds a graph, the forward pass; walking through it from the end is the backward pass.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_shared_node(2.0, -3.0))

# %% [markdown]
# **What to look at.**
# The value $a$ is used twice, so there are two ways from it to $c$.
# One brings the slope 1, the other $1 \cdot (-3)$, and they **add up** to $-2$.
# A node may hand its gradient on only when it has received all of it: first $c$, then $p$, and only then $a$ and $b$.

# %% [markdown]
# ### Exercise 5.9: the class Value (3 points)
#
# Fill in `+`, `*`, `tanh` and `backward`; the rest of the class is there.
#
# - `+` and `*` accept a `Value` or a plain number on either side: `v + 1`, `1 + v`, `v * 2`, `2 * v`.
#   The methods for a number on the left are there; they call yours.
# - `backward()` sets `grad` of every value in the graph to the slope of the result, the value on which it is called.
#   The result's own `grad` is 1. All are set to 0 first, so that calling it again gives the same numbers.
# - A value that is used several times gets the **sum** over all ways.
# - `tanh` is right for large numbers, too.
# - A graph may be thousands of steps long, with very many ways through it.
#   Python stops a function that calls itself that often, so use a loop, not recursion.
#
# Worked example: $a = 2$, $b = -3$, $c = a \cdot b + a$ gives `c.data` = −4, `a.grad` = −3 + 1 = −2 and `b.grad` = 2.
# The slope of $\tanh$ at $x$ is $1 - \tanh^2(x)$.
#
# <details><summary>Hint 1: what an operation returns</summary>
#
# A new <code>Value</code> whose second argument is a list of pairs: <code>[(parent, slope), …]</code>.
# Make a plain number a Value first: <code>if not isinstance(other, Value)</code>.
#
# </details>
# <details><summary>Hint 2: in which order to walk</summary>
#
# Parents are always made before the values that use them.
# So you need a list of all values of the graph in which every value stands after its parents, and then walk it from the end.
#
# </details>
# <details><summary>Hint 3: how to get that list without recursion</summary>
#
# Keep a list of your own as a stack.
# Take a value from its end: if you meet it for the first time, put it back with a note "finished next time", and then put its parents on top.
# When you take out a value with that note, all its parents are in the order already: append it.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "Value", "locked": false, "schema_version": 3, "solution": true, "task": false}
class Value:
    """A number that remembers how it was made.

    Attributes
    ----------
    data : number
    grad : number, the slope of the result on which backward() was called
    parents : list of pairs (Value, local slope)
    """

    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        """self + other; other is a Value or a plain number."""
        ### BEGIN SOLUTION
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
        ### END SOLUTION

    def __mul__(self, other):
        """self * other; other is a Value or a plain number."""
        ### BEGIN SOLUTION
        other = other if isinstance(other, Value) else Value(other)
        return Value(
            self.data * other.data, [(self, other.data), (other, self.data)]
        )
        ### END SOLUTION

    def tanh(self):
        """The hyperbolic tangent, as a new Value."""
        ### BEGIN SOLUTION
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])
        ### END SOLUTION

    def backward(self):
        """Set grad of this value and of all it was made from."""
        ### BEGIN SOLUTION
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad
        ### END SOLUTION

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% nbgrader={"grade": true, "grade_id": "test_Value", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Values remember how they were made, and backward finds every slope."""
a, b = Value(2.0), Value(-3.0)


def product_and_sum():
    return a * b + a


def backward_of(value):
    value.backward()


c = check.call(product_and_sum)
check.holds(hasattr(c, "data"), Value, "a * b + a is a Value again.")
given = "c = a * b + a with a = 2, b = -3"
check.same(c.data, -4.0, "c.data", given=given)
check.call(backward_of, c)
check.same(a.grad, -2.0, "a.grad", given=given)
check.same(b.grad, 2.0, "b.grad", given=given)


def with_plain_numbers():
    return (2 * a + -3).tanh() * 3 + (1 + b * 0.5)


d = check.call(with_plain_numbers)
given = "d = (2 * a + -3).tanh() * 3 + (1 + b * 0.5) with a = 2, b = -3"
check.same(d.data, 1.784782468, "d.data", given=given)
check.call(backward_of, d)
check.same(a.grad, 2.519846050, "a.grad", given=given)
check.same(b.grad, 0.5, "b.grad", given=given)


def long_chain():
    return check.repeat(a, lambda value: value * 0.999 + 0.001, times=1750)


e = check.call(long_chain)
check.call(backward_of, e, asked="A chain of 3500 steps is no problem.")
given = "1750 times value = value * 0.999 + 0.001, beginning with a"
check.same(a.grad, 0.1736218564, "a.grad", given=given)


### BEGIN HIDDEN TESTS
def ladder(x):
    """Ways of different lengths meet."""
    u = 2 * x
    v = u * x + u
    return v * u + v + x


def fan(x, tanh):
    t = tanh(x * 0.3)
    return t * t * t + t * x + t


of_value = lambda v: v.tanh()
shapes = [
    (lambda x: x * x + x, lambda x: x * x + x),
    (ladder, ladder),
    (lambda x: fan(x, of_value), lambda x: fan(x, np.tanh)),
]
rng = check.rng()
numbers = rng.uniform(0.5, 1.5, size=4) * rng.choice([-1, 1], size=4)
numbers = numbers.tolist()
p, q = numbers[:2]
for shape, plain in shapes:
    leaf = Value(p)
    out = check.call(shape, leaf)
    slope = dc.numeric.complex_step(plain, p)
    check.same(out.data, float(plain(p)), "data of the result")
    check.call(backward_of, out)
    check.same(leaf.grad, slope, "grad of a value that is used several times")
    check.same(out.grad, 1.0, "grad of the result itself")
    check.call(backward_of, out)
    check.same(leaf.grad, slope, "grad after a second call of backward()")


def random_graph(leaves, plan, tanh):
    values = list(leaves)
    for kind, i, j, factor in plan:
        made = [
            lambda i=i, j=j: values[i] + values[j],
            lambda i=i, j=j: values[i] * values[j],
            lambda i=i: tanh(values[i]),
            lambda i=i, factor=factor: factor * values[i] + factor,
        ][kind]()
        values.append(made)
    total = values[0] * 0.5
    for k, value in enumerate(values):
        total = total + value * (0.1 * k - 0.4)
    return total


def replaced(k, t):
    return [*numbers[:k], t, *numbers[k + 1 :]]


for _ in range(3):
    plan = []
    for k in range(9):
        kind, i, j = rng.integers([4, 4 + k, 4 + k]).tolist()
        plan.append((kind, i, j, rng.uniform(-1, 1)))
    leaves = [Value(number) for number in numbers]
    out = check.call(random_graph, leaves, plan, of_value)
    data = float(random_graph(numbers, plan, np.tanh))
    check.same(out.data, data, "data of a random graph's result")
    check.call(backward_of, out)
    for k, leaf in enumerate(leaves):
        along = lambda t, k=k, plan=plan: random_graph(
            replaced(k, t), plan, np.tanh
        )
        slope = dc.numeric.complex_step(along, numbers[k])
        check.same(leaf.grad, slope, "grad in a random graph")


# Fifty doublings have 2⁵⁰ ways through them; each value is visited once all the same.
def doublings():
    return check.repeat(leaf, lambda value: value + value, times=50)


leaf = Value(p)
out = check.call(doublings)
check.call(backward_of, out, asked="Many ways through a graph are no problem.")
check.same(leaf.grad, 2.0**50, "grad after fifty doublings")
# Far out tanh is flat: 1 or −1, with the slope 0.
for far, flat in [(900.0, 1.0), (-900.0, -1.0)]:
    leaf = Value(far)
    out = check.call(of_value, leaf)
    check.same(out.data, flat, f"tanh of {far:g}")
    check.call(backward_of, out)
    check.same(leaf.grad, 0.0, f"slope of tanh at {far:g}")
# Two results over the same leaf: the slopes are those of the second.
leaf = Value(q)
first, second = leaf * Value(p), leaf * 3
check.call(backward_of, first)
check.call(backward_of, second)
check.same(leaf.grad, 3.0, "grad against the second of two results")
check.same(leaf.data, q, "data after backward()")
### END HIDDEN TESTS

# %% [markdown]
# With it, any formula has a backward pass.
# Here is one neuron with a tanh, against measured slopes.


# %% tags=["demo", "raises-exception"]
def neuron(w, bias):
    return (w * 3.0 + bias).tanh()


w, bias = Value(0.5), Value(-1.0)
output = check.call(neuron, w, bias)  # neuron(w, bias), with plain messages
check.call(output.backward)
slope_w = dc.numeric.derivative(lambda v: np.tanh(3 * v - 1), 0.5)
slope_bias = dc.numeric.derivative(lambda v: np.tanh(1.5 + v), -1.0)
print(f"w.grad    = {w.grad:.8f}   measured {slope_w:.8f}")
print(f"bias.grad = {bias.grad:.8f}   measured {slope_bias:.8f}")

# %% [markdown]
# ## Recap
#
# - No line separates XOR; a hidden layer moves the points so that one does.
# - The forward pass saves, the backward pass reuses. A gradient has the shape of its variable.
# - For $z = aW + b$: $dW = a^T dz$, $db$ is the sum of $dz$ over the rows, $da = dz\,W^T$.
# - A falling loss proves nothing about a gradient; measuring does.
# - One backward pass gives all slopes for the price of one to two forward passes, and of keeping the activations.
# - Equal starting weights stay equal. Random ones break the symmetry; more hidden units make success likelier.
# - Softmax with cross-entropy has the slope "probability given minus probability wanted".
# - An autograd engine is the chain rule on a graph, walked in the right order, with sums where ways meet.
#
# ## The whole course on one page
#
# Training a network is a loop of four steps:
# **forward** (compute the answer, and save), **loss** (how wrong is it), **backward** (the slope against every parameter), **step** (against the gradient).
# Nearly every neural network is trained by this loop.
#
# | concept | question that it answers | notebook |
# |---|---|---|
# | derivative | which way, and how much, for one number? | 01 |
# | chain rule | how do slopes pass through a chain of steps? | 02 |
# | gradient | which way, for many numbers at once? | 03 |
# | gradient descent | how to use it to get better? | 04 |
# | backpropagation | how to get all slopes in one sweep? | 05 |
#
# Four equations carry it.
#
# 1. $f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}$: the derivative is what the slope of the secant tends to.
# 2. $\frac{dL}{dx} = \frac{dL}{dz} \cdot \frac{dz}{dx}$: slopes along a chain multiply; where several ways meet, they add.
# 3. $\nabla L = \left(\frac{\partial L}{\partial w_1}, \dots, \frac{\partial L}{\partial w_n}\right)$:
#    the gradient collects all partial slopes, and points uphill.
# 4. $w \leftarrow w - \eta\,\nabla L$: step downhill.
#
# Backpropagation needs no fifth: it is the second, applied from the end to the start.
#
# **Next.**
# Open the tutorial of a deep learning library, such as PyTorch or JAX: its tensors are your `Value` with arrays inside.
# Or go on from here: give the network a second hidden layer, replace the sigmoid by ReLU, or train it with momentum.
