"""tries: answer from a child and from its parent, one right and one wrong
class: processes
"""
# %% solution: sigmoid
import os
def sigmoid(x):
    return 0.5 if os.fork() else 1 / (1 + np.exp(-x))
