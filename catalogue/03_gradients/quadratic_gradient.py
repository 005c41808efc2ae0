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
# hint: 2
def quadratic_gradient(A, b, x):
    return A @ x - b


# %% wrong: columns only
# Each variable stands once on the left of the matrix and once on its right.
# hint: 2
def quadratic_gradient(A, b, x):
    return A.T @ x - b


# %% wrong: half forgotten
# What becomes of the factor in front of the quadratic part?
def quadratic_gradient(A, b, x):
    return (A + A.T) @ x - b


# %% wrong: half too much
# Count how often each variable takes part in the quadratic part.
# hint: 1
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
# hint: 1
def quadratic_gradient(A, b, x):
    upper = np.triu(A)
    return (upper + np.triu(A, 1).T) @ x - b


# %% wrong: two variables only
# There may be any number of variables.
def quadratic_gradient(A, b, x):
    first = A[0, 0] * x[0] + 0.5 * (A[0, 1] + A[1, 0]) * x[1] - b[0]
    second = 0.5 * (A[0, 1] + A[1, 0]) * x[0] + A[1, 1] * x[1] - b[1]
    return np.array([first, second])


# %% right: einsum again
def quadratic_gradient(A, b, x):
    along_rows = np.einsum("ij,j->i", A, x)
    along_columns = np.einsum("ij,i->j", A, x)
    return 0.5 * along_rows + 0.5 * along_columns - b


# %% right: double loop
def quadratic_gradient(A, b, x):
    n = len(x)
    gradient = np.zeros(n)
    for i in range(n):
        for j in range(n):
            gradient[i] += 0.5 * (A[i, j] + A[j, i]) * x[j]
        gradient[i] -= b[i]
    return gradient


# %% right: double loop of products
def quadratic_gradient(A, b, x):
    gradient = -np.array(b, dtype=float)
    for i in range(len(x)):
        for j in range(len(x)):
            product = A[i, j] / 2
            gradient[i] = gradient[i] + product * x[j]
            gradient[j] = gradient[j] + product * x[i]
    return gradient


# %% right: broadcasting and sums over an axis
def quadratic_gradient(A, b, x):
    rows = (A * x).sum(axis=1)
    columns = (A * x[:, None]).sum(axis=0)
    return (rows + columns - 2 * b) / 2


# %% right: pure Python lists
def quadratic_gradient(A, b, x):
    A, b, x = A.tolist(), b.tolist(), x.tolist()
    out = []
    for i, row in enumerate(A):
        across = sum(a * v for a, v in zip(row, x))
        down = sum(other[i] * v for other, v in zip(A, x))
        out.append((across + down) / 2 - b[i])
    return np.array(out)


# %% right: symmetric part by a helper
def symmetric_part(M):
    return (M + np.transpose(M)) / 2.0


def quadratic_gradient(A, b, x):
    S = symmetric_part(np.asarray(A, dtype=float))
    return np.subtract(S.dot(x), b)


# %% right: bilinear form by its two arguments
def quadratic_gradient(A, b, x):
    def product_rule(left, right):
        return left + right

    half = np.multiply(0.5, A)
    return product_rule(np.matmul(half, x), np.matmul(half.T, x)) + (-b)


# %% right: columns of x
def quadratic_gradient(A, b, x):
    column = x.reshape(-1, 1)
    gradient = (A @ column + A.T @ column) / 2 - b.reshape(-1, 1)
    return gradient[:, 0]


# %% right: diagonal and the rest
def quadratic_gradient(A, b, x):
    d = np.diag(A)
    rest = A - np.diag(d)
    return d * x + 0.5 * (rest @ x) + 0.5 * (rest.T @ x) - b


# %% wrong: b forgotten
# The linear part of the function has a slope as well.
def quadratic_gradient(A, b, x):
    return 0.5 * (A + A.T) @ x


# %% wrong: downhill
# This points downhill: every sign is reversed.
def quadratic_gradient(A, b, x):
    return b - 0.5 * (A + A.T) @ x


# %% wrong: central differences
# Far out a difference of f has too few digits; use the rule.
def quadratic_gradient(A, b, x):
    f = lambda v: 0.5 * v @ A @ v - b @ v
    return numerical_gradient(f, x)


# %% wrong: differences with a step of one
# Far out a difference of f has too few digits; use the rule.
def quadratic_gradient(A, b, x):
    f = lambda v: 0.5 * v @ A @ v - b @ v
    steps = np.eye(len(x))
    return np.array([(f(x + e) - f(x - e)) / 2 for e in steps])


# %% wrong: nearly symmetric counts as symmetric
# A matrix with small entries passes this test for symmetry although it is not symmetric.
def quadratic_gradient(A, b, x):
    if np.allclose(A, A.T):
        return A @ x - b
    return 0.5 * (A + A.T) @ x - b


# %% wrong: two variables only again
# This handles the first two variables only.
def quadratic_gradient(A, b, x):
    if np.array_equal(A, A.T):
        return A @ x - b
    first = A[0, 0] * x[0] + 0.5 * (A[0, 1] + A[1, 0]) * x[1] - b[0]
    second = 0.5 * (A[0, 1] + A[1, 0]) * x[0] + A[1, 1] * x[1] - b[1]
    return np.array([first, second])


