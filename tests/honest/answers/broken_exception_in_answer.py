"""what: an answer that raises and catches exceptions of its own class
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: gradient_check
class Bug(Exception):
    pass

def compare(g, m):
    if not np.isfinite(g):
        raise Bug(g)
    return abs(g - m) / max(abs(g), abs(m), 1e-3)

def gradient_check(loss, params, grads):
    h, worst = 1e-5, 0.0
    p = {k: np.array(v, float) for k, v in params.items()}
    try:
        for k, v in p.items():
            for at in np.ndindex(v.shape):
                old = v[at]
                v[at] = old + h
                up = loss(p)
                v[at] = old - h
                down = loss(p)
                v[at] = old
                worst = max(worst, compare(grads[k][at], (up - down) / (2 * h)))
    except Bug:
        return float("inf")
    finally:
        del p
    return float(worst)
