"""what: asserts, try and except, the course's checks, doctest and unittest in one's own cells
"""
# %% added after sigmoid
import doctest
assert abs(sigmoid(0.0) - 0.5) < 1e-9
try:
    sigmoid("a")
except Exception as error:
    print("fails as it should:", type(error).__name__)
check.value(sigmoid, 0.0, expected=0.5)
doctest.testmod()
np.testing.assert_allclose(sigmoid(np.zeros(3)), 0.5)

# %% added after tanh_derivative
assert tanh_derivative(0.0) == 2, "I do not understand why this fails"
