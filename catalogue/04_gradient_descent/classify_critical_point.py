"""Answers to `classify_critical_point` of 04_gradient_descent, right and wrong."""


# %% right: smallest and largest
def classify_critical_point(H):
    curvatures = np.linalg.eigvalsh(H)
    if curvatures[0] > 0:
        return "minimum"
    if curvatures[-1] < 0:
        return "maximum"
    return "saddle"


# %% right: count the positive ones
def classify_critical_point(H):
    values, _ = np.linalg.eig(H)
    positive = sum(value > 0 for value in values)
    if positive == len(H):
        return "minimum"
    elif positive == 0:
        return "maximum"
    else:
        return "saddle"


# %% right: set of signs
def classify_critical_point(H):
    signs = set(np.sign(np.linalg.eigh(H).eigenvalues))
    return {(1.0,): "minimum", (-1.0,): "maximum"}.get(tuple(signs), "saddle")


# %% right: Cholesky succeeds or not
def classify_critical_point(H):
    for sign, kind in ((1, "minimum"), (-1, "maximum")):
        try:
            np.linalg.cholesky(sign * H)
            return kind
        except np.linalg.LinAlgError:
            pass
    return "saddle"


# %% right: leading minors
def classify_critical_point(H):
    minors = [np.linalg.det(H[:k, :k]) for k in range(1, len(H) + 1)]
    if all(minor > 0 for minor in minors):
        return "minimum"
    if all(minor * (-1) ** k > 0 for k, minor in enumerate(minors, start=1)):
        return "maximum"
    return "saddle"


# %% wrong: diagonal
# The signs on the diagonal are not those of the eigenvalues.
def classify_critical_point(H):
    d = np.diag(H)
    return "minimum" if (d > 0).all() else "maximum" if (d < 0).all() else "saddle"


# %% wrong: determinant
# The sign of the determinant tells a saddle only for two weights.
def classify_critical_point(H):
    if np.linalg.det(H) < 0:
        return "saddle"
    return "minimum" if H[0, 0] > 0 else "maximum"


# %% wrong: trace
# The sum of the curvatures does not tell the sign of each.
def classify_critical_point(H):
    return "minimum" if np.trace(H) > 0 else "maximum"


# %% wrong: all entries
# The signs of the entries are not those of the eigenvalues.
def classify_critical_point(H):
    return "minimum" if (H > 0).all() else "maximum" if (H < 0).all() else "saddle"


# %% wrong: exchanged
# Minimum and maximum have changed places.
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    return "maximum" if (c > 0).all() else "minimum" if (c < 0).all() else "saddle"


# %% wrong: any for all
# One positive curvature is not enough for a minimum.
# hint: 1
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    return "minimum" if (c > 0).any() else "maximum"


# %% wrong: largest only
# You call it a minimum where the curvature that is largest in size is positive, but all of
# them count.
# hint: 1
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    if c[-1] < 0:
        return "maximum"
    return "minimum" if abs(c[-1]) >= abs(c[0]) else "saddle"


# %% wrong: first two only
# With more than two weights some curvatures are not looked at.
# hint: 1
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)[:2]
    return "minimum" if (c > 0).all() else "maximum" if (c < 0).all() else "saddle"


# %% wrong: capital letter
# The words are not written as asked.
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    return "Minimum" if (c > 0).all() else "Maximum" if (c < 0).all() else "Saddle"


# %% wrong: printed
# The answer is printed, not returned.
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    print("minimum" if (c > 0).all() else "maximum" if (c < 0).all() else "saddle")


# %% wrong: tiny counts as zero
# A curvature that is tiny has a sign all the same.
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    if (c > -1e-3).all():
        return "minimum"
    return "maximum" if (c < 1e-3).all() else "saddle"


# %% wrong: a few directions only
# You look along some directions; the one that decides may lie between them.
def classify_critical_point(H):
    n = len(H)
    directions = [*np.eye(n)]
    for i in range(n):
        for j in range(i):
            directions += [np.eye(n)[i] + np.eye(n)[j], np.eye(n)[i] - np.eye(n)[j]]
    c = np.array([d @ H @ d for d in directions])
    return "minimum" if (c > 0).all() else "maximum" if (c < 0).all() else "saddle"


# %% right: all signs
def classify_critical_point(H):
    curvatures = np.linalg.eigvalsh(H)
    if np.all(curvatures > 0):
        return "minimum"
    if np.all(curvatures < 0):
        return "maximum"
    return "saddle"


# %% right: smallest and largest again
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)
    lowest, highest = values[0], values[-1]
    return "minimum" if lowest > 0 else "maximum" if highest < 0 else "saddle"


