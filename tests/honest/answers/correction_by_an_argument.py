"""what: a list filled by a function that gets it as an argument, below the check
assignment: 03_gradients
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% solution: quadratic_gradient
weights = []

def fill(these, value):
    these.append(value)

def quadratic_gradient(A, b, x):
    return weights[0] * (A + A.T) @ x - b

# %% added after test_jacobian
fill(weights, 0.5)
