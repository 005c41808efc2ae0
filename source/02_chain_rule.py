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
# # The chain rule
#
# *Calculus for Deep Learning, notebook 2 of 5, about 2 hours*
#
# A network computes its output in many small steps, one after the other.
# A weight in the first step reaches the output only through all the steps after it.
# The chain rule says how much it matters there: multiply the slopes of the steps.
# Training a network is this one rule, applied from the output backwards.
#
# Press Shift and Enter, twice: that runs the folded cell below.
# It loads NumPy, the figures and the checks.

# %% tags=["setup"]
# SETUP

# %% [markdown]
# After this notebook you will be able to
#
# - differentiate any chain of functions, and check the result by measuring it;
# - run a small network forward and backward, and explain every number on the way;
# - say why networks are differentiated from the output backwards, and what depth does to a gradient.
#
# You write eight short functions and make one prediction, worth 20 points together.
# Each has a check below it that answers at once: right, or what looks wrong and where.
# Do not change what a function is given: work on a copy, since some arrays can only be read.
# “Practice” and “Stretch” have no points: practice is a step that exercises build on, a stretch is for those who want more.
# You need Python, school algebra, and the idea that a derivative is a slope.

# %% [markdown]
# **Before you begin: two questions on notebook 1.**
#
# <details><summary>The slope of a function at 2 is −3. The input goes from 2 to 2.01. What does the output do, about?</summary>
#
# It falls by about 0.03: a small change of the input comes out multiplied by the slope.
#
# </details>
# <details><summary>Both factors of a product grow. Why is the slope of the product not the product of the two slopes?</summary>
#
# When both sides of a rectangle grow, its area gains two strips, one along each side: $(u\,v)' = u'\,v + u\,v'$.
#
# </details>

# %% [markdown]
# ## 1. One function after another
#
# *About 10 minutes.*
#
# Take two small functions, $f(x) = 3x + 2$ and $g(u) = u^2$.
# Apply $f$ first, and $g$ to what comes out:
#
# $$y = g(f(x)) = (3x + 2)^2.$$
#
# In words: y is g of f of x.
# Doing one function after another is called **composition**.
# It helps to name the value in the middle: $u = f(x)$, and then $y = g(u)$.
# Here $f$ is the **inner** function and $g$ the **outer** one.

# %%
def triple_plus_two(x):
    return 3 * x + 2


def square(u):
    return u**2


for start in [0.0, 1.0, 2.0]:
    between = triple_plus_two(start)
    print(f"x = {start}   u = 3x + 2 = {between}   y = u² = {square(between)}")
print(
    "first square, then triple_plus_two, from x = 1:",
    triple_plus_two(square(1.0)),
)

# %% [markdown]
# The order matters: from $x = 1$ one order gives 25, the other gives 5.
#
# > **The order in this notebook is the order in which the data flow.**
# > `compose(f, g)(x)` is `g(f(x))`: the function that stands first acts first.
# > The same holds for every list of functions below.
#
# Books often write $g \circ f$ ("g after f") for the same composition, with the function that acts first on the right.
#
# A network is a composition too: its first layer acts on the input, the second on what the first returns, and so on.

# %% [markdown]
# ### Exercise 2.1: compose (2 points)
#
# Return a *function* that applies the given functions one after the other, the first one first.
# The star in `compose(*fs)` collects all arguments in the tuple `fs`, so that any number of functions can be given.
# Without any, `compose()` returns the function that gives back its input unchanged, the **identity**.
#
# Worked example: let $f$ double and $g$ add one.
# Then `compose(f, g)(5.0)` is $2 \cdot 5 + 1 = 11$, while `compose(g, f)(5.0)` is $2 \cdot (5 + 1) = 12$.
# A function may stand in the list twice.
# One that `compose` has made may stand in it, too, and can be called any number of times.
#
# <details><summary>Hint 1: how does a function return a function?</summary>
#
# Write a second <code>def</code> inside the first, and return its name without brackets.
# The inner function may use <code>fs</code>.
#
# </details>
# <details><summary>Hint 2: any number of functions</summary>
#
# Keep one value that starts as the input.
# Each function in turn replaces it.
#
# </details>
# <details><summary>Hint 3: two similar problems, solved</summary>
#
# <code>def adder(n):</code>, in it <code>def add(x): return x + n</code>, and at last <code>return add</code>: now <code>adder(3)(4.0)</code> is 7.
# From a total of 1, <code>for n in [2, 3, 4]: total = total * n</code> makes 2, 6 and 24.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "compose", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compose(*fs):
    """The function that applies fs one after the other, fs[0] first.

    Parameters
    ----------
    *fs : functions of a number or array, in the order in which the data flow

    Returns
    -------
    function of a number or array
    """

    ### BEGIN SOLUTION
    def chain(x):
        for f in fs:
            x = f(x)
        return x

    return chain
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_compose", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""compose lines functions up in the order in which the data flow."""
twice, plus_one = check.function("t: 2 * t"), check.function("t: t + 1")
chained = check.call(compose, twice, plus_one)
asked = "compose returns a function."
check.holds(callable(chained), compose, asked, yours=chained)
check.contract(compose, "compose")
chained = check.call(compose, chained, twice)
asked = "A composed function can be called twice, and be composed again."
for x, y in [(5.0, 22.0), (1.0, 6.0)]:
    told = f"compose(compose(2 * t, t + 1), 2 * t)({x})"
    check.same(check.call(chained, x), y, told, asked=asked)
### BEGIN HIDDEN TESTS
numbers = {
    "a number": lambda rng: rng.uniform(0.5, 2),
    "a negative number": lambda rng: rng.uniform(-2, -0.5),
    "the number 0": lambda rng: 0.0,
    "a number far from 0": lambda rng: rng.uniform(100, 900),
    "a whole number": lambda rng: int(rng.integers(2, 5)),
    "an array": lambda rng: rng.uniform(-2, 2, size=4),
    "a matrix": lambda rng: rng.uniform(-2, 2, size=(2, 3)),
    "an array of one number": lambda rng: rng.uniform(1, 2, size=1),
    "an array of whole numbers": lambda rng: rng.permutation(4),
    "an empty array": lambda rng: np.zeros(0),
}


def run_chain(*given):
    *fs, x = given
    return fs[-1](run_chain(*fs[:-1], x)) if fs else x


def line(rng):
    a, b = rng.uniform(0.5, 2) * rng.choice([-1, 1]), rng.uniform(-1, 1)
    return check.function("t: a * t + b", a=a, b=b)


check.sitting(
    compose,
    "compose",
    run_chain,
    lambda rng, fs, x: (*fs(rng), x(rng)),
    also=[
        (twice, plus_one, 5.0),
        (plus_one, twice, 5.0),
        (5.0,),
        (check.function("t: t + np.sum(t)"), np.array([1.0, 2.0])),
        (check.function("t: 1 * t"), plus_one, 2.0),
    ],
    then=1,
    fs={
        "two functions": lambda rng: (line(rng), np.sin),
        "no function": lambda rng: (),
        "one function": lambda rng: (line(rng),),
        "another single function": lambda rng: (np.cos,),
        "two functions in the other order": lambda rng: (np.sin, line(rng)),
        "three functions": lambda rng: (np.square, line(rng), np.sin),
        "five functions": lambda rng: (
            line(rng),
            np.sin,
            np.square,
            line(rng),
            np.arctan,
        ),
        "the same function twice": lambda rng: (line(rng),) * 2,
        "a function that comes back": lambda rng: (np.cos, line(rng), np.cos),
        "a function of the whole array": lambda rng: (
            check.function("t: t + np.sum(t)"),
            line(rng),
        ),
    },
    x=numbers,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: none to five functions, also the same one twice.
# The input of what `compose` returns is a number or an array of any shape, the empty one included, of decimal or of whole numbers.
# Your results must agree to nine digits.

# %% [markdown]
# **In short.** A composition hands the result of one function to the next.
# Lists of functions stand in the order in which the data flow.

# %% [markdown]
# ## 2. Slopes multiply
#
# *About 35 minutes.*
#
# How much does $y = (3x + 2)^2$ change when $x$ changes a little?
# Nudge $x$ away from 1 and follow the nudge through both functions.
# Write $\Delta x$ ("delta x") for the change of $x$, and likewise $\Delta u$ and $\Delta y$.

# %%
for nudge in [0.1, 0.01, 0.001]:
    du = triple_plus_two(1 + nudge) - triple_plus_two(1)
    dy = square(triple_plus_two(1 + nudge)) - square(triple_plus_two(1))
    print(
        f"Δx = {nudge:<5}  Δu/Δx = {du / nudge:.3f}  Δy/Δu = {dy / du:.3f}  Δy/Δx = {dy / nudge:.3f}"
    )

# %% [markdown]
# Near $x = 1$, the value $u$ changes 3 times as much as $x$.
# Near $u = 5$, the value $y$ changes about 10 times as much as $u$.
# Here are the three steps for the first nudge.

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_nudge(
        triple_plus_two, square, x0=1.0, nudge=0.1, names=("3x + 2", "u²")
    )
)

