"""what: answers that are callable objects of the standard library and of NumPy
kernel: passes
"""
# %% solution: relu_derivative
relu_derivative = np.vectorize(float(0).__lt__, otypes=[float])

# %% solution: predict_ten_layers
from itertools import repeat

predict_ten_layers = repeat("C").__next__

# %% solution: tanh_derivative
tanh_derivative = np.errstate(under="ignore")(lambda x: np.cosh(x) ** -2.0)
