"""tries: recurse without end in a function, in __repr__, in __str__ and while an error is told
class: output
"""
# %% solution: sigmoid
def sigmoid(x):
    return sigmoid(x)

# %% solution: tanh_derivative
class Error(Exception):
    def __str__(self):
        return str(self)
    __repr__ = __str__

def tanh_derivative(x):
    raise Error from Error(Error())
