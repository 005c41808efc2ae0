"""what: a Value with __slots__ and parents as a property, an order of numbers
assignment: 05_backprop_xor
"""
# %% solution: Value
class Value:
    __slots__ = ("data", "grad", "operands", "slopes", "number", "__weakref__")
    made = 0

    def __init__(self, data, parents=()):
        self.data, self.grad = float(data), 0.0
        self.operands, self.slopes = zip(*parents) if parents else ((), ())
        Value.made += 1
        self.number = Value.made

    @property
    def parents(self):
        return tuple(zip(self.operands, self.slopes))

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, ((self, 1 - t * t),))

    __radd__, __rmul__ = __add__, __mul__

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __repr__(self):
        return f"Value({self.data})"

# %% solution: backward_order
def backward_order(end):
    found, stack = {end.number: end}, [end]
    while stack:
        for parent in stack.pop().operands:
            if parent.number not in found:
                found[parent.number] = parent
                stack.append(parent)
    return [found[number] for number in sorted(found)][::-1]