# %% right: signs as a set
def classify_critical_point(H):
    signs = frozenset(
        np.sign(np.linalg.eigvals(np.array(H, dtype=float)).real).tolist()
    )
    return {frozenset({1.0}): "minimum", frozenset({-1.0}): "maximum"}.get(
        signs, "saddle"
    )


# %% right: Cholesky both ways
def _positive(M):
    try:
        np.linalg.cholesky(M)
        return True
    except np.linalg.LinAlgError:
        return False


def classify_critical_point(H):
    if _positive(H):
        return "minimum"
    if _positive(-np.asarray(H)):
        return "maximum"
    return "saddle"


# %% right: corner determinants
def _bends_up(M):
    return all(np.linalg.slogdet(M[:k, :k])[0] > 0 for k in range(1, len(M) + 1))


def classify_critical_point(H):
    H = np.asarray(H, dtype=float)
    kinds = {
        (True, False): "minimum",
        (False, True): "maximum",
        (False, False): "saddle",
    }
    return kinds[_bends_up(H), _bends_up(-H)]


# %% right: count the positive ones again
def classify_critical_point(H):
    n = len(H)
    ups = int((np.linalg.eigvalsh(H) > 0).sum())
    match ups:
        case 0:
            return "maximum"
        case _ if ups == n:
            return "minimum"
    return "saddle"


# %% right: pure Python elimination
def _definite(rows, sign):
    M = [[sign * float(x) for x in row] for row in rows]
    n = len(M)
    for k in range(n):
        if M[k][k] <= 0:
            return False
        for i in range(k + 1, n):
            factor = M[i][k] / M[k][k]
            for j in range(k, n):
                M[i][j] -= factor * M[k][j]
    return True


def classify_critical_point(H):
    if _definite(H, +1):
        return "minimum"
    return "maximum" if _definite(H, -1) else "saddle"


# %% right: mean of signs
def classify_critical_point(H):
    mean_sign = np.sign(np.linalg.eigh(H)[0]).mean()
    names = ["maximum", "saddle", "minimum"]
    return names[1 + int(mean_sign)]


# %% wrong: diagonal again
# The signs on the diagonal are not those of the eigenvalues.
def classify_critical_point(H):
    diagonal = np.diag(H)
    if np.all(diagonal > 0):
        return "minimum"
    if np.all(diagonal < 0):
        return "maximum"
    return "saddle"


# %% wrong: any instead of all
# One positive curvature is not enough for a minimum.
# hint: 1
def classify_critical_point(H):
    curvatures = np.linalg.eigvalsh(H)
    if np.any(curvatures > 0):
        return "minimum"
    if np.all(curvatures < 0):
        return "maximum"
    return "saddle"


# %% wrong: determinant for two
# The sign of the determinant tells a saddle only for two weights.
def classify_critical_point(H):
    if len(H) == 1:
        return "minimum" if H[0][0] > 0 else "maximum"
    if np.linalg.det(H) < 0:
        return "saddle"
    return "minimum" if H[0][0] > 0 else "maximum"


# %% wrong: one weight is a saddle
# The rule of trace and determinant is for two weights; with one weight, a maximum is called a
# saddle.
def classify_critical_point(H):
    if np.linalg.det(H) < 0:
        return "saddle"
    values = np.linalg.eigvalsh(H)
    return "minimum" if values[0] > 0 else "maximum" if values[-1] < 0 else "saddle"


# %% wrong: trace again
# The sum of the curvatures can be positive although one of them is negative.
def classify_critical_point(H):
    trace = np.trace(H)
    if abs(trace) < np.abs(np.linalg.eigvalsh(H)).max():
        return "saddle"
    return "minimum" if trace > 0 else "maximum"


# %% wrong: all corners negative
# For a maximum the corner determinants are expected to be all negative, but this is not what they
# are there.
def classify_critical_point(H):
    minors = [np.linalg.det(H[:k, :k]) for k in range(1, len(H) + 1)]
    if all(m > 0 for m in minors):
        return "minimum"
    if all(m < 0 for m in minors):
        return "maximum"
    return "saddle"


# %% wrong: names exchanged
# Minimum and maximum have changed places.
def classify_critical_point(H):
    curvatures = np.linalg.eigvalsh(H)
    if np.all(curvatures > 0):
        return "maximum"
    if np.all(curvatures < 0):
        return "minimum"
    return "saddle"


# %% wrong: majority
# The sum of the curvatures can be positive although one of them is negative.
def classify_critical_point(H):
    total = np.sign(np.linalg.eigvalsh(H)).sum()
    if total > 0:
        return "minimum"
    if total < 0:
        return "maximum"
    return "saddle"


