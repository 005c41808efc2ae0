"""Answers to `Value` of 05_backprop_xor, right and wrong."""


# %% right: numbered values, sorted
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

    def backward(self):
        found, waiting = {self.number: self}, [self]
        while waiting:
            for parent, _ in waiting.pop().parents:
                if parent.number not in found:
                    found[parent.number] = parent
                    waiting.append(parent)
        for value in found.values():
            value.grad = 0.0
        self.grad = 1.0
        for number in sorted(found, reverse=True):
            for parent, slope in found[number].parents:
                parent.grad += slope * found[number].grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: counting who still waits
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

    def backward(self):
        uses, seen, todo = {}, {self}, [self]
        while todo:
            value = todo.pop()
            value.grad = 0.0
            for parent, _ in value.parents:
                uses[parent] = uses.get(parent, 0) + 1
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        self.grad = 1.0
        ready = [self]
        while ready:
            value = ready.pop()
            for parent, slope in value.parents:
                parent.grad += slope * value.grad
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: closures
class Value:
    """A number that remembers how it was made."""

    def __init__(self, data, parents=()):
        self.data, self.grad = float(data), 0.0
        self.parents = list(parents)
        self.push = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, [self, other])

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out.push = push
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, [self, other])

        def push():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.push = push
        return out

    def tanh(self):
        out = Value(np.tanh(self.data), [self])

        def push():
            self.grad += (1 - out.data**2) * out.grad

        out.push = push
        return out

    def backward(self):
        order, visited, stack = [], set(), [self]
        while stack:
            top = stack[-1]
            visited.add(top)
            new = [p for p in top.parents if p not in visited]
            if new:
                stack.append(new[0])
            else:
                stack.pop()
                if top not in order[-1:]:
                    order.append(top)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            value.push()

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: a dict of gradients, written out at the end
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

    def backward(self):
        order, state, stack = [], {}, [self]
        while stack:
            value = stack.pop()
            if state.get(value) == "open":
                state[value] = "done"
                order.append(value)
            elif value not in state:
                state[value] = "open"
                stack += [value, *(p for p, _ in value.parents if state.get(p) is None)]
        grads = dict.fromkeys(order, 0.0)
        grads[self] = 1.0
        for value in order[::-1]:
            value.grad = grads[value]
            for parent, slope in value.parents:
                grads[parent] += slope * value.grad


# %% wrong: overwrites
# A value used twice keeps only one of its ways.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad = slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: never starts
# The result's own slope is 1; without it everything stays 0.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: keeps old gradients
# Calling backward() again adds to the old slopes.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: product slopes exchanged
# The slope of a product against one factor is not that factor.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope
# The slope of tanh lacks a square.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: tanh slope at the result
# The slope of tanh is taken of tanh twice.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: numbers refused
# A plain number is no Value and has no data.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: sum as a number
# A sum has to be a Value that remembers its parents.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: one parent forgotten
# Both factors of a product have a slope.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: parents in a dict
# In v * v the same value is a parent twice.
class Value:
    """A number that remembers how it was made."""

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slope not passed on
# The slopes along a way are multiplied, also with the one from above.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: recursion
# On a long chain Python stops a function that calls itself so often.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for parent, _ in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: breadth first
# A value hands its slope on before it has received all of it.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, queue = [], [self]
        while queue:
            value = queue.pop(0)
            if value not in order[-50:]:
                order.append(value)
                value.grad = 0.0
                queue.extend(parent for parent, _ in value.parents)
        order = list(dict.fromkeys(order))
        self.grad = 1.0
        for value in order:
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: walks from the leaves
# The walk starts at the wrong end.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in order:
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: one step only
# Only the parents of the result get a slope.
class Value:
    """A number that remembers how it was made."""

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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((parent, False) for parent, _ in value.parents)
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in [self]:
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((p, False) for p, _ in value.parents)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, s in v.parents:
                p.grad += s * v.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: equal numbers are one value
# Two values with the same number are still two values.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)

    def __eq__(self, other):
        return self.data == other.data

    def __hash__(self):
        return hash(self.data)

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def tanh(self):
        t = np.tanh(self.data)
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                stack.append((value, True))
                stack.extend((p, False) for p, _ in value.parents)
        for v in order:
            v.grad = 0.0
        self.grad = 1.0
        for v in reversed(order):
            for p, s in v.parents:
                p.grad += s * v.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% endless: every way by itself
# Each way through the graph is walked by itself, and there may be far too many of them.
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
        return Value(t, [(self, 1 - t**2)])

    def backward(self):
        seen, stack = set(), [self]
        while stack:
            v = stack.pop()
            if id(v) in seen:
                continue
            seen.add(id(v))
            v.grad = 0.0
            stack += [p for p, _ in v.parents]
        stack = [(self, 1.0)]
        while stack:
            v, g = stack.pop()
            v.grad += g
            stack += [(p, g * s) for p, s in v.parents]

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% equivalent: float(data) → data
# A plain number computes like a float.


# %% equivalent: list(parents) → parents
# A tuple can be walked through like a list.


# %% equivalent: 0.0 → 1.0
# This line is given, and backward() sets every slope before it adds.


# %% equivalent: 0.0 → 2
# This line is given, and backward() sets every slope before it adds.
