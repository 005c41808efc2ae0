"""what: a decorator of one's own that keeps results by the bytes of the arguments
assignment: 03_gradients
kernel: passes
"""
# %% added
import functools

def remembered(function):
    known = {}

    @functools.wraps(function)
    def asked(*args):
        key = tuple(np.asarray(a).tobytes() + str(np.shape(a)).encode() for a in args)
        if key not in known:
            known[key] = function(*args)
        return known[key]

    asked.known = known
    return asked

# %% solution: quadratic_gradient
@remembered
def quadratic_gradient(A, b, x):
    return (A @ x + x @ A) / 2 - b

# %% solution: softmax_vjp
@remembered
@np.errstate(under="ignore")
def softmax_vjp(z, g):
    s = np.exp(z - z.max())
    s /= s.sum()
    return s * (g - g @ s)
