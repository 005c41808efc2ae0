"""what: a dict subclass with attributes, and a defaultdict
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: forward
class Bunch(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__

def forward(params, X):
    p, c = Bunch(params), Bunch(X=X)
    c.z1 = X @ p.W1 + p.b1
    c.a1 = sigmoid(c.z1)
    c.z2 = c.a1 @ p.W2 + p.b2
    c.y_hat = sigmoid(c.z2)
    return c.y_hat, c

# %% solution: sgd_step
from collections import defaultdict

def sgd_step(params, grads, lr):
    new = defaultdict(float)
    for key in params:
        new[key] += params[key] - lr * grads[key]
    return new