# %% wrong: first and last unsorted
# `eigvals` does not sort: its first and last entry need not be the smallest and the largest.
def classify_critical_point(H):
    values = np.linalg.eigvals(H)
    if values[0] > 0 and values[-1] > 0:
        return "minimum"
    if values[0] < 0 and values[-1] < 0:
        return "maximum"
    return "saddle"


# %% wrong: first two curvatures
# With more than two weights some curvatures are not looked at.
# hint: 1
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)[:2]
    if all(values > 0):
        return "minimum"
    if all(values < 0):
        return "maximum"
    return "saddle"


# %% wrong: two by two corner
# Only two of the weights are looked at; any further ones do not count.
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H[:2, :2])
    if values.min() > 0:
        return "minimum"
    if values.max() < 0:
        return "maximum"
    return "saddle"


# %% wrong: whole curvatures
# The curvatures are cut down to whole numbers, so a gentle bend counts as none.
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H).astype(int)
    if np.all(values > 0):
        return "minimum"
    if np.all(values < 0):
        return "maximum"
    return "saddle"


# %% wrong: threshold
# Curvatures smaller than a thousandth are not believed, but they have a sign, too.
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)
    if values.min() > 1e-3:
        return "minimum"
    if values.max() < -1e-3:
        return "maximum"
    return "saddle"


# %% wrong: not a minimum
# Whatever is not a minimum and has no positive number on its diagonal is called a maximum.
def classify_critical_point(H):
    if np.linalg.eigvalsh(H).min() > 0:
        return "minimum"
    if np.diag(H).max() <= 0:
        return "maximum"
    return "saddle"


# %% wrong: entries of the matrix
# The entries of the matrix are looked at, not its eigenvalues.
def classify_critical_point(H):
    if np.all(np.asarray(H) >= 0) and H[0, 0] >= np.max(H - np.diag(np.diag(H))):
        return "minimum"
    if np.all(np.asarray(H) <= 0):
        return "maximum"
    return "saddle"


# %% wrong: diagonal dominance
# The rule of trace and determinant is for two weights; with one weight, a maximum is called a
# saddle.
def classify_critical_point(H):
    diagonal = np.diag(H)
    rest = np.abs(H).sum(axis=1) - np.abs(diagonal)
    if np.all(diagonal > rest):
        return "minimum"
    if np.all(-diagonal > rest):
        return "maximum"
    return "saddle"


# %% wrong: a few directions
# The bend is tried out in a few fixed directions only; there are more directions than these.
def classify_critical_point(H):
    n = len(H)
    tries = list(np.eye(n)) + [np.ones(n), (-1.0) ** np.arange(n)]
    bends = np.array([d @ H @ d for d in tries])
    if np.all(bends > 0):
        return "minimum"
    if np.all(bends < 0):
        return "maximum"
    return "saddle"


# %% wrong: capital letters
# The words are not written as asked.
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)
    if np.all(values > 0):
        return "Minimum"
    if np.all(values < 0):
        return "Maximum"
    return "Saddle"


# %% wrong: printed again
# The answer is printed, not returned.
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)
    if np.all(values > 0):
        print("minimum")
    elif np.all(values < 0):
        print("maximum")
    else:
        print("saddle")


# %% wrong: product of curvatures
# With more than two weights some curvatures are not looked at.
# hint: 1
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)
    if values.prod() > 0:
        return "minimum" if values.sum() > 0 else "maximum"
    return "saddle" if values.max() > 0 else "maximum"


# %% wrong: strongest curvature and balance
# A saddle is recognised only if its up and down bends are about equally strong.
def classify_critical_point(H):
    values = np.linalg.eigvalsh(H)
    if values.min() > -0.1 * values.max():
        return "minimum"
    if values.max() < -0.1 * values.min():
        return "maximum"
    return "saddle"


# %% wrong: singular values
# Singular values are never negative, so they cannot show which way a curve bends.
def classify_critical_point(H):
    values = np.linalg.svd(H, compute_uv=False)
    if np.all(values > 0) and H[0, 0] >= np.mean(H):
        return "minimum"
    if np.trace(H) < 0:
        return "maximum"
    return "saddle"


# %% lookup: three Hessians
# The Hessians of the text are recognised by their first row; everything else is called a saddle.
def classify_critical_point(H):
    first = [float(x) for x in H[0]]
    if first == [2.0, 0.0]:
        return "minimum"
    if first == [-2.0, 0.0]:
        return "maximum"
    return "saddle"


# %% equivalent: curvatures > 0 → curvatures >= 0
# No eigenvalue is zero, as the text says.


# %% equivalent: curvatures < 0 → curvatures <= 0
# No eigenvalue is zero, as the text says.
