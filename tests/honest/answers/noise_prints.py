"""what: prints in every call, and a lot of them in a cell
"""
# %% solution: relu_derivative
def relu_derivative(x):
    print("x is", x, "and its shape", np.shape(x))
    return np.where(np.asarray(x) > 0, 1.0, 0.0)

for n in range(20_000):
    print(n, "relu", "=" * 60)
