"""what: the general eigenvalues in the place of the symmetric ones
assignment: 04_gradient_descent
"""
# %% solution: max_stable_learning_rate
def max_stable_learning_rate(A):
    return 2 / np.linalg.eigvals(A).real.max()
