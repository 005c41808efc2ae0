"""Answers to `max_stable_learning_rate` of 04_gradient_descent, right and wrong."""


# %% right: last of the sorted eigenvalues


def max_stable_learning_rate(A):
    return 2.0 / np.linalg.eigvalsh(A)[-1]


# %% right: spectral norm


def max_stable_learning_rate(A):
    return 2 / np.linalg.norm(A, 2)


# %% right: general eigenvalues


def max_stable_learning_rate(A):
    values, vectors = np.linalg.eig(A)
    return 2 / max(values.real)


# %% right: largest singular value


def max_stable_learning_rate(A):
    return 2 / np.linalg.svd(A, compute_uv=False)[0]


# %% right: smallest limit of all directions


def max_stable_learning_rate(A):
    limits = []
    for curvature in np.linalg.eigh(A)[0]:
        limits.append(2 / curvature)
    return min(limits)


# %% wrong: smallest eigenvalue
# The flattest direction is taken instead of the one that matters.


def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvalsh(A).min()


# %% wrong: one over
# This is the rate that lands in one step along the steepest direction, not the limit.


def max_stable_learning_rate(A):
    return 1 / np.linalg.eigvalsh(A).max()


# %% wrong: diagonal
# The diagonal holds the eigenvalues only if everything else is zero.


def max_stable_learning_rate(A):
    return 2 / np.diag(A).max()


# %% wrong: largest entry
# The largest entry of a matrix is not its largest eigenvalue.


def max_stable_learning_rate(A):
    return 2 / A.max()


# %% wrong: trace
# The sum of the diagonal is the sum of all eigenvalues.


def max_stable_learning_rate(A):
    return 2 / np.trace(A)


# %% wrong: Frobenius norm
# Without a second argument the norm of a matrix mixes all eigenvalues.


def max_stable_learning_rate(A):
    return 2 / np.linalg.norm(A)


# %% wrong: row sums
# The largest row sum is only a bound for the eigenvalues.


def max_stable_learning_rate(A):
    return 2 / np.abs(A).sum(axis=1).max()


# %% wrong: best compromise
# This is the best rate for a stretched bowl, not the largest stable one.


def max_stable_learning_rate(A):
    return 2 / (np.linalg.eigvalsh(A)[0] + np.linalg.eigvalsh(A)[-1])


# %% wrong: one number per direction
# One limit for each direction is returned, but a single one is asked for.


def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvalsh(A)


# %% wrong: upside down
# The fraction is upside down.


def max_stable_learning_rate(A):
    return np.linalg.eigvalsh(A).max() / 2


# %% wrong: first of the unsorted
# np.linalg.eigvals does not sort, so its last entry may be any of them.


def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvals(A)[-1]


# %% wrong: a few rounds of iteration
# Your iteration ends before it has reached the largest eigenvalue.
def max_stable_learning_rate(A):
    v = np.ones(len(A))
    for _ in range(10):
        v = A @ v
        v = v / np.linalg.norm(v)
    return 2 / (v @ A @ v)


# %% wrong: a little smaller to be safe
# The limit itself is asked for, without a margin.
def max_stable_learning_rate(A):
    return 0.99 * 2 / np.linalg.eigvalsh(A).max()
