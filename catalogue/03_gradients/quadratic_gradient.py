"""Answers to `quadratic_gradient` of 03_gradients, right and wrong."""


# %% right: symmetric part
def quadratic_gradient(A, b, x):
    return 0.5 * (A + A.T) @ x - b


# %% right: rows and columns
def quadratic_gradient(A, b, x):
    return (A @ x + x @ A) / 2 - b


# %% right: loops
def quadratic_gradient(A, b, x):
    n = len(x)
    grad = np.zeros(n)
    for i in range(n):
        for j in range(n):
            grad[i] += 0.5 * A[i, j] * x[j]
            grad[i] += 0.5 * A[j, i] * x[j]
        grad[i] -= b[i]
    return grad


# %% right: einsum
def quadratic_gradient(A, b, x):
    rows = np.einsum("ij,j->i", A, x)
    columns = np.einsum("ji,j->i", A, x)
    return 0.5 * rows + 0.5 * columns - b


# %% right: sums of products, as a list
def quadratic_gradient(A, b, x):
    S = (A + np.transpose(A)) / 2
    return [sum(S[i] * x) - b[i] for i in range(len(b))]


# %% wrong: symmetric only
# Right for symmetric matrices; where do the entries below and above the diagonal go?
def quadratic_gradient(A, b, x):
    return A @ x - b


# %% wrong: columns only
# Each variable stands once on the left of the matrix and once on its right.
def quadratic_gradient(A, b, x):
    return A.T @ x - b


# %% wrong: half forgotten
# What becomes of the factor in front of the quadratic part?
def quadratic_gradient(A, b, x):
    return (A + A.T) @ x - b


# %% wrong: half too much
# Count how often each variable takes part in the quadratic part.
def quadratic_gradient(A, b, x):
    return 0.5 * A @ x - b


# %% wrong: plus b
# Mind the sign of the linear part.
def quadratic_gradient(A, b, x):
    return 0.5 * (A + A.T) @ x + b


# %% wrong: b halved
# Which part does the factor one half belong to?
def quadratic_gradient(A, b, x):
    return 0.5 * ((A + A.T) @ x - b)


# %% wrong: elementwise
# Between a matrix and a vector, * multiplies entry by entry.
def quadratic_gradient(A, b, x):
    return 0.5 * (A + A.T) * x - b


# %% wrong: value for gradient
# This is the function itself, one number; asked are its slopes.
def quadratic_gradient(A, b, x):
    return 0.5 * x @ A @ x - b @ x


# %% wrong: differences
# Far out a difference of f has too few digits; use the rule.
def quadratic_gradient(A, b, x):
    f = lambda v: 0.5 * v @ A @ v - b @ v
    h = 1e-5
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in h * np.eye(len(x))])


# %% wrong: differences with a wide step
# Far out a difference of f has too few digits; use the rule.
def quadratic_gradient(A, b, x):
    f = lambda v: 0.5 * v @ A @ v - b @ v
    return np.array([(f(x + e) - f(x - e)) / 2 for e in np.eye(len(x))])


# %% wrong: overwrites b
# An operator with = changes the array that was given.
def quadratic_gradient(A, b, x):
    b -= 0.5 * (A + A.T) @ x
    return -b


# %% wrong: symmetric part in place
# An operator with = changes the array that was given.
def quadratic_gradient(A, b, x):
    A += A.T.copy()
    return 0.5 * A @ x - b


# %% wrong: upper triangle mirrored
# One half of the matrix is used twice, and the other half not at all.
def quadratic_gradient(A, b, x):
    upper = np.triu(A)
    return (upper + np.triu(A, 1).T) @ x - b


# %% wrong: two variables only
# There may be any number of variables.
def quadratic_gradient(A, b, x):
    first = A[0, 0] * x[0] + 0.5 * (A[0, 1] + A[1, 0]) * x[1] - b[0]
    second = 0.5 * (A[0, 1] + A[1, 0]) * x[0] + A[1, 1] * x[1] - b[1]
    return np.array([first, second])


# %% equivalent: 0.5 * (A + A.T) @ x → x @ (0.5 * (A + A.T))
# The matrix is symmetric.
