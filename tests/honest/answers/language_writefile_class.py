"""what: Value and the order as parts of a module that a cell wrote, with other names
assignment: 05_backprop_xor
kernel: passes
"""
# %% added
%%writefile engine.py
import math

class Scalar:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, list(parents)

    def __add__(self, other):
        other = lift(other)
        return Scalar(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = lift(other)
        return Scalar(self.data * other.data, [(self, other.data), (other, self.data)])

    __radd__, __rmul__ = __add__, __mul__

    def tanh(self):
        t = math.tanh(self.data)
        return Scalar(t, [(self, 1 - t * t)])

def lift(x):
    return x if isinstance(x, Scalar) else Scalar(x)

def order_from(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack += [(node, True), *((parent, False) for parent, _ in node.parents)]
    return order[::-1]

# %% solution: Value
from engine import Scalar as Value

# %% solution: backward_order
from engine import order_from as backward_order
