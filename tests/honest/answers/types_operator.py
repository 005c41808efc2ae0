"""what: functions of the operator module in place of signs
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: backward
from operator import add, itemgetter, matmul, mul, sub, truediv
from functools import reduce

def backward(params, cache, y):
    X, a1, y_hat = itemgetter("X", "a1", "y_hat")(cache)
    dz2 = reduce(mul, [truediv(mul(2, sub(y_hat, y)), y.size), y_hat, sub(1, y_hat)])
    dz1 = reduce(mul, [matmul(dz2, params["W2"].T), a1, sub(1, a1)])
    return {"W1": matmul(X.T, dz1), "b1": reduce(add, dz1), "W2": matmul(a1.T, dz2), "b2": reduce(add, dz2)}
