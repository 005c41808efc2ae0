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
# You take the largest number in A. It stands on the diagonal, and is the largest
# eigenvalue only where all else in its row is zero.
# hint: 2


def max_stable_learning_rate(A):
    return 2 / np.diag(A).max()


# %% wrong: largest entry
# You take the largest number in A. It stands on the diagonal, and is the largest
# eigenvalue only where all else in its row is zero.
# hint: 2


def max_stable_learning_rate(A):
    return 2 / A.max()


# %% wrong: trace
# The sum of the diagonal is the sum of all eigenvalues.
# hint: 1


def max_stable_learning_rate(A):
    return 2 / np.trace(A)


# %% wrong: Frobenius norm
# Without a second argument the norm of a matrix mixes all eigenvalues.
# hint: 1


def max_stable_learning_rate(A):
    return 2 / np.linalg.norm(A)


# %% wrong: row sums
# The largest row sum is only a bound for the eigenvalues.
# hint: 1


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
# hint: 1


def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvals(A)[-1]


# %% wrong: a few rounds of iteration
# Your iteration ends before it has reached the largest eigenvalue.
# hint: 1
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


# %% right: largest of eigvalsh
def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvalsh(A)[-1]


# %% right: eigvals and maximum
def max_stable_learning_rate(A):
    eigenvalues = np.linalg.eigvals(A)
    return 2.0 / float(np.max(np.real(eigenvalues)))


# %% right: spectral norm again
def max_stable_learning_rate(A):
    # all eigenvalues are positive, so the largest singular value is the largest eigenvalue
    return float(2 / np.linalg.norm(A, ord=2))


# %% right: singular values
def max_stable_learning_rate(A):
    return 2 / np.linalg.svd(A, compute_uv=False).max()


# %% right: smallest over all directions
def max_stable_learning_rate(A):
    limits = [
        2 / curvature for curvature in np.linalg.eigvalsh(np.asarray(A, dtype=float))
    ]
    return min(limits)


# %% right: repeated squaring
import math


def max_stable_learning_rate(A):
    B = np.array(A, dtype=float)
    log_scale, power = 0.0, 1.0  # A to the power = exp(log_scale) * B
    for _ in range(60):
        size = np.trace(B)
        B = B / size
        log_scale += math.log(size)
        B = B @ B
        log_scale *= 2
        power *= 2
    largest = math.exp((log_scale + math.log(np.trace(B))) / power)
    return 2 / largest


# %% right: rotations by Jacobi
def max_stable_learning_rate(A):
    M = [[float(x) for x in row] for row in A]
    n = len(M)
    for _ in range(60):
        for p in range(n):
            for q in range(p + 1, n):
                if M[p][q] == 0.0:
                    continue
                theta = (M[q][q] - M[p][p]) / (2 * M[p][q])
                sign = 1.0 if theta >= 0 else -1.0
                t = sign / (abs(theta) + (theta * theta + 1) ** 0.5)
                c = 1 / (t * t + 1) ** 0.5
                s = t * c
                for k in range(n):
                    M[k][p], M[k][q] = (
                        c * M[k][p] - s * M[k][q],
                        s * M[k][p] + c * M[k][q],
                    )
                for k in range(n):
                    M[p][k], M[q][k] = (
                        c * M[p][k] - s * M[q][k],
                        s * M[p][k] + c * M[q][k],
                    )
    return 2 / max(M[i][i] for i in range(n))


# %% right: bisection with Cholesky
def _all_positive(M):
    try:
        np.linalg.cholesky(M)
    except np.linalg.LinAlgError:
        return False
    return True


def max_stable_learning_rate(A):
    A = np.asarray(A, dtype=float)
    low, high = 0.0, 2 * float(np.trace(A))
    for _ in range(200):
        middle = 0.5 * (low + high)
        if _all_positive(middle * np.eye(len(A)) - A):
            high = middle
        else:
            low = middle
    return 2 / high


# %% right: through the inverse
def max_stable_learning_rate(A):
    smallest_of_inverse = np.linalg.eigvalsh(np.linalg.inv(A)).min()
    return 2 * smallest_of_inverse


# %% right: eigh and its vectors
def max_stable_learning_rate(A):
    values, vectors = np.linalg.eigh(A)
    steepest = vectors[:, np.argmax(values)]
    return 2 / (steepest @ A @ steepest)


# %% wrong: diagonal only
# You take the largest number in A. It stands on the diagonal, and is the largest eigenvalue only
# where all else in its row is zero.
# hint: 2
def max_stable_learning_rate(A):
    return 2 / np.max(np.diag(A))


# %% wrong: flattest direction
# The flattest direction is taken instead of the one that matters.
def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvalsh(A)[0]


