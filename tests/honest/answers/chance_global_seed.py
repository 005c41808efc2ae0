"""what: np.random.seed at the top of the notebook and inside an answer
assignment: 03_gradients
kernel: passes
"""
# %% added
np.random.seed(0)
import random
random.seed(1)

# %% solution: directional_derivative
def directional_derivative(gradient, direction):
    np.random.seed(3)
    return np.sum(gradient * direction) / np.sqrt(np.sum(direction**2))
