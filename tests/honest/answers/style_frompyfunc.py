"""what: np.frompyfunc and np.vectorize around functions of plain numbers
assignment: 02_chain_rule
kernel: passes
"""
# %% solution: softplus_derivative
import math

def one(x):
    return 1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x))

softplus_derivative = np.vectorize(one, otypes="d", doc="The slope of softplus.")

# %% solution: fan_out_derivative
slope = np.frompyfunc(lambda x: math.sin(x) + (x + math.exp(math.sin(x))) * math.cos(x), 1, 1)

def fan_out_derivative(x):
    return slope(x).astype(float) if np.ndim(x) else slope(x)