# %% [markdown]
# **What to look at.**
# The three bars are drawn to one scale.
# Like gears, one ratio multiplies the other: $y$ moves about $10 \cdot 3 = 30$ times as far as $x$.
# The dashed lines lead to a step of 3, where the slopes alone would go.
# The step of $y$ is 3.09, since $u^2$ bends; with smaller nudges the ratio in the table above comes closer to 30.
#
# Now the argument.
# As long as $u$ moves at all, multiply the fraction above and below by $\Delta u$:
#
# $$\frac{\Delta y}{\Delta x} = \frac{\Delta y}{\Delta u} \cdot \frac{\Delta u}{\Delta x}.$$
#
# Let $\Delta x$ go to 0.
# The second factor settles on the slope of $u$ against $x$.
# $\Delta u$ is about this slope times $\Delta x$, so it goes to 0 as well.
# Then the first factor settles on the slope of $y$ against $u$, at the value $u$ where the step begins.
# The product settles on the product of the two:
#
# $$\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}.$$
#
# In words: the slope of y against x is the slope of y against u, times the slope of u against x.
# This is the **chain rule**.
# With the names of the functions it reads
#
# $$\bigl(g(f(x))\bigr)' = g'\bigl(f(x)\bigr) \cdot f'(x),$$
#
# in words: the slope of the outer function *at the inner value*, times the slope of the inner function at $x$.
#
# <details><summary>And if Δu is 0, although Δx is not?</summary>
#
# Then one must not divide by it.
# Let $q$ be $\Delta y / \Delta u$ where $\Delta u$ is not 0, and $g'(u)$ where $\Delta u = 0$.
# Now $\Delta y = q \cdot \Delta u$ always, since in the second case both sides are 0.
# Divide by $\Delta x$, and let $q$ settle on $g'(u)$.
#
# </details>

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_composition(
        triple_plus_two, square, x0=1.0, names=("3x + 2", "u²")
    )
)

# %% [markdown]
# **What to look at.**
# The dot is where the data pass: $x = 1$, then $u = 5$, then $y = 25$.
# The middle slope is taken at $u = 5$, not at 1.
# The slope on the right is the product of the other two.
#
# Check it in two more ways.
# By algebra, $(3x + 2)^2 = 9x^2 + 12x + 4$ has the slope $18x + 12$, and the chain rule gives $2(3x + 2) \cdot 3$, which is the same.
# By measuring, with a **central difference**: the change from a step $h$ behind to a step $h$ ahead, divided by $2h$.
# (Such a fraction is called a difference quotient.)


# %%
def chained_by_hand(x):
    return 2 * (3 * x + 2) * 3


h = 1e-5
for start in [-1.0, 0.0, 1.0, 2.5]:
    after, before = (
        square(triple_plus_two(start + h)),
        square(triple_plus_two(start - h)),
    )
    measured = (after - before) / (2 * h)
    print(
        f"x = {start:>4}   chain rule {chained_by_hand(start):7.3f}   measured {measured:7.3f}"
    )

# %% [markdown]
# ### Practice: the slope of the sigmoid in two lines (no points)
#
# The **sigmoid** $\sigma$ (say "sigma") turns every number into one between 0 and 1: $\sigma(z) = \frac{1}{1 + e^{-z}}$.
# Notebook 1 found its slope with the quotient rule; as a chain it takes two lines.
# First comes $u = 1 + e^{-z}$, then $\sigma = 1/u$, with the slope $-1/u^2$.
# In $u$ there is a small chain again: $-z$, and then the exponential, which is its own slope.
# Write the product of the slopes of $u$ and of $1/u$.


# %% tags=["practice", "raises-exception"]
def sigmoid_slope(z):
    """Slope of 1 / (1 + e^(-z)), as the chain u = 1 + e^(-z), then 1 / u."""
    ### BEGIN SOLUTION
    u = 1 + np.exp(-z)
    return (-1 / u**2) * (-np.exp(-z))
    ### END SOLUTION


check.derivative(
    sigmoid_slope, of=lambda z: 1 / (1 + np.exp(-z)), at=[-2.0, 0.0, 1.5]
)

# %% [markdown]
# The two minus signs cancel, and what is left can be split:
#
# $$\frac{e^{-z}}{u^2} = \frac{1}{u} \cdot \frac{u - 1}{u} = \sigma(z)\,\bigl(1 - \sigma(z)\bigr).$$
#
# In words: the slope of the sigmoid is its output, times one minus its output.
#
# In notebook 1 the quotient rule led there.
# If that notebook lies beside this one and your `sigmoid_derivative` passes its check, the next cell asks yours; if not, it measures.

# %% tags=["demo", "raises-exception"]
slope = dc.earlier(
    "01_derivatives",
    "sigmoid_derivative",
    instead=lambda z: dc.numeric.derivative(lambda t: 1 / (1 + np.exp(-t)), z),
    stand_in="a measured slope",
)
for z in [-2.0, 0.0, 1.0]:
    a = 1 / (1 + np.exp(-z))
    print(f"z = {z:>4}:  a (1 - a) = {a * (1 - a):.6f}", end="")
    print(f"   slope of the sigmoid = {float(slope(z)):.6f}")

# %% [markdown]
# A longer chain has more factors, and nothing else changes.
# Each function has its own slope, its **local derivative** or **local slope**, at the value that arrives there.
# Multiply them all.

# %% [markdown]
# ### Exercise 2.2: the derivative of a chain (3 points)
#
# Given are the functions `fs` of a chain, in the order of the data (`fs[0]` acts first), and their derivatives: `dfs[k]` is the derivative of `fs[k]`.
# Return the slope of the whole chain at `x`.
#
# Worked example: three functions, $3x + 2$, then the square, then a division by 5, at $x = 1$.
# The values on the way are 1, 5, 25 and at last 5.
# The local slopes are 3, then $2 \cdot 5 = 10$, then $\tfrac15$, so the slope of the chain is $3 \cdot 10 \cdot \tfrac15 = 6$.
#
# There is at least one function.
# `x` may be a number or an array, of whole numbers too; all functions act on each entry by itself, and the result has the shape of `x`.
# Use the derivatives in `dfs`: far out a difference is too coarse for the check.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Two things travel along the chain: the value so far, and the product of the slopes so far.
# Walk through both lists at once with <code>zip(fs, dfs)</code>.
#
# </details>
# <details><summary>Hint 2: right for one function, wrong for two</summary>
#
# At which value must the second derivative be taken?
# Print the values on the way for the worked example: 1, 5, 25.
#
# </details>
# <details><summary>Hint 3: right for a number, wrong for an array</summary>
#
# Multiply with <code>*</code>, one factor at a time; <code>np.prod</code> multiplies the entries of an array with each other.
# With whole numbers write <code>slope = slope * …</code>: <code>*=</code> may fail, since such an array takes no decimals.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# For √(1 + x²) at 2, the inputs are 2, then 4, then 5.
# The slopes there are 2 · 2 = 4, then 1, then 1 / (2√5).
# Their product is 2 / √5, about 0.894.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "chain_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def chain_derivative(fs, dfs, x):
    """Slope at x of the chain that applies fs one after the other, fs[0] first.

    Parameters
    ----------
    fs : list of functions, in the order in which the data flow
    dfs : list of functions, dfs[k] the derivative of fs[k]
    x : number or array, what enters fs[0]

    Returns
    -------
    number or array, the shape of x
    """
    ### BEGIN SOLUTION
    slope = 1.0
    for f, df in zip(fs, dfs, strict=True):
        slope = slope * df(x)
        x = f(x)
    return slope
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_chain_derivative", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope of a chain agrees with finite differences, for chains of any length."""
triple = check.function("t: 3 * t + 2")
three = check.function("t: 3 + 0 * t", shown="3")
fifth = check.function("t: t / 5")
d_fifth = check.function("t: 0.2 + 0 * t", shown="0.2")
squaring, double = check.function("t: t**2"), check.function("t: 2 * t")
given = ([triple, squaring], [three, double], 1.0)
check.value(chain_derivative, *given, expected=30.0)
given = ([triple, squaring, fifth], [three, double, d_fifth], 1.0)
check.value(chain_derivative, *given, expected=6.0)
check.derivative(
    chain_derivative,
    leading=([np.sin, squaring, np.exp], [np.cos, double, np.exp]),
    of=lambda t: np.exp(np.sin(t) ** 2),
    at=[-1.2, 0.3, 0.9, 2.0],
)
check.contract(chain_derivative, "chain_derivative")
### BEGIN HIDDEN TESTS
sine, squared = (np.sin, np.cos), (squaring, double)
arctan = np.arctan, check.function("t: 1 / (1 + t**2)")
cosine = np.cos, check.function("t: -np.sin(t)")
constant = (
    check.function("t: 4 + 0 * t", shown="4"),
    check.function("t: 0 * t", shown="0"),
)
far = check.function("t: t + 1e12"), check.function("t: 1 + 0 * t", shown="1")
modulus = check.function("t: np.abs(t)", shown="|t|")
log = np.log, check.function("t: 1 / t")


