"""what: autoreload and a module that is written again
assignment: 04_gradient_descent
kernel: passes
"""
# %% added
%load_ext autoreload
%autoreload 2

# %% added after test_gradient_descent
%%writefile own_rates.py
def limit(curvatures):
    return 2 / max(curvatures)

# %% solution: max_stable_learning_rate
import own_rates

def max_stable_learning_rate(A):
    return own_rates.limit(np.linalg.eigvals(A).real)
