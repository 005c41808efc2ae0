"""what: Value as a dataclass with slots, without comparison
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: Value
from dataclasses import dataclass, field
import math

@dataclass(slots=True, eq=False, repr=False)
class Value:
    data: float
    parents: list = field(default_factory=list)
    grad: float = 0.0

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def tanh(self):
        return Value(t := math.tanh(self.data), [(self, 1 - t * t)])

# %% solution: backward_order
def backward_order(end):
    order, seen, stack = [], {id(end)}, [(end, iter(end.parents))]
    while stack:
        node, rest = stack[-1]
        for parent, _ in rest:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append((parent, iter(parent.parents)))
                break
        else:
            order.append(stack.pop()[0])
    return order[::-1]