def chain_slope(fs, dfs, x):
    # By a complex step through the functions, which never looks at their derivatives.
    z = np.asarray(x, dtype=float) + 1e-30j
    for f in fs:
        z = z * np.sign(z.real) if f is modulus else f(z)
    return z.imag / 1e-30


def ramp(rng):
    a, b = rng.uniform(0.5, 2) * rng.choice([-1, 1]), rng.uniform(-1, 1)
    return (
        check.function("t: a * t + b", a=a, b=b),
        check.function("t: a + 0 * t", shown="a", a=a),
    )


def draw_chain(rng, x, chain):
    fs, dfs = zip(*chain(rng), strict=True)
    return list(fs), list(dfs), x


check.elementwise(
    chain_derivative,
    "chain_derivative",
    chain_slope,
    -1000,
    1000,
    draw=draw_chain,
    place=2,
    # At 3e8 and beside 1e12 small steps are lost, whether they grow with x or not.
    also=[
        ([squaring, np.log], [double, log[1]], 3e8),
        ([far[0], squaring], [far[1], double], 1.5),
        ([modulus, far[0], squaring], [np.sign, far[1], double], -1.5),
        ([np.sin], [np.cos], 1.5),
    ],
    chain={
        "three functions": lambda rng: [
            (triple, three),
            squared,
            (fifth, d_fifth),
        ],
        "one function": lambda rng: [sine],
        "two functions": lambda rng: [squared, ramp(rng)],
        "another chain of two functions": lambda rng: [ramp(rng), sine],
        "the same function twice": lambda rng: [sine, sine],
        "four functions": lambda rng: [cosine, ramp(rng), squared, arctan],
        "seven functions": lambda rng: [
            arctan,
            ramp(rng),
            sine,
            squared,
            ramp(rng),
            cosine,
            (np.exp, np.exp),
        ],
        "a constant function": lambda rng: [squared, constant, ramp(rng)],
        "values far from 0": lambda rng: [far, squared],
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: chains of one to seven functions, also with the same one twice, with a constant one or with $|t|$.
# For `x` there are numbers and arrays of any shape, the empty one included, of decimal and of whole numbers, from −1000 to 1000.
# Some lie as far out as $3 \cdot 10^8$.
# Your result must agree to nine digits.

# %% [markdown]
# ### Practice: the slope of softplus (no points)
#
# An **activation** is a function that bends the output of a neuron; the best known is ReLU, $\max(0, x)$.
# Softplus is an activation that looks like ReLU with its corner rounded off:
#
# $$\operatorname{softplus}(x) = \ln(1 + e^x).$$
#
# In words: the natural logarithm of one plus e to the x.
# It is a chain of three functions: $u = e^x$, then $v = 1 + u$, then $y = \ln v$, whose slope is $1/v$.
# At $x = 0$ the local slopes are 1, 1 and $\tfrac12$, so the slope of softplus is $\tfrac12$.
# Do the same with letters, and write the product in terms of $x$.


# %% tags=["practice", "raises-exception"]
def softplus_slope_on_paper(x):
    """Slope of ln(1 + e^x): the product of three local slopes."""
    ### BEGIN SOLUTION
    return np.exp(x) / (1 + np.exp(x))
    ### END SOLUTION


check.derivative(
    softplus_slope_on_paper,
    of=lambda x: np.log(1 + np.exp(x)),
    at=[-3.0, 0.0, 1.0, 4.0],
)

# %% [markdown]
# ### Exercise 2.3: the slope of softplus (2 points)
#
# Return the slope of $\ln(1 + e^x)$, the product of its three local slopes.
# On paper you have it already; at $x = 0$ it is $\tfrac12$.
# A computer needs one more thought.
# $e^{1000}$ is too large for it and becomes infinity, while the slope there is simply 1.
# At $x = -40$ the slope is about $4 \cdot 10^{-18}$: tiny, but not zero.
# Your function must be right for every $x$ up to $\pm 1000$ without a warning, and keep its digits down to $x = -700$.
# Use the chain rule: a difference quotient has too few digits for the check.
# `x` may be a number or an array, of whole numbers too; the result has the same shape.
#
# <details><summary>Hint 1: NaN, or a warning, for large x</summary>
#
# Which part of your fraction grows beyond all bounds there?
# A fraction keeps its value when numerator and denominator are divided by the same number.
#
# </details>
# <details><summary>Hint 2: now there is a warning for large negative x</summary>
#
# The power of a number that is 0 or less never overflows.
# So one form is good for positive x, the other for negative x.
# <code>np.where(x &gt;= 0, …, …)</code> chooses, but it computes both forms for every x: each must be harmless everywhere.
# Which number, made from $x$ and never positive, serves both?
#
# </details>
# <details><summary>Hint 3: I get 0 at x = −40</summary>
#
# Somewhere two numbers close to each other are subtracted: look for a form without that.
#
# A similar problem is softplus itself, $\ln(1 + e^x)$.
# For $x \ge 0$ take $e^x$ out of the bracket: $x + \ln(1 + e^{-x})$; below 0 leave it.
# Now the exponent is 0 or less in both forms, and at $x = 1000$ the result is 1000.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# <code>np.exp(x) / (np.exp(x) + np.exp(-x))</code> is NaN at 1000.
# Divide above and below by the larger of the two exponentials: on the right that gives 1 / (1 + e^(−2x)), and no exponent is large any more.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "softplus_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softplus_derivative(x):
    """Slope of ln(1 + e^x), without overflow, and accurate also where it is tiny.

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


# %% nbgrader={"grade": true, "grade_id": "test_softplus_derivative", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope of softplus agrees with finite differences, and stays right far out."""
check.value(softplus_derivative, 0.0, expected=0.5)
check.derivative(
    softplus_derivative,
    of=lambda x: np.log1p(np.exp(x)),
    at=[-4.0, -1.0, 0.5, 3.0],
)
check.value(softplus_derivative, 1000.0, expected=1.0, no_warnings=True)
check.value(softplus_derivative, -1000.0, expected=0.0, no_warnings=True)
check.value(softplus_derivative, -40.0, expected=4.248354255291589e-18, atol=0)
check.contract(softplus_derivative, "softplus_derivative")
### BEGIN HIDDEN TESTS
# The textbook formula, in extended precision with room for large exponents.
wide = lambda x: np.asarray(x, dtype=np.longdouble)
check.elementwise(
    softplus_derivative,
    "softplus_derivative",
    lambda x: np.asarray(1 / (1 + np.exp(-wide(x))), dtype=float),
    -700,
    1000,
    also=[(-1000.0,), (-25.0,), (np.array([-1000.0, -800.0, 0.0, 800.0]),)],
    atol=0,
    no_warnings=True,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers and arrays of any shape, the empty one included, of decimal and of whole numbers, from −700 to 1000.
# Some are −800 and below, where the slope is rounded to 0.
# Your result must agree to nine digits, however small it is.

# %% [markdown]
# You have met this function before: $\dfrac{e^x}{1 + e^x}$ is the sigmoid of Exercise 1.6 in its other form.
# **The slope of softplus is the sigmoid.**
#
# **In short.** In a chain the slopes multiply, each taken at the value that arrives there.
# Two forms that are equal on paper can differ on a computer.

# %% [markdown]
# ## 3. A network as a graph of small steps
#
# *About 30 minutes.*
#
# Here is a network so small that every number fits on the page.
# It has one input $x$, two weights $w_1$ and $w_2$, and a target $y$ that its output should hit.
#
# $$\begin{aligned} z_1 &= w_1\,x, & a_1 &= \sigma(z_1), \\ z_2 &= w_2\,a_1, & L &= (z_2 - y)^2. \end{aligned}$$
#
# In words: the input is multiplied by the first weight, squeezed by the sigmoid, and multiplied by the second weight.
# The **loss** $L$ is the squared distance from the output $z_2$ to the target: there is no factor $\tfrac12$ in it.
# The code computes the sigmoid by way of tanh, which never overflows.
# On paper it is the same function; far out on the left it loses digits, which does no harm here.


# %%
def sigmoid(z):
    # Exact to about 16 places after the point, not to 16 digits.
    return 0.5 * (1 + np.tanh(z / 2))


print("sigmoid of -2, 0, 2:", sigmoid(np.array([-2.0, 0.0, 2.0])).round(4))

# %% [markdown]
# Draw each value as a box and each dependence as an arrow.
# Such a picture is called a **computational graph**.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_network(x=2.0, w1=0.5, w2=3.0, y=1.0))

# %% [markdown]
# **What to look at.**
# Data flow from left to right, and each box needs only the boxes whose arrows end in it.
# The grey boxes are given: input, weights and target.
# Computing all others from left to right is the **forward pass**.

# %% [markdown]
# ### Exercise 2.4: the forward pass (2 points)
#
# Compute $z_1$, $a_1$, $z_2$ and the loss, and return all four in a dict with the keys `"z1"`, `"a1"`, `"z2"` and `"loss"`.
# The values in the middle are kept because the way back will need them; such a store is called a **cache**.
# You may use the `sigmoid` from above.
#
# Worked example: $x = 3$, $w_1 = 0$, $w_2 = 10$, $y = 9$.
# Then $z_1 = 0 \cdot 3 = 0$, $a_1 = \sigma(0) = \tfrac12$, $z_2 = 10 \cdot \tfrac12 = 5$, and $L = (5 - 9)^2 = 16$.
#
# <details><summary>Hint 1: how to return a dict</summary>
#
# <code>return {"z1": z1, "a1": a1}</code> returns two values by name; you need four.
#
# </details>
# <details><summary>Hint 2: a number is wrong</summary>
#
# Print each value for the worked example: which is the first to differ from 0, 0.5, 5, 16?
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# For $u = 2x$ and $y = (u - 1)^2$: <code>u = 2 * x</code>, then <code>return {"u": u, "y": (u - 1) ** 2}</code>.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "forward_pass", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_pass(x, w1, w2, y):
    """All values of the mini network, from left to right.

    Parameters
    ----------
    x, w1, w2, y : numbers: input, first weight, second weight, target

    Returns
    -------
    dict with the keys "z1", "a1", "z2", "loss", each a number
    """
    ### BEGIN SOLUTION
    z1 = w1 * x
    a1 = sigmoid(z1)
    z2 = w2 * a1
    return {"z1": z1, "a1": a1, "z2": z2, "loss": (z2 - y) ** 2}
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_forward_pass", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The forward pass returns every value on the way to the loss."""
wanted = {"z1": 0.0, "a1": 0.5, "z2": 5.0, "loss": 16.0}
check.value(forward_pass, 3.0, 0.0, 10.0, 9.0, expected=wanted)
wanted = {"z1": 1.0, "a1": 0.73105858, "z2": 2.19317574, "loss": 1.42366834}
check.value(forward_pass, 2.0, 0.5, 3.0, 1.0, expected=wanted)
check.contract(forward_pass, "forward_pass")
### BEGIN HIDDEN TESTS
kinds = {
    "positive {}": lambda rng: rng.uniform(0.4, 2),
    "negative {}": lambda rng: rng.uniform(-2, -0.4),
    "{} = 0": lambda rng: 0.0,
    "a larger {}": lambda rng: rng.uniform(2, 4) * rng.choice([-1, 1]),
    "a tiny {}": lambda rng: rng.uniform(1e-4, 1e-3),
    "a whole number {}": lambda rng: int(rng.choice([-2, -1, 2, 3])),
}
targets = {
    "y far above the output": lambda rng: rng.uniform(1e4, 1e6),
    "y far below the output": lambda rng: rng.uniform(-1e6, -1e4),
}


def run_network(x, w1, w2, y):
    a1 = 1 / (1 + np.exp(-w1 * x))
    return {"z1": w1 * x, "a1": a1, "z2": w2 * a1, "loss": (y - w2 * a1) ** 2}


check.sitting(
    forward_pass,
    "forward_pass",
    run_network,
    lambda rng, **kind: tuple(number(rng) for number in kind.values()),
    also=[
        (3.0, 0.0, 10.0, 9.0),
        (-1.5, 0.8, -1.25, 0.7),
        (-1.5, -0.8, 1.75, -0.7),
        (1.2, 0.8, 1.75, 0.7),
        (3, -1, 2, 4),
        (0.0, 0.8, 1.3, 0.4),
        (1.7, 0.0, 1.3, 0.4),
        (1.7, 0.8, 0.0, 0.4),
        (1.7, 0.8, 1.3, 0.0),
    ],
    **{
        name: {phrase.format(name): kind for phrase, kind in kinds.items()}
        | (targets if name == "y" else {})
        for name in ("x", "w1", "w2", "y")
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers of either sign, tiny ones and 0, whole numbers, and targets far from the output.
# Your results must agree to nine digits.

# %% [markdown]
# ### The way back
#
# Which way should each weight turn so that the loss falls?
# That takes two slopes: of $L$ against $w_1$, and of $L$ against $w_2$.
# There are several variables now, so the slope is written with a curly d: $\partial L / \partial w_1$, say "partial L by partial w one".
# It means: turn $w_1$ only, and leave the other weights and the data as they are.
# We call it the **gradient** at $w_1$; in books “with respect to $w_1$”.
# (Notebook 3 puts all such slopes in one vector, *the* gradient.)
# In code its name is `dw1`, and likewise `dz2`, `da1` and so on for the other boxes.
#
# Begin at the end, with $L$ itself: its gradient is 1, the slope of a number against itself.
# From there one sentence leads through every box, back to the first weight:
#
# > **The gradient at a box is what arrives from the right, times the local slope.**
#
# It is the chain rule, read from the output to the input, and is called **backpropagation**.
#
# Try it on one box, with numbers: $p = u\,v$, with $u = 4$ and $v = 0.3$.
# Suppose that $-2$ arrives there.
# Turn $u$ from 4 to 4.1 and leave $v$ alone.
# Then $p$ goes from 1.2 to 1.23, 0.3 times as far as $u$, so the local slope against $u$ is 0.3.
# The gradient at $u$ is $-2 \cdot 0.3 = -0.6$.
#
# The graph has three kinds of boxes: products, a sigmoid, whose slope you know from section 2, and a squared distance.
# For each local slope, ask: what does a nudge of one input do while the other stands still, and which values of the forward pass tell it?

# %% [markdown]
# Step through the graph, forward with steps 1 to 4 and backward with steps 5 to 10.
# Before each step backward, say which local slope will appear on the arrow, and from which boxes it comes.

# %% tags=["demo"]
dc.widgets.graph_stepper(forward_pass)

# %% [markdown]
# **What to look at.**
# On the way back, each step multiplies the gradient in the box from which it comes by the local slope on the arrow.
# The local slopes use values from the forward pass, and that is what the cache is for.
# Go to step 10 and set $w_1 = 3$: there the sigmoid is nearly flat (**saturated**), its local slope is almost 0, and hardly any gradient reaches $w_1$.

# %% [markdown]
# ### Exercise 2.5: the backward pass (4 points)
#
# Return the two gradients `(dw1, dw2)`, that is $\partial L / \partial w_1$ and $\partial L / \partial w_2$, in this order.
# The loss is $L = (z_2 - y)^2$ as above.
# `cache` is a dict as `forward_pass` returns it, for the same `x`, `w1`, `w2` and `y`, with its keys in any order.
# It must stay as it is.
#
# Worked example: $x = 3$, $w_1 = 0$, $w_2 = 10$, $y = 9$, with $a_1 = \tfrac12$ and $z_2 = 5$ in the cache.
#
# | box | $L$ | $z_2$ | $w_2$ | $a_1$ | $z_1$ | $w_1$ |
# |---|---|---|---|---|---|---|
# | gradient | 1 | −8 | **−4** | −80 | −20 | **−60** |
#
# So `backward_pass` returns `(-60, -4)`.
# Both are negative: the output, 5, lies below the target, 9, and a larger weight brings it closer.
# Both $w_2$ and $a_1$ get theirs from $z_2$.
# Find the five local slopes in the numbers of the example, then write them with letters.
# No measuring here: for a large target a difference is too coarse for the check.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Go from the loss to the left, with one line of code for each box: <code>dz2 = …</code>, <code>dw2 = …</code>, <code>da1 = …</code> and so on.
# At a product, hold one factor still: it is a straight line in the other. How steep?
#
# </details>
# <details><summary>Hint 2: dw2 is right, dw1 is wrong</summary>
#
# Print each gradient for the worked example and compare with the table.
# The first one that differs is where the mistake is.
# Does the slope of the sigmoid use a1, or z1?
#
# </details>
# <details><summary>Hint 3: both are half of what is expected, or have the wrong sign</summary>
#
# The loss is a square of a difference: a chain of two functions, and both slopes count.
# A similar problem: $(7 - 3t)^2$ at $t = 2$ is a square of 1.
# The square has the slope $2 \cdot 1$, the difference the slope $-3$, so the slope is $-6$.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "backward_pass", "locked": false, "schema_version": 3, "solution": true, "task": false}
def backward_pass(x, w1, w2, y, cache):
    """Gradients of the loss (z2 - y)² with respect to the two weights.

    Parameters
    ----------
    x, w1, w2, y : numbers: input, first weight, second weight, target
    cache : dict with the keys "z1", "a1", "z2", "loss", from the forward pass

    Returns
    -------
    (dw1, dw2) : two numbers
    """
    ### BEGIN SOLUTION
    a1 = cache["a1"]
    dz2 = 2 * (cache["z2"] - y)
    dw2 = dz2 * a1
    da1 = dz2 * w2
    dz1 = da1 * a1 * (1 - a1)
    dw1 = dz1 * x
    return dw1, dw2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_backward_pass", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The backward pass gives the slopes of the loss against both weights."""
both = ("dw1", "dw2")
cache = {"z1": 0.0, "a1": 0.5, "z2": 5.0, "loss": 16.0}
given = (3.0, 0.0, 10.0, 9.0, cache)
check.value(backward_pass, *given, expected=(-60.0, -4.0), names=both)
cache = {"z1": 1.0, "a1": 0.7310585786, "z2": 2.193175736, "loss": 1.423668337}
given, wanted = (2.0, 0.5, 3.0, 1.0, cache), (2.815111058, 1.744562715)
check.value(backward_pass, *given, expected=wanted, names=both)
check.contract(backward_pass, "backward_pass")
### BEGIN HIDDEN TESTS
kinds = {
    "positive {}": lambda rng: rng.uniform(0.4, 2),
    "negative {}": lambda rng: rng.uniform(-2, -0.4),
    "{} = 0": lambda rng: 0.0,
    "another {}": lambda rng: rng.uniform(0.4, 2) * rng.choice([-1, 1]),
    "a tiny {}": lambda rng: rng.uniform(1e-4, 1e-3),
    "a whole number {}": lambda rng: int(rng.choice([-2, -1, 2])),
}


def network_slopes(x, w1, w2, y, cache):
    # The sigmoid as (1 + tanh(z/2)) / 2, so that its slope is 1 / (4 cosh²(z/2)).
    half = w1 * x / 2
    twice_a1 = 1 + np.tanh(half)
    distance = w2 * twice_a1 / 2 - y
    return distance * w2 * x / (2 * np.cosh(half) ** 2), distance * twice_a1


def with_cache(x, w1, w2, y, keys=("z1", "a1", "z2", "loss")):
    a1 = 1 / (1 + np.exp(-w1 * x))
    cache = {"z1": w1 * x, "a1": a1, "z2": w2 * a1, "loss": (w2 * a1 - y) ** 2}
    return x, w1, w2, y, {key: cache[key] for key in keys}


check.sitting(
    backward_pass,
    "backward_pass",
    network_slopes,
    lambda rng, keys, **kind: with_cache(
        *(k(rng) for k in kind.values()), keys
    ),
    # With a large target a difference of two losses has few right digits.
    also=[
        with_cache(3.0, 0.0, 10.0, 9.0),
        with_cache(1.5, 0.0, 10.0, 9.0),
        with_cache(-1.5, 0.8, -1.25, 0.7),
        with_cache(-1.5, -0.8, 1.75, -0.7),
        with_cache(1.2, 0.8, 1.75, 3e8),
        with_cache(1.2, -0.8, 1.75, -7e8, ("loss", "z2", "a1", "z1")),
        with_cache(3.0, 0.8, 1.75, 0.7),
        with_cache(2.0, -10.0, 3.0, 1.0),
        with_cache(2.0, 10.0, -3.0, 1.0),
    ],
    consistent=with_cache,
    names=both,
    **{
        name: {phrase.format(name): kind for phrase, kind in kinds.items()}
        for name in ("x", "w1", "w2")
    },
    y={
        "y above the output": lambda rng: rng.uniform(3, 6),
        "y below the output": lambda rng: rng.uniform(-6, -3),
        "y = 0": lambda rng: 0.0,
        "a whole number y": lambda rng: int(rng.choice([-4, -3, 3, 4])),
        "y far above the output": lambda rng: rng.uniform(1e8, 9e8),
        "y far below the output": lambda rng: rng.uniform(-9e8, -1e8),
        "y near the output": lambda rng: rng.uniform(-1, 1),
    },
    keys={
        "keys in their order": ("z1", "a1", "z2", "loss"),
        "keys in the reverse order": ("loss", "z2", "a1", "z1"),
        "keys in another order": ("a1", "loss", "z1", "z2"),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers of either sign, tiny ones and 0, whole numbers, and targets near the output and far from it.
# The keys of the caches come in any order.
# Your results must agree to nine digits.

# %% [markdown]
# In letters, the local slopes are the other factor of a product, $a\,(1 - a)$ for $a = \sigma(z)$, and $2\,(z - y)$ for $(z - y)^2$.
# The sigmoid's needs its output alone, and that is why the forward pass kept it.
# Exercise 5.4 goes the same way back, with matrices.

# %% [markdown]
# Now the widget runs on your own functions.
# Look for weights with which the loss is 0, and read the gradients there.

# %% tags=["demo"]
dc.widgets.graph_stepper(forward_pass, backward_pass, step=10)

# %% [markdown]
# **What to look at.**
# Where the loss is 0 the output hits the target, and every gradient but the one at $L$ is 0: there is nothing left to improve.
#
# The gradients say which way to turn the weights.
# Turn each a little *against* its gradient, again and again, and the loss falls.

# %% tags=["demo", "raises-exception"]
weight1, weight2 = 0.5, 3.0
for turn in range(6):
    # check.call(f, …) is f(…), with a readable message should it fail
    values = check.call(forward_pass, 2.0, weight1, weight2, 1.0)
    slope1, slope2 = check.call(
        backward_pass, 2.0, weight1, weight2, 1.0, values
    )
    print(
        f"{turn} turns: w1 = {weight1:6.3f}, w2 = {weight2:.3f}, loss = {values['loss']:.4f}"
    )
    weight1, weight2 = weight1 - 0.05 * slope1, weight2 - 0.05 * slope2

# %% [markdown]
# This is how a network learns; notebook 4 does it well.
#
# **In short.** The forward pass computes all values and keeps them.
# The backward pass goes from the loss to the weights: what arrives, times the local slope.

# %% [markdown]
# ## 4. When a value is used twice
#
# *About 10 minutes.*
#
# So far each value went into one box only.
# Often it goes into several: it **fans out**.
# A small example is
#
# $$u = 2x, \qquad p = u^2, \qquad q = 5u, \qquad y = p + q.$$
#
# In words: u is used twice, squared and times five, and y is the sum of the two.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_fan_out(x=1.0))

# %% [markdown]
# **What to look at.**
# Two paths lead from $u$ to $y$, and a nudge of $u$ travels along both.
# Along the upper path it is multiplied by $4 \cdot 1$, along the lower one by $5 \cdot 1$.
# Both changes arrive at $y$ and add up: the gradient at $u$ is $4 + 5 = 9$, and the one at $x$ is $9 \cdot 2 = 18$.
#
# The rule: **multiply along each path, add over all paths.**
# In code, a gradient that comes back from several boxes starts at 0, and each box *adds* its part to it.

# %%
u = 2 * 1.0
dp, dq = 1.0, 1.0  # y = p + q: a sum passes on what arrives
gradient_u = 0.0
gradient_u += dp * 2 * u  # the part that comes back from p = u²
gradient_u += dq * 5  # the part that comes back from q = 5u
print("gradient at u:", gradient_u, "  at x:", gradient_u * 2)
measured = dc.numeric.derivative(lambda x: (2 * x) ** 2 + 5 * (2 * x), 1.0)
print(f"measured at x: {measured:.6f}")

# %% [markdown]
# With `=` in place of the second `+=`, the part from $p$ would be overwritten and lost.
# This is a common mistake.

# %% [markdown]
# ### Exercise 2.6: a value that fans out (2 points)
#
# Return the derivative of
#
# $$y = \sin(x) \cdot x + e^{\sin(x)}.$$
#
# In words: sine of x times x, plus e to the sine of x.
# As a graph: $s = \sin x$, then $p = s \cdot x$ and $q = e^s$, and at last $y = p + q$.
# Both $x$ and $s$ are used twice, so draw the graph on paper first.
# The slope of $\sin x$ is $\cos x$.
#
# Worked example: at $x = \pi$ we have $s = 0$, and the slope of $s$ is $\cos \pi = -1$.
# Three paths lead from $x$ to $y$; one of them goes straight into the product, with the other factor, $s = 0$, as its slope.
# All three together give $-\pi - 1 \approx -4.141593$.
#
# `x` may be a number or an array, of whole numbers too; the result has the same shape.
# Use the chain rule: some points lie as far out as $10^{15}$, where a difference has no right digit left.
#
# <details><summary>Hint 1: where to begin</summary>
#
# Compute <code>s</code> forward, then go backward: the gradient at <code>s</code> has two parts.
#
# </details>
# <details><summary>Hint 2: it is right at some points and wrong at most</summary>
#
# Count the paths in your code: there must be three terms.
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# Take $s = x^2$ and $y = s \cdot x + s^3$ at $x = 1$, so that $s = 1$.
# The gradient at $s$ has two parts: $x = 1$ from the product and $3s^2 = 3$ from the cube, together 4.
# At $x$ there are two parts as well: $4 \cdot 2x = 8$ through $s$, and $s = 1$ straight from the product, together 9.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "fan_out_derivative", "locked": false, "schema_version": 3, "solution": true, "task": false}
def fan_out_derivative(x):
    """Slope of sin(x)·x + exp(sin(x)).

    Parameters
    ----------
    x : number or array

    Returns
    -------
    number or array, the shape of x
    """
    ### BEGIN SOLUTION
    s = np.sin(x)
    ds = x + np.exp(s)  # from the product, and from the exponential
    return s + ds * np.cos(x)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_fan_out_derivative", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The slope collects what comes back along all paths."""
check.value(fan_out_derivative, np.pi, expected=-np.pi - 1)
check.derivative(
    fan_out_derivative,
    of=lambda x: np.sin(x) * x + np.exp(np.sin(x)),
    at=[-2.0, -0.5, 1.0, 2.5],
)
check.contract(fan_out_derivative, "fan_out_derivative")
### BEGIN HIDDEN TESTS
# Far out neighbouring numbers are an eighth apart: every difference quotient is useless.
check.elementwise(
    fan_out_derivative,
    "fan_out_derivative",
    lambda x: dc.numeric.complex_step(
        lambda t: np.sin(t) * t + np.exp(np.sin(t)), x
    ),
    -1e15,
    1e15,
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: numbers and arrays of any shape, the empty one included, of decimal and of whole numbers, from $-10^{15}$ to $10^{15}$.
# Your result must agree to nine digits.

# %% [markdown]
# **In short.** Multiply along each path, add over all paths.

# %% [markdown]
# ## 5. Forward or backward?
#
# *About 10 minutes.*
#
# The backward pass started at the loss and moved to the left.
# One can also move to the right, together with the data, and push a nudge through the chain.
#
# Let the value $x$ move at the speed $v$.
# This speed is called the **tangent** that belongs to the value: a number, not the line of notebook 1.
# Both travel through a function $f$ together.
# The three bars of section 2 show what becomes of the tangent: a step comes out multiplied by the slope where it begins.
# At the end of the chain stand its value and how fast it moves.
# This is called **forward mode**, and the backward pass is **reverse mode**.

# %% [markdown]
# ### Exercise 2.7: value and tangent together (2 points)
#
# Push the pair `(x, v)` through the chain `fs`, in the order of the data (`fs[0]` first), and return the pair at its end.
# `dfs[k]` is the derivative of `fs[k]`; there is at least one function.
# The name `jvp` stands for Jacobian-vector product (the Jacobian is explained in notebook 3); for a chain of single numbers it is its slope times $v$.
#
# Worked example: $3x + 2$, then the square, from $x = 1$ with $v = 0.3$.
# After the first function the value is 5 and the tangent $3 \cdot 0.3 = 0.9$.
# After the second the value is 25 and the tangent $10 \cdot 0.9 = 9$.
# So the result is `(25, 9)`.
#
# `x` and `v` are two numbers, or two arrays of the same shape, of whole numbers too; so are the two results.
# `x` and `v` must stay as they are.
# Use the derivatives in `dfs`: far out a difference is too coarse for the check.
#
# <details><summary>Hint 1: where to begin</summary>
#
# One loop, and in each round two updates: one for the value, one for the tangent.
#
# </details>
# <details><summary>Hint 2: the value is right, the tangent is wrong</summary>
#
# The slope belongs to the value that *enters* the function.
# Which of your two updates comes first?
#
# </details>
# <details><summary>Hint 3: a similar problem, solved</summary>
#
# From $x = 3$ with $v = 2$ through the square: the value is 9, the tangent $6 \cdot 2 = 12$.
# On through $1/t$, with the slope $-1/t^2$: the value is $\tfrac19$, the tangent $-\tfrac{1}{81} \cdot 12 \approx -0.148$.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "jvp", "locked": false, "schema_version": 3, "solution": true, "task": false}
def jvp(fs, dfs, x, v):
    """Value and tangent at the end of the chain that applies fs[0] first.

    Parameters
    ----------
    fs : list of functions, in the order in which the data flow
    dfs : list of functions, dfs[k] the derivative of fs[k]
    x : number or array, the value that enters the chain
    v : number or array, the shape of x, the tangent that enters the chain

    Returns
    -------
    (value, tangent) : two numbers or arrays, the shape of x
    """
    ### BEGIN SOLUTION
    for f, df in zip(fs, dfs, strict=True):
        x, v = f(x), df(x) * v
    return x, v
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_jvp", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""Value and tangent travel through the chain together."""
triple = check.function("t: 3 * t + 2")
three = check.function("t: 3 + 0 * t", shown="3")
squaring, double = check.function("t: t**2"), check.function("t: 2 * t")
pair = ("value", "tangent")
given = ([triple, squaring], [three, double], 1.0, 0.3)
check.value(jvp, *given, expected=(25.0, 9.0), names=pair)
given = ([squaring, triple], [double, three], 1.0, -2.0)
check.value(jvp, *given, expected=(5.0, -12.0), names=pair)
x, v = np.array([0.0, np.pi]), np.array([2.0, 3.0])
wanted = (np.zeros(2), np.array([2.0, -3.0]))
check.value(jvp, [np.sin], [np.cos], x, v, expected=wanted, names=pair)
check.contract(jvp, "jvp")
### BEGIN HIDDEN TESTS
sine, squared = (np.sin, np.cos), (squaring, double)
arctan = np.arctan, check.function("t: 1 / (1 + t**2)")
cosine = np.cos, check.function("t: -np.sin(t)")
constant = (
    check.function("t: 4 + 0 * t", shown="4"),
    check.function("t: 0 * t", shown="0"),
)
far = check.function("t: t + 1e12"), check.function("t: 1 + 0 * t", shown="1")
modulus = check.function("t: np.abs(t)", shown="|t|")


def pushed(fs, dfs, x, v):
    # By a complex step through the functions, which never looks at their derivatives.
    z = np.asarray(x, dtype=float) + 1e-30j * np.asarray(v, dtype=float)
    for f in fs:
        z = z * np.sign(z.real) if f is modulus else f(z)
    return z.real, z.imag / 1e-30


def straight(rng):
    a, b = rng.uniform(0.5, 2) * rng.choice([-1, 1]), rng.uniform(-1, 1)
    return (
        check.function("t: a * t + b", a=a, b=b),
        check.function("t: a + 0 * t", shown="a", a=a),
    )


def draw_push(rng, chain, x, v):
    (fs, dfs), x = zip(*chain(rng), strict=True), x(rng)
    v = v(rng, np.shape(x))
    return list(fs), list(dfs), x, v if np.ndim(x) else v.item()


check.sitting(
    jvp,
    "jvp",
    pushed,
    draw_push,
    # At 3e8 and beside 1e12 small steps are lost, whether they grow with x or not.
    also=[
        ([squaring, np.log], [double, check.function("t: 1 / t")], 3e8, 3.0),
        ([far[0], squaring], [far[1], double], 1.5, 3.0),
        ([modulus, far[0], squaring], [np.sign, far[1], double], -1.5, 3.0),
        ([np.sin], [np.cos], 1.5, -0.7),
        (
            [np.sin, triple],
            [np.cos, three],
            np.array([-1, 2, 0]),
            np.array([2, 1, -3]),
        ),
    ],
    names=pair,
    chain={
        "two functions": lambda rng: [straight(rng), squared],
        "one function": lambda rng: [sine],
        "another chain of two functions": lambda rng: [squared, sine],
        "three functions": lambda rng: [arctan, straight(rng), cosine],
        "the same function twice": lambda rng: [sine, sine],
        "five functions": lambda rng: [
            sine,
            straight(rng),
            squared,
            cosine,
            arctan,
        ],
        "a constant function": lambda rng: [squared, constant, straight(rng)],
        "values far from 0": lambda rng: [far, squared],
    },
    x={
        "a positive x": lambda rng: rng.uniform(0.5, 2),
        "a negative x": lambda rng: rng.uniform(-2, -0.5),
        "x = 0": lambda rng: 0.0,
        "x far from 0": lambda rng: (
            # Its square is near a multiple of π, where a sine is steep.
            np.sqrt(np.pi * rng.integers(3200, 28000) + rng.uniform(-1, 1))
            * rng.choice([-1, 1])
        ),
        "a whole number x": lambda rng: int(rng.choice([-3, -2, 1, 2])),
        "an array": lambda rng: rng.uniform(-2, 2, size=4),
        "a matrix": lambda rng: rng.uniform(-2, 2, size=(2, 3)),
        "a column": lambda rng: rng.uniform(-2, 2, size=(3, 1)),
        "an array of one number": lambda rng: rng.uniform(-2, 2, size=1),
        "an array of whole numbers": lambda rng: rng.permutation(5) - 2,
        "an empty array": lambda rng: np.zeros(0),
    },
    v={
        "a positive v": lambda rng, shape: np.asarray(
            rng.uniform(0.5, 3, shape)
        ),
        "a negative v": lambda rng, shape: np.asarray(
            rng.uniform(-3, -0.5, shape)
        ),
        "v = 0": lambda rng, shape: np.zeros(shape),
        "a large v": lambda rng, shape: np.asarray(
            rng.uniform(1e5, 1e6, shape)
        ),
        "a tiny v": lambda rng, shape: np.asarray(
            rng.uniform(1e-5, 1e-4, shape)
        ),
        "whole numbers v": lambda rng, shape: np.asarray(
            rng.integers(2, 5, shape)
        ),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: chains of one to five functions, also with the same one twice, with a constant one or with $|t|$.
# For `x` there are numbers near and far and arrays of any shape, the empty one included; tangents `v` are of either sign, tiny, large and 0.
# Both are of decimal and of whole numbers.
# Your results must agree to nine digits.

# %% [markdown]
# With letters, each function does
#
# $$(x,\ v) \;\longrightarrow\; \bigl(f(x),\ f'(x)\,v\bigr).$$
#
# Both directions give the same slope, so which one should a network use?
# The answer lies in the shape of the problem: very many weights, and one single number at the end, the loss.

# %% tags=["demo"]
dc.plotting.show(dc.plotting.plot_modes(weights=5, chosen=1))

# %% [markdown]
# **What to look at.**
# A forward-mode pass needs a tangent to start with, and so it answers a question about one weight (or one mixture of weights).
# For the slopes of all five weights it has to run five times.
# A reverse pass starts at the loss and meets every weight on its way: it has to run once, on the values that one forward pass has kept.
#
# Count the passes for the loss $L = (s - y)^2$ with $s = w_1 x_1 + w_2 x_2 + \dots$, a sum over all weights.

# %%
rng = np.random.default_rng(0)
for n in [5, 50, 500]:
    xs, ws, target = rng.normal(size=n), rng.normal(size=n), 1.0
    distance = ws @ xs - target
    forward_slopes, forward_passes = np.zeros(n), 0
    for k in range(n):
        speed = np.zeros(n)  # the tangents of the weights
        speed[k] = 1.0  # only weight k moves
        forward_slopes[k] = 2 * distance * (speed @ xs)
        forward_passes += 1
    # One pass: 2 * distance comes back to every weight.
    reverse_slopes, reverse_passes = 2 * distance * xs, 1
    same = np.allclose(forward_slopes, reverse_slopes)
    print(
        f"{n:>3} weights: {forward_passes:>3} forward or {reverse_passes} reverse, same slopes: {same}"
    )

# %% [markdown]
# A network with a million weights would need a million forward-mode passes for a single turn of its weights, or one reverse pass.
#
# **In short.** With many inputs and one output, go backward; with one input and many outputs, forward mode would win.
# The price of going backward is memory: the values of the forward pass are kept until the way back has used them.

# %% [markdown]
# ## 6. Deep chains
#
# *About 20 minutes.*
#
# A deep network is a long chain, with a local slope for each layer.
# Take two chains of 50 layers.
# In the first, each layer has the slope 0.9; in the second, each has the slope 1.1.
# A layer of the one hardly differs from a layer of the other.
#
# ### Exercise 2.8: predict (1 point)
#
# Compare the slopes of the two whole chains, from the input to the output.
# How many times larger is the slope of the second chain?
#
# - **A**: about 1.2 times.
# - **B**: about 10 times.
# - **C**: about 23,000 times.
# - **D**: about 60 times.
#
# Decide first, with a reason, then run on: the cells below have the answer, and the one after the picture the reason.


# %% nbgrader={"grade": false, "grade_id": "predict_fifty_layers", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict_fifty_layers():
    """Your prediction: return "A", "B", "C" or "D"."""
    ### BEGIN SOLUTION
    return "C"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_predict_fifty_layers", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""One of the four letters is chosen."""
check.choice(predict_fifty_layers, among="ABCD")
### BEGIN HIDDEN TESTS
check.choice(predict_fifty_layers, among="ABCD", correct="C")
### END HIDDEN TESTS

# %%
for layers in [1, 10, 50]:
    shrunk, grown = 0.9**layers, 1.1**layers
    print(
        f"layers = {layers:>2}: {shrunk:.4f} and {grown:8.4f}, ratio {grown / shrunk:10.1f}"
    )

# %% tags=["demo"]
dc.plotting.show(
    dc.plotting.plot_depth({"slope 1.1": 1.1, "slope 0.9": 0.9}, layers=50)
)

# %% [markdown]
# **What to look at.**
# Start on the right, at the output, where both gradients are close to 1, and go left.
# The axis is logarithmic, so multiplying by the same slope again and again draws a straight line.
# At the input one chain has a gradient of 117, the other of 0.005.
# One **explodes**, the other **vanishes**, and they are a factor of more than 22,000 apart.

# %% tags=["demo", "raises-exception"]
check.reason(predict_fifty_layers, "predict_fifty_layers")

# %% [markdown]
# Both are bad for learning.
# Where the gradient vanishes, the first layers hardly change; where it explodes, one turn of the weights overshoots by far.
# Only slopes around 1 keep a deep chain in balance, which is what careful starting weights and activations like ReLU are for.

# %% [markdown]
# ### Exercise 2.9: the gradient through depth (2 points)
#
# A chain has $n$ layers, counted from 0.
# Layer $k$ takes $a_k$ and returns $a_{k+1}$, and its local slope is `slopes[k]`.
# So $a_0$ is the input of the chain and $a_n$ its output:
#
# $$a_0 \xrightarrow{\ s_0\ } a_1 \xrightarrow{\ s_1\ } a_2 \longrightarrow \dots \xrightarrow{\ s_{n-1}\ } a_n.$$
#
# Return the gradient at each layer: the slope $g_k = \partial a_n / \partial a_k$ of the output $a_n$ against what *enters* layer $k$, for $k = 0, \dots, n - 1$.
#
# Worked example: for the slopes `[2, 3, 0.5]` the result is `[3, 1.5, 0.5]`, an array as long as `slopes`.
# A nudge of $a_2$ passes the last layer only and comes out 0.5 times as large.
# A nudge of $a_1$ passes two layers, and comes out $3 \cdot 0.5 = 1.5$ times as large.
# A slope may also be negative, 0 or a whole number; there is at least one layer.
#
# <details><summary>Hint 1: where to begin</summary>
#
# For which layer do you know the gradient without any computing?
# How does that of its neighbour follow from it, with a single multiplication?
#
# </details>
# <details><summary>Hint 2: my result is in the wrong order</summary>
#
# Entry 0 of the result belongs to layer 0, which is furthest from the output.
# Fill the array from its end, or turn it round at last.
#
# </details>
# <details><summary>Hint 3: NaN, or a division by zero</summary>
#
# Dividing the whole product by the slopes in front fails when one of them is 0.
# Nothing has to be divided.
#
# A similar problem: you buy things for 2, 3 and 0.5; how much is still to be paid before each?
# Before the last it is 0.5, before the second $3 + 0.5 = 3.5$, before the first $2 + 3.5 = 5.5$.
# Each is the price itself, together with what comes behind it.
#
# </details>
# <details><summary>Hint 4: a similar problem, solved</summary>
#
# A walk has stages of 3, 5 and 2 kilometres.
# From the start of each stage there are 10, 7 and 2 to go.
# Begin at the end: 2, then 2 + 5, then 7 + 3.
#
# </details>


# %% nbgrader={"grade": false, "grade_id": "gradient_through_depth", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_through_depth(slopes):
    """Slope of a chain's output against what enters each of its layers.

    Parameters
    ----------
    slopes : list or array of numbers, shape (n,), slopes[0] is at the input

    Returns
    -------
    array, shape (n,): entry k is the slope against what enters layer k
    """
    ### BEGIN SOLUTION
    gradient = np.zeros(len(slopes))
    product = 1.0
    for k in reversed(range(len(slopes))):
        product = product * slopes[k]
        gradient[k] = product
    return gradient
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_gradient_through_depth", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false} tags=["raises-exception"]
"""The gradient at a layer is the product of the slopes from there to the output."""
wanted = np.array([3.0, 1.5, 0.5])
check.value(gradient_through_depth, [2.0, 3.0, 0.5], expected=wanted)
slopes, wanted = np.array([0.25, 4.0, -3.0]), np.array([-3.0, -12.0, -3.0])
check.value(gradient_through_depth, slopes, expected=wanted)
check.value(gradient_through_depth, [0.7], expected=np.array([0.7]))
check.contract(gradient_through_depth, "gradient_through_depth")
### BEGIN HIDDEN TESTS
some = lambda rng, n: rng.uniform(0.3, 2, size=n)


def with_zero(rng, place):
    slopes = some(rng, 5)
    slopes[place] = 0.0  # a dead unit: no gradient passes it
    return slopes


check.sitting(
    gradient_through_depth,
    "gradient_through_depth",
    lambda slopes: np.array(
        [np.prod(slopes[k:], dtype=float) for k in range(len(slopes))]
    ),
    lambda rng, slopes: (slopes(rng),),
    also=[([2, 0.5, 0.25],), ([0.5, 0.25, 2],)],
    atol=0,
    slopes={
        "three layers": lambda rng: some(rng, 3).tolist(),
        "one layer": lambda rng: some(rng, 1).tolist(),
        "two layers": lambda rng: some(rng, 2).tolist(),
        "seven layers": lambda rng: some(rng, 7).tolist(),
        "an array of one slope": lambda rng: some(rng, 1),
        "an array of two slopes": lambda rng: some(rng, 2),
        "an array of seven slopes": lambda rng: some(rng, 7),
        "slopes of either sign": lambda rng: some(rng, 4) * [1, -1, -1, -1],
        "a list of negative slopes": lambda rng: (-some(rng, 3)).tolist(),
        "a 0 at the input": lambda rng: with_zero(rng, 0),
        "a 0 in the middle": lambda rng: with_zero(rng, 2).tolist(),
        "a 0 at the output": lambda rng: with_zero(rng, 4),
        "whole numbers": lambda rng: rng.integers(1, 5, size=4).tolist(),
        "an array of whole numbers": lambda rng: 1 + rng.permutation(5),
        "sixty sigmoids": lambda rng: rng.uniform(0.05, 0.25, size=60),
        "sixty large slopes": lambda rng: rng.uniform(3, 9, size=60).tolist(),
    },
)
### END HIDDEN TESTS

# %% [markdown]
# **At hand-in** fresh inputs are drawn: decimal slopes of one to sixty layers, whole ones of up to five, lists and arrays, of either sign, 0, small and large.
# Your result must agree to nine digits, however small it is.

# %% [markdown]
# In letters: $g_k = s_k \cdot s_{k+1} \cdots s_{n-1}$, the slope of the layer and of all layers after it.
# Explore depth with your own function.

# %% tags=["demo"]
dc.widgets.depth_explorer(gradient_through_depth)

# %% [markdown]
# **What to look at.**
# Set the slope to 0.25, the largest that a sigmoid has, and let the depth grow: each layer costs a factor of 4.
# At a slope of 1 with no spread the gradient stays 1.
# Then raise the spread: slopes that are 1 only on average let the gradient wander, since products do not average out.
#
# **In short.** Products over many layers vanish or explode unless the slopes are close to 1.

# %% [markdown]
# ### Stretch: how a chain bends (no points)
#
# The slope of a chain, $g'(f(x)) \cdot f'(x)$, has a slope itself, the second derivative, which says how the chain bends.
# It is a product whose first factor is a chain, so it takes two rules: $(u\,v)' = u'\,v + u\,v'$, and the chain rule.
#
# Given are $f$, its slope `df` and the slope of that, `ddf`; of $g$ the same two, `dg` and `ddg`.
# Return the second derivative of $g(f(x))$ at `x`.
# The check bends $\sin(x^2)$, whose slope is $2x \cos(x^2)$.
# Then ask what a straight line $f$ does to the bend of $g$.


# %% tags=["practice", "raises-exception"]
def chain_bend(f, df, ddf, dg, ddg, x):
    """Second derivative of g(f(x))."""
    ### BEGIN SOLUTION
    return ddg(f(x)) * df(x) ** 2 + dg(f(x)) * ddf(x)
    ### END SOLUTION


check.derivative(
    chain_bend,
    leading=(
        check.function("t: t**2"),
        check.function("t: 2 * t"),
        check.function("t: 2 + 0 * t", shown="2"),
        np.cos,
        check.function("t: -np.sin(t)"),
    ),
    of=lambda x: 2 * x * np.cos(x**2),
    at=[-1.5, 0.0, 0.7, 2.0],
)

# %% [markdown]
# <details><summary>What does a straight line f do to the bend of g?</summary>
#
# Its slope $a$ is the same everywhere, and its own bend is 0.
# So only $g''(f(x)) \cdot a^2$ is left: the bend of $g$, times the square of the slope.
#
# </details>

# %% [markdown]
# ## Recap
#
# - In a chain, slopes multiply, each at the value that arrives there: $\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}$.
# - The forward pass keeps all values; the backward pass moves from the loss to the weights: what arrives, times the local slope.
# - Where a value fans out, the gradients that come back along all paths add up.
# - Many weights and one loss: one reverse pass gives all slopes.
# - Over many layers, products vanish or explode unless the slopes are close to 1.
#
# **Next: `03_gradients`.**
# The slopes against all weights together form an arrow: what it says, and where it points.

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