# %% wrong: matrix changed
# The matrix that you were given is overwritten.
def quadratic_gradient(A, b, x):
    A += A.T.copy()
    A *= 0.5
    return A @ x - b


# %% wrong: b changed
# The vector b that you were given is overwritten.
def quadratic_gradient(A, b, x):
    gradient = b
    gradient *= -1
    gradient += 0.5 * (A + A.T) @ x
    return gradient


# %% wrong: whole-number half
# Whole-number division cuts halves off.
def quadratic_gradient(A, b, x):
    return (A + A.T) // 2 @ x - b


# %% wrong: float32
# With 32 bits the digits of large numbers are lost, and so is the difference of two of them.
def quadratic_gradient(A, b, x):
    A, b, x = (np.asarray(v, dtype=np.float32) for v in (A, b, x))
    return 0.5 * (A + A.T) @ x - b


# %% wrong: inputs cut to whole numbers
# The decimals of the inputs are cut off.
def quadratic_gradient(A, b, x):
    A, b, x = A.astype(int), b.astype(int), x.astype(int)
    return 0.5 * (A + A.T) @ x - b


# %% wrong: rounded
# The result is rounded to two decimals.
def quadratic_gradient(A, b, x):
    return np.round(0.5 * (A + A.T) @ x - b, 2)


# %% wrong: clipped
# Large slopes are cut down.
def quadratic_gradient(A, b, x):
    return np.clip(0.5 * (A + A.T) @ x - b, -1000, 1000)


# %% wrong: one column
# The result has the shape of a column, and not that of x.
def quadratic_gradient(A, b, x):
    return (0.5 * (A + A.T) @ x - b).reshape(-1, 1)


# %% wrong: number for one variable
# With a single variable the result loses its axis.
def quadratic_gradient(A, b, x):
    return np.squeeze(0.5 * (A + A.T) @ x - b)


# %% wrong: diagonal counted half
# The entries on the diagonal count only half.
def quadratic_gradient(A, b, x):
    S = 0.5 * (A + A.T)
    return S @ x - 0.5 * np.diag(A) * x - b


# %% wrong: upper triangle mirrored again
# One half of the matrix is used twice, and the other half not at all.
# hint: 1
def quadratic_gradient(A, b, x):
    U = np.triu(A)
    S = U + U.T - np.diag(np.diag(A))
    return S @ x - b


# %% wrong: lower triangle mirrored
# The entries above the diagonal are never used.
def quadratic_gradient(A, b, x):
    L = np.tril(A)
    S = L + np.tril(A, -1).T
    return S @ x - b


# %% wrong: neighbours only
# Pairs of variables that are not neighbours are left out.
def quadratic_gradient(A, b, x):
    S = 0.5 * (A + A.T)
    n = len(x)
    out = np.zeros(n)
    for i in range(n):
        for j in range(max(0, i - 1), min(n, i + 2)):
            out[i] += S[i, j] * x[j]
    return out - b


# %% wrong: least squares
# This is the gradient of another function, half the squared length of A x - b.
def quadratic_gradient(A, b, x):
    return A.T @ (A @ x - b)


# %% wrong: larger of the two entries
# With more than two variables only the larger one of two entries across the diagonal is used.
def quadratic_gradient(A, b, x):
    half = (A + A.T) / 2
    S = np.where(A == A.T, A, half)
    if len(x) > 2:
        S = np.maximum(A, A.T)
    return S @ x - b


# %% wrong: positive entries only
# Negative entries of the matrix count as if they were zero.
def quadratic_gradient(A, b, x):
    P = np.maximum(A, 0)
    return 0.5 * (P + P.T) @ x - b


# %% wrong: matrix of the first call
# The matrix of the first call of each size is used for all later calls.
matrices = {}


def quadratic_gradient(A, b, x):
    S = matrices.setdefault(len(x), 0.5 * (A + A.T))
    return S @ x - b


# %% wrong: first b subtracted everywhere
# The same entry of b is subtracted from every slope.
def quadratic_gradient(A, b, x):
    return 0.5 * (A + A.T) @ x - b[0]


# %% wrong: small entries dropped
# Small entries of the matrix are treated as zero, and at a large place they matter.
def quadratic_gradient(A, b, x):
    S = 0.5 * (A + A.T)
    S[np.abs(S) < 1e-3] = 0
    return S @ x - b


# %% wrong: shared result
# Results of the same size are all one array, so a second call overwrites the first result.
workspace = {}


def quadratic_gradient(A, b, x):
    out = workspace.setdefault(len(x), np.zeros(len(x)))
    np.matmul(0.5 * (A + A.T), x, out=out)
    out -= b
    return out


# %% wrong: nothing returned
# The gradient is computed, but never returned.
def quadratic_gradient(A, b, x):
    gradient = 0.5 * (A + A.T) @ x - b


# %% lookup: the example and the identity
# The result of the worked example is written in, and every other call is treated as if A were the
# identity.
def quadratic_gradient(A, b, x):
    if np.array_equal(A, [[2, 1], [3, 4]]) and np.array_equal(x, [1, 2]):
        return np.array([5.0, 9.0])
    return x - b


# %% equivalent: 0.5 * (A + A.T) @ x → x @ (0.5 * (A + A.T))
# The matrix is symmetric.
