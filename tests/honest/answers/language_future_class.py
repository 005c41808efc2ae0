"""what: annotations that do not exist, in a class with a dataclass decorator
assignment: 05_backprop_xor
kernel: passes
"""
# %% added
from __future__ import annotations
from dataclasses import dataclass, field

# %% solution: Value
@dataclass(eq=False)
class Value:
    data: Number
    parents: list[tuple[Value, Slope]] = field(default_factory=list)
    grad: Number = 0.0

    def __post_init__(self: Self):
        self.data = float(self.data)

    def __add__(self, other: Value | Number) -> Value:
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other: Value | Number) -> Value:
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    __radd__, __rmul__ = __add__, __mul__

    def tanh(self) -> Value:
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

# %% solution: backward_order
def backward_order(end: Value) -> Order:
    order: Order = []
    seen, stack = set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.insert(0, value)
        elif id(value) not in seen:
            seen.add(id(value))
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order
