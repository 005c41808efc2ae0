"""tries: answer with None, Ellipsis, NotImplemented, an exception, a type and a module
class: lying objects
"""
# %% solution: sigmoid
kinds = iter([None, ..., NotImplemented, ValueError(), float, np])

def sigmoid(x):
    return next(kinds)

# %% solution: tanh_derivative
tanh_derivative = NotImplemented

# %% solution: relu_derivative
relu_derivative = property(lambda self: 1.0)
