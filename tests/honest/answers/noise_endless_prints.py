"""what: a hundred thousand lines printed in a cell, and a line in every call
assignment: 03_gradients
kernel: passes
"""
# %% added
for n in range(100_000):
    print("line", n)

# %% solution: partial_derivative
def partial_derivative(f, x, i):
    print("called with", x)
    e = np.zeros(len(x))
    e[i] = 1e-5
    return (f(x + e) - f(x - e)) / 2e-5
