"""what: the course's finite differences as a check of one's own, and global random numbers
"""
# %% added after sigmoid_derivative
np.random.seed(42)
x = np.random.randn(5)
print(dc.numeric.relative_error(sigmoid_derivative(x), dc.numeric.derivative(sigmoid, x)))
