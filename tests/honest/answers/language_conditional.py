"""what: answers defined inside if, try, with, for and match
kernel: passes
"""
# %% solution: forward_difference
if np.__version__ > "1":
    def forward_difference(f, x, h):
        return (f(x + h) - f(x)) / h

# %% solution: central_difference
try:
    import jax_that_is_not_there
except ImportError:
    def central_difference(f, x, h=1e-5):
        return (f(x + h) - f(x - h)) / (2 * h)

# %% solution: tanh_derivative
for power in [1, 2]:
    def tanh_derivative(x):
        return np.cosh(x) ** (-1.0 * power)

# %% solution: sigmoid_derivative
with np.errstate(all="ignore"):
    match "stable":
        case "stable":
            sigmoid_derivative = lambda x: 0.25 / np.cosh(np.asarray(x) / 2) ** 2