# %% wrong: best compromise again
# This is the best rate for a stretched bowl, not the largest stable one.
def max_stable_learning_rate(A):
    values = np.linalg.eigvalsh(A)
    return 2 / (values[0] + values[-1])


# %% wrong: power iteration from ones
# The search starts from a vector of ones; if that is itself an eigenvector, or at right angles to
# the steepest direction, another curvature is found.
def max_stable_learning_rate(A):
    v = np.ones(len(A))
    for _ in range(500):
        v = A @ v
        v = v / np.linalg.norm(v)
    return 2 / (v @ A @ v)


# %% wrong: few power steps
# A handful of multiplications does not yet find the steepest direction when two curvatures are
# close to each other.
def max_stable_learning_rate(A):
    v = np.sqrt(np.arange(1.0, len(A) + 1))
    for _ in range(8):
        v = A @ v
        v = v / np.linalg.norm(v)
    return 2 / (v @ A @ v)


# %% wrong: second eigenvalue
# The second eigenvalue of the list is taken (or the only one); with more than two weights it need
# not be the largest.
def max_stable_learning_rate(A):
    values = np.linalg.eigvalsh(A)
    return 2 / values[min(1, len(values) - 1)]


# %% wrong: two by two corner
# Only the upper left corner is looked at; larger matrices have more directions.
def max_stable_learning_rate(A):
    corner = A[:2, :2]
    return 2 / np.linalg.eigvalsh(corner).max()


# %% wrong: triangle
# You take the largest number in A. It stands on the diagonal, and is the largest eigenvalue only
# where all else in its row is zero.
# hint: 2
def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvals(np.triu(A)).real.max()


# %% wrong: never above one
# The limit is capped at 1, but flat bowls allow much larger rates.
def max_stable_learning_rate(A):
    return min(2 / np.linalg.eigvalsh(A).max(), 1.0)


# %% wrong: rounded
# The limit is rounded to six decimals, so for very steep bowls nothing of it remains.
def max_stable_learning_rate(A):
    return round(float(2 / np.linalg.eigvalsh(A).max()), 6)


# %% wrong: whole numbers only
# The entries of the matrix are cut down to whole numbers first.
def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvalsh(np.array(A, dtype=int)).max()


# %% wrong: formula for two weights
# The formula for two weights is applied to trace and determinant of every matrix; with three or
# more weights these do not fix the curvatures.
def max_stable_learning_rate(A):
    if len(A) == 1:
        return 2 / A[0, 0]
    trace, det = np.trace(A), np.linalg.det(A)
    return 2 / (trace / 2 + np.sqrt(abs(trace**2 / 4 - det)))


# %% wrong: diagonal plus neighbour
# To the diagonal only the largest entry beside it is added; this happens to fit a special kind of
# 2 by 2 matrix.
def max_stable_learning_rate(A):
    off = A - np.diag(np.diag(A))
    return 2 / (np.diag(A).max() + np.abs(off).max())


# %% wrong: inverse of the mean
# The mean curvature is used, but the steepest direction lies above the mean.
def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvalsh(A).mean()


# %% wrong: first matrix remembered
# The eigenvalues are remembered by the size of the matrix, so another matrix of the same size gets
# the old limit.
_seen = {}


def max_stable_learning_rate(A):
    if A.shape not in _seen:
        _seen[A.shape] = 2 / np.linalg.eigvalsh(A).max()
    return _seen[A.shape]


# %% wrong: trial in steps of a hundredth
# Trying out rates on a coarse grid gives only a neighbour of the limit, and the grid ends at a
# fixed rate.
def max_stable_learning_rate(A):
    best = 0.0
    for k in range(1, 201):
        rate = k / 100
        if (
            np.max(np.abs(np.linalg.eigvalsh(np.eye(len(A)) - rate * np.asarray(A))))
            < 1
        ):
            best = rate
    return best


# %% wrong: quadratic form along the axes and diagonal
# Curvature is measured in a few fixed directions only; the steepest direction may be another one.
def max_stable_learning_rate(A):
    n = len(A)
    directions = list(np.eye(n)) + [np.ones(n) / np.sqrt(n)]
    return 2 / max(d @ A @ d for d in directions)


# %% lookup: three matrices
# You take the largest number in A. It stands on the diagonal, and is the largest eigenvalue only
# where all else in its row is zero.
# hint: 2
def max_stable_learning_rate(A):
    rows = tuple(tuple(float(x) for x in row) for row in A)
    known = {
        ((2.0, 0.0), (0.0, 8.0)): 0.25,
        ((2.0, 1.0), (1.0, 2.0)): 2 / 3,
        ((4.0,),): 0.5,
    }
    return known.get(rows, 2 / max(np.diag(A)))
