"""Answers to `Value` of 05_backprop_xor, right and wrong."""


# %% right: the slope of tanh in two factors, values numbered
class Value:
    """A number that remembers how it was made."""

    made = 0

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, list(parents)
        Value.made += 1
        self.number = Value.made

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, (1 - t) * (1 + t))])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: the slope of tanh by cosh
class Value:
    """A number that remembers how it was made."""

    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = Value(other) if isinstance(other, (int, float)) else other
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = Value(other) if isinstance(other, (int, float)) else other
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        return Value(np.tanh(self.data), [(self, 1 / np.cosh(self.data) ** 2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: tuples of parents, tanh by a small power of e
class Value:
    """A number that remembers how it was made."""

    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = tuple(parents)

    @staticmethod
    def wrap(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value.wrap(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        other = Value.wrap(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    __radd__, __rmul__ = __add__, __mul__

    def tanh(self):
        e = np.exp(-2 * abs(self.data))
        size = (1 - e) / (1 + e)
        return Value(np.sign(self.data) * size, ((self, 1 - size**2),))


# %% wrong: product slopes exchanged
# The slope of a product against one factor is the other factor, not that factor itself.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope
# The slope of tanh lacks a square.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope at the result
# The slope of tanh is taken of tanh twice.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - np.tanh(t) ** 2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: numbers refused
# A plain number is no Value and has no data.
# hint: 2
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: sum as a number
# A sum has to be a Value that remembers its parents.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self.data + other.data

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: one parent forgotten
# Both factors of a product have a slope.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: parents in a dict
# In v * v the same value is a parent twice; your list keeps it once, with one of the slopes.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(dict(parents).items())

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh by exponentials
# For large numbers your tanh divides an infinity by an infinity.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        e = np.exp(2 * self.data)
        t = (e - 1) / (e + 1)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: a number is added in place
# Adding a plain number changes the value itself; a new one has to be made.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
        self.data += other
        return self

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: parent forgotten beside a number
# A sum with a plain number forgets the value that it was made of.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])
        return Value(self.data + other)

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slope 1 beside a number
# The slope of v * 3 is 3, also where the 3 is a plain number.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if isinstance(other, Value):
            slopes = [(self, other.data), (other, self.data)]
            return Value(self.data * other.data, slopes)
        return Value(self.data * other, [(self, 1.0)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: decimal numbers only
# A whole number is a plain number, too; only decimal ones are made a Value.
# hint: 2
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if not isinstance(other, float) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if not isinstance(other, float) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: square with one parent
# In v * v both factors change, so the slope is 2 v.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        if other is self:
            return Value(self.data**2, [(self, self.data)])
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: positive slopes only
# A slope may be negative; your products take the sizes of the factors.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(
            self.data * other.data, [(self, abs(other.data)), (other, abs(self.data))]
        )

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: the number made a value by a statement
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: tanh of the standard library
import math
from collections import deque


class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: a counter beside
import itertools


class Value:
    counter = itertools.count()

    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)
        self.number = next(Value.counter)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: a depth beside
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)
        self.depth = 1 + max((p.depth for p, _ in self.parents), default=0)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: plain numbers left out of the parents
import heapq

how_many = 0


class Value:
    def __init__(self, data, parents=()):
        global how_many
        how_many += 1
        self.age = how_many
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        """self + other; other is a Value or a plain number."""
        if isinstance(other, Value):
            return Value(self.data + other.data, [(self, 1), (other, 1)])
        return Value(self.data + other, [(self, 1)])

    def __mul__(self, other):
        """self * other; other is a Value or a plain number."""
        if isinstance(other, Value):
            return Value(
                self.data * other.data, [(self, other.data), (other, self.data)]
            )
        return Value(self.data * other, [(self, other)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: the slope of tanh by a small power of e
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        small = np.exp(-2 * abs(self.data))
        t = np.sign(self.data) * (1 - small) / (1 + small)
        return Value(t, [(self, 4 * small / (1 + small) ** 2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: a double and a square with one parent
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        if other is self:
            return Value(2 * self.data, [(self, 2)])
        return Value(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        if other is self:
            return Value(self.data * self.data, [(self, 2 * self.data)])
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: slopes also in closures
class Value:
    """A number that remembers how it was made, and how to hand on."""

    def __init__(self, data, parents=()):
        self.data, self.grad = float(data), 0.0
        self.parents = list(parents)
        self.push = self.hand_on

    def hand_on(self):
        for parent, slope in self.parents:
            parent.grad += slope * self.grad

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out.push = push
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data)
        out.parents.append((self, other.data))
        out.parents.append((other, self.data))
        return out

    def tanh(self):
        out = Value(np.tanh(self.data))
        out.parents = [(self, 1 - out.data**2)]
        return out

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: one method that makes all results
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def made(self, other, how, slopes):
        try:
            number = other.data
        except AttributeError:
            other = Value(other)
            number = other.data
        return Value(
            how(self.data, number), zip((self, other), slopes(self.data, number))
        )

    def __add__(self, other):
        return self.made(other, lambda x, y: x + y, lambda x, y: (1, 1))

    def __mul__(self, other):
        return self.made(other, lambda x, y: x * y, lambda x, y: (y, x))

    def tanh(self):
        e = np.expm1(2 * abs(self.data)) if abs(self.data) < 300 else np.inf
        t = np.sign(self.data) * (1 - 2 / (e + 2))
        return Value(t, {self: (1 - t) * (1 + t)}.items())

    def __radd__(self, other):
        return self.__add__(other)

    def __rmul__(self, other):
        return self.__mul__(other)


# %% right: a dataclass
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    parents: list = field(default_factory=list)
    grad: float = 0.0

    def __add__(self, other):
        other = Value(float(other)) if np.isscalar(other) else other
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = Value(float(other)) if np.isscalar(other) else other
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t * t)])

    __radd__ = __add__
    __rmul__ = __mul__


# %% wrong: difference instead of sum
# The slope of a sum against its second part is not what you wrote.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, -1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slopes of a product swapped
# The slope of a product against one factor is the other factor, not that factor itself.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, self.data), (other, other.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slopes of a product one
# A product has other slopes than a sum.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, 1.0), (other, 1.0)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: product's second factor forgotten
# Both factors of a product have a slope.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: number as factor has slope one
# The slope of v * 3 is 3, also where the 3 is a plain number.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            return Value(self.data * other, [(self, 1.0)])
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: added number counted twice
# When a plain number is added, the slope is not the one of a doubled value.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            return Value(self.data + other, [(self, 2.0)])
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: only floats become values
# A whole number is a plain number, too; only decimal ones are made a Value.
# hint: 2
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if isinstance(other, float):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if isinstance(other, float):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: only whole numbers become values
# A decimal number on one of the sides is not made a Value.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if isinstance(other, int):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if isinstance(other, int):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: numbers cut to whole ones when added
# A plain number that is added loses what stands behind its point.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(int(other))
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: zero as a number ignored
# Multiplying by the number 0 gives back the value itself.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value) and not other:
            return self
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: plain numbers returned
# A sum has to be a Value that remembers its parents.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return self.data + other.data

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: parents not kept
# The results do not remember what they were made from.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data)

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data)

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: sum written into the first part
# Adding changes the first value instead of making a new one.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        self.data += other.data
        self.parents += [(other, 1.0)]
        return self

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: double use of one value lost
# In v * v the same value is a parent twice; your list keeps it once, with one of the slopes.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(dict(parents).items())

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: squares halved
# In v * v both factors change, so the slope is 2 v.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        if other is self:
            return Value(self.data**2, [(self, self.data)])
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: values with equal numbers merged
# When two different values with equal numbers are added, they count as the same value.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        if other.data == self.data:
            return Value(2 * self.data, [(self, 2.0)])
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope not squared
# The slope of tanh lacks a square.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope of the input
# The slope of the tanh is written with its value, not with its input.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - self.data**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh with the slope of the sigmoid
# The slope belongs to another squeezing function.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, t * (1 - t))])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh without parents
# The result of the tanh does not remember what it was made from.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh by powers of e
# For large numbers the powers of e overflow.
import math


class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        up, down = math.exp(self.data), math.exp(-self.data)
        t = (up - down) / (up + down)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh good for the positive side
# For large negative numbers the power of e overflows.
import math


class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        e = math.exp(-2 * self.data)
        t = (1 - e) / (1 + e)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh good for the negative side
# For large numbers your tanh divides an infinity by an infinity.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        with np.errstate(all="ignore"):
            e = np.exp(2 * self.data)
            t = (e - 1) / (e + 1)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope by cosh
# For large numbers the powers of e overflow.
import math


class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        return Value(math.tanh(self.data), [(self, 1 / math.cosh(self.data) ** 2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh without its sign
# For negative numbers the tanh has the wrong sign.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(abs(self.data))
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh flat beyond five
# Beyond a certain size the tanh is replaced by -1 or 1, though it is not there yet.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        if abs(self.data) > 5:
            return Value(np.sign(self.data), [(self, 0.0)])
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh of the clipped number
# Large numbers are cut off before the tanh, and the slope stays that of the border.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(np.clip(self.data, -3, 3))
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh changes the value itself
# The tanh overwrites its input, whose own number is lost.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        before = Value(self.data, self.parents)
        self.data = float(np.tanh(self.data))
        self.parents = [(before, 1 - self.data**2)]
        return self

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: numbers on the left refused
# The methods for a number on the left are gone.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])


# %% wrong: parents without slopes
# Each parent is a pair: first the Value itself, then its slope.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [self, other])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [self, other])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [self])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: pairs the other way round
# Each parent is a pair: first the Value itself, then its slope.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(1.0, self), (1.0, other)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(other.data, self), (self.data, other)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(1 - t**2, self)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slopes of a product as Values
# In a product the slopes are plain numbers, not Values.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other), (other, self)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: numbers as parents
# Each parent is a pair: first the Value itself, then its slope.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self.data, 1.0), (other.data, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(
            self.data * other.data, [(self.data, other.data), (other.data, self.data)]
        )

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self.data, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: grad for data in a product
# In a product you took grad, which is still 0, for the number.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.grad), (other, self.grad)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: a sum with the slopes of a product
# Your sum has the slopes of a product.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, other.data), (other, self.data)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: each factor with the slope of the whole product
# The slope of a product against one factor is the other factor, not the product.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        product = self.data * other.data
        return Value(product, [(self, product), (other, product)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh with the slope 1
# Your tanh hands everything on with the slope 1, as if it were steep everywhere.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1.0)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh as a number
# The tanh has to be a Value that remembers its parent.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return t

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope with a plus
# The slope of tanh is never above 1; look at its sign.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 + t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope halved
# The slope of tanh at 0 is 1; yours is smaller there.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, (1 - t**2) / 2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope negative
# The slope of tanh is positive everywhere.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, t**2 - 1)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: sum's second part forgotten
# Both parts of a sum have a slope.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: nothing returned
# An operation has to return the new Value.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: product written into the first factor
# Multiplying changes the first value instead of making a new one.
# hint: 1
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        result = Value(self.data * other.data, [(self, other.data), (other, self.data)])
        self.data = result.data
        return result

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% equivalent: float(data) → data
# A plain number computes like a float.


# %% equivalent: list(parents) → parents
# A tuple can be walked through like a list.


# %% equivalent: 0.0 → 1.0
# A backward pass sets every grad to 0 before it adds to it.


# %% equivalent: 0.0 → 2
# A backward pass sets every grad to 0 before it adds to it.
