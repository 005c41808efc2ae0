"""what: Value with grad as a property, inherited methods and a class method that counts
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: Value
class Base:
    count = 0

    def __init__(self, data, parents=()):
        self.data, self._grad, self.parents = float(data), 0.0, list(parents)
        type(self).count += 1

    @property
    def grad(self):
        return self._grad

    @grad.setter
    def grad(self, value):
        self._grad = float(value)

    @classmethod
    def lift(cls, x):
        return x if isinstance(x, cls) else cls(x)

class Value(Base):
    def __add__(self, other):
        other = self.lift(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = self.lift(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return self.__class__(t, [(self, 1 - t**2)])

    __radd__, __rmul__ = __add__, __mul__

def parents_before(end):
    seen, stack = {}, [(end, False)]
    while stack:
        value, done = stack.pop()
        if done:
            yield value
        elif id(value) not in seen:
            seen[id(value)] = value
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)

# %% solution: backward_order
def backward_order(end):
    return [*parents_before(end)][::-1]
