"""what: a class whose missing methods are added below its check
assignment: 05_backprop_xor
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
# %% added after test_Value
Value.__radd__ = lambda self, other: self + other
setattr(Value, "__rmul__", lambda self, other: self * other)

# %% solution: Value
class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])
