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
# The determinant tells a saddle only for two weights.
def classify_critical_point(H):
    if np.linalg.det(H) < 0:
        return "saddle"
    return "minimum" if H[0, 0] > 0 else "maximum"


# %% wrong: trace
# The sum of the curvatures says nothing about each one's sign.
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
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    return "minimum" if (c > 0).any() else "maximum"


# %% wrong: largest only
# Only the largest curvature is looked at.
def classify_critical_point(H):
    c = np.linalg.eigvalsh(H)
    if c[-1] < 0:
        return "maximum"
    return "minimum" if abs(c[-1]) >= abs(c[0]) else "saddle"


# %% wrong: first two only
# With more than two weights some curvatures are not looked at.
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


# %% equivalent: curvatures > 0 → curvatures >= 0
# No eigenvalue is zero, as the text says.


# %% equivalent: curvatures < 0 → curvatures <= 0
# No eigenvalue is zero, as the text says.
