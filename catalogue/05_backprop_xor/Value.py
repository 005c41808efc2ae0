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
# The slope of a product against one factor is the other factor, not that factor itself.
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
# hint: 1
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
# hint: 1
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
# hint: 3
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
# hint: 2
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
# Only the parents of the result get a slope; the walk begins at the result and goes on from there.
# hint: 2
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
# Only the parents of the result get a slope; the walk begins at the result and goes on from there.
# hint: 2
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


# %% wrong: only the parents set to zero
# Only the parents of the result are set to 0 first; values further inside keep their old slopes.
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
        for value, _ in self.parents:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: leaves not set to zero
# Values without parents keep their old slopes, and the new ones are added.
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
            if value.parents:
                value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: sums for leaves only
# A value inside of the graph keeps only one of its ways.
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
                if parent.parents:
                    parent.grad = slope * value.grad
                else:
                    parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: a number is added in place
# Adding a plain number changes the value itself; a new one has to be made.
# hint: 1
class Value:
    """A number that remembers how it was made."""

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


# %% wrong: parent forgotten beside a number
# A sum with a plain number forgets the value that it was made of.
# hint: 1
class Value:
    """A number that remembers how it was made."""

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


# %% wrong: slope 1 beside a number
# The slope of v * 3 is 3, also where the 3 is a plain number.
# hint: 1
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
        if isinstance(other, Value):
            slopes = [(self, other.data), (other, self.data)]
            return Value(self.data * other.data, slopes)
        return Value(self.data * other, [(self, 1.0)])

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


# %% wrong: decimal numbers only
# A whole number is a plain number, too; only decimal ones are made a Value.
# hint: 1
class Value:
    """A number that remembers how it was made."""

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


# %% wrong: result keeps its slope
# The result's own slope is 1, also if it had another one from an earlier call.
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
        for value in order[:-1]:
            value.grad = 0.0
        self.grad = self.grad or 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: visited values remembered for ever
# Values that one call has visited are left out by the next.
class Value:
    """A number that remembers how it was made."""

    seen = set()

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
        order, seen, stack = [], Value.seen, [(self, False)]
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


# %% wrong: a thousand steps at most
# The walk ends after a thousand steps, and a graph may be longer.
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
        for _ in range(1000):
            if not stack:
                break
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


# %% wrong: square with one parent
# In v * v both factors change, so the slope is 2 v.
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
        if other is self:
            return Value(self.data**2, [(self, self.data)])
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


# %% wrong: mean over the ways
# Where several ways meet their slopes are added up, not averaged.
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
        uses = dict.fromkeys(order, 0)
        for value in order:
            value.grad = 0.0
            for parent, _ in value.parents:
                uses[parent] += 1
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad / uses[parent]

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slopes added along the way
# The slopes along a way are multiplied, not added.
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
                parent.grad += slope + value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: in the order of meeting
# A value hands its slope on before it has received all of it.
# hint: 2
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
            if value not in seen:
                seen.add(value)
                order.append(value)
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


# %% wrong: positive slopes only
# A slope may be negative; your products take the sizes of the factors.
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
        return Value(
            self.data * other.data, [(self, abs(other.data)), (other, abs(self.data))]
        )

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


# %% right: stack with notes
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% right: number of uses counted
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

    def backward(self):
        # count how often each value is used, then let a value go when all its uses are done
        uses, found = {self: 0}, [self]
        for value in found:
            for parent, _ in value.parents:
                if parent not in uses:
                    uses[parent] = 0
                    found.append(parent)
                uses[parent] += 1
        for value in found:
            value.grad = 0.0
        self.grad = 1.0
        ready = deque([self])
        while ready:
            value = ready.popleft()
            for parent, slope in value.parents:
                parent.grad += value.grad * slope
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: values numbered as they are made
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

    def backward(self):
        graph, todo = {self}, [self]
        while todo:
            for parent, _ in todo.pop().parents:
                if parent not in graph:
                    graph.add(parent)
                    todo.append(parent)
        for value in graph:
            value.grad = 0.0
        self.grad = 1.0
        for value in sorted(graph, key=lambda v: v.number, reverse=True):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: depth kept by every value
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

    def backward(self):
        layers, todo, seen = {}, [self], {id(self)}
        while todo:
            value = todo.pop()
            value.grad = 0.0
            layers.setdefault(value.depth, []).append(value)
            for parent, _ in value.parents:
                if id(parent) not in seen:
                    seen.add(id(parent))
                    todo.append(parent)
        self.grad = 1.0
        for depth in sorted(layers)[::-1]:
            for value in layers[depth]:
                for parent, slope in value.parents:
                    parent.grad += value.grad * slope

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: heap of numbered values
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

    def backward(self):
        slopes, heap = {self: 1.0}, [(-self.age, self)]
        while heap:
            _, value = heapq.heappop(heap)
            value.grad = slopes[value]
            for parent, slope in value.parents:
                if parent not in slopes:
                    slopes[parent] = 0.0
                    heapq.heappush(heap, (-parent.age, parent))
                slopes[parent] += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: iterators on the stack
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

    def backward(self):
        order, seen = [], {self}
        stack = [(self, iter(self.parents))]
        while stack:
            value, rest = stack[-1]
            for parent, _ in rest:
                if parent not in seen:
                    seen.add(parent)
                    stack.append((parent, iter(parent.parents)))
                    break
            else:
                order.append(value)
                stack.pop()
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        while order:
            value = order.pop()
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: children collected first
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

    def backward(self):
        """Pull: a value's slope is computed once all that use it are known."""
        users, graph = {self: []}, [self]
        for value in graph:
            for parent, slope in value.parents:
                if parent not in users:
                    users[parent] = []
                    graph.append(parent)
                users[parent].append((value, slope))
        waiting = {value: len(users[value]) for value in graph}
        ready = [self]
        while ready:
            value = ready.pop()
            value.grad = sum(user.grad * slope for user, slope in users[value])
            if value is self:
                value.grad = 1.0
            for parent, _ in value.parents:
                waiting[parent] -= 1
                if waiting[parent] == 0:
                    ready.append(parent)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% right: post-order with a state for each value
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

    def backward(self):
        NEW, OPEN, DONE = 0, 1, 2
        state, order, stack = {}, [], [self]
        while stack:
            value = stack[-1]
            if state.get(value, NEW) == NEW:
                state[value] = OPEN
                stack.extend(p for p, _ in value.parents if state.get(p, NEW) == NEW)
            else:
                stack.pop()
                if state[value] == OPEN:
                    state[value] = DONE
                    order.append(value)
        order.reverse()
        for value in order:
            value.grad = float(value is self)
        for value in order:
            for parent, slope in value.parents:
                parent.grad = parent.grad + value.grad * slope

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: no plain numbers
# A plain number is no Value and has no data.
# hint: 1
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: only floats become values
# A whole number is a plain number, too; only decimal ones are made a Value.
# hint: 1
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: double use of one value lost
# In v * v the same value is a parent twice.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: recursion again
# On a long chain Python stops a function that calls itself so often.
# hint: 3
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


# %% wrong: overwrites instead of adding
# A value used twice keeps only one of its ways.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: never reset
# Calling backward() again adds to the old slopes.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: only the inner values reset
# Values without parents keep their old slopes, and the new ones are added.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            if value.parents:
                value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: only the leaves reset
# Values in the middle of the graph keep the slopes of the last call and hand on too much.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            if not value.parents:
                value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: reset all but the result
# The result's own slope grows with every call.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            if value is not self:
                value.grad = 0.0
        self.grad += 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: result starts with its number
# The walk back should not start with the number of the result.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = self.data
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: result starts with nothing
# The result's own slope is 1; without it everything stays 0.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: result's own slope cleared
# The result's own slope is taken away at the end.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad
        self.grad = 0.0

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: nothing to do without parents
# A value that was made from nothing does not get its own slope.
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

    def backward(self):
        if not self.parents:
            return
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: direct parents only
# The slopes reach the parents of the result, but not the values behind them.
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

    def backward(self):
        self.grad = 1.0
        for parent, _ in self.parents:
            parent.grad = 0.0
        for parent, slope in self.parents:
            parent.grad += slope

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: breadth first again
# A value hands its slope on before it has received all of it.
# hint: 2
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

    def backward(self):
        order = [self]
        seen = {self}
        for value in order:
            for parent, _ in value.parents:
                if parent not in seen:
                    seen.add(parent)
                    order.append(parent)
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


# %% wrong: depth first without finishing
# A value hands its slope on before it has received all of it.
# hint: 2
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

    def backward(self):
        order, seen, stack = [], set(), [self]
        while stack:
            value = stack.pop()
            if value not in seen:
                seen.add(value)
                order.append(value)
                for parent, _ in value.parents:
                    stack.append(parent)
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


# %% wrong: walked from the start
# Only the parents of the result get a slope; the walk begins at the result and goes on from there.
# hint: 2
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: parents noted before they are finished
# A value can get into the list before one of its parents, because it is put there without looking
# whether they are finished.
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

    def backward(self):
        order, seen, stack = [], {self}, [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
                continue
            stack.append((value, True))
            for parent, _ in value.parents:
                if parent not in seen:
                    seen.add(parent)
                    stack.append((parent, False))
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


# %% wrong: each value once for each use
# A value stands in the list once for every way of being met, and hands its slope on more than
# once.
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

    def backward(self):
        order, stack = [], [self]
        while stack and len(order) < 20000:
            value = stack.pop()
            order.append(value)
            stack.extend(parent for parent, _ in value.parents)
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


# %% wrong: every way walked for itself
# Every way through the graph is walked separately; with very many ways this does not come to an
# end in any reasonable time.
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

    def backward(self):
        seen, todo = {self}, [self]
        while todo:
            value = todo.pop()
            value.grad = 0.0
            for parent, _ in value.parents:
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        ways = [(self, 1.0)]
        while ways:
            value, slope_of_way = ways.pop()
            value.grad += slope_of_way
            for parent, slope in value.parents:
                ways.append((parent, slope_of_way * slope))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: at most a hundred thousand ways
# The walk gives up after a number of steps, and with very many ways some of them are missing.
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

    def backward(self):
        seen, todo = {self}, [self]
        while todo:
            value = todo.pop()
            value.grad = 0.0
            for parent, _ in value.parents:
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        ways = [(self, 1.0)]
        for _ in range(100_000):
            if not ways:
                break
            value, slope_of_way = ways.pop()
            value.grad += slope_of_way
            for parent, slope in value.parents:
                ways.append((parent, slope_of_way * slope))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: each value visited once only
# A value hands its slope on before it has received all of it.
# hint: 2
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

    def backward(self):
        seen, todo = {self}, [self]
        while todo:
            value = todo.pop()
            value.grad = 0.0
            for parent, _ in value.parents:
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        self.grad, handed, stack = 1.0, set(), [self]
        while stack:
            value = stack.pop()
            if value in handed:
                continue
            handed.add(value)
            for parent, slope in value.parents:
                parent.grad += slope * value.grad
                stack.append(parent)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: values told apart by their number
# Two values with the same number are still two values.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif value.data not in seen:
                seen.add(value.data)
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: double use ticked off once
# A value that is used twice in one operation is never handed on, because its uses are not counted
# as they are done.
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

    def backward(self):
        uses, found = {self: 0}, [self]
        for value in found:
            for parent, _ in value.parents:
                if parent not in uses:
                    uses[parent] = 0
                    found.append(parent)
                uses[parent] += 1
        for value in found:
            value.grad = 0.0
        self.grad = 1.0
        ready = [self]
        while ready:
            value = ready.pop()
            for parent, slope in value.parents:
                parent.grad += value.grad * slope
            for parent in {p for p, _ in value.parents}:
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: parents given away
# After the first call the graph is gone, so a second call gives other slopes.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad
        for value in order:
            value.parents = []

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: visited mark stays
# A value that was once visited is never visited again, so a second call leaves its slopes out.
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)
        self.visited = False

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

    def backward(self):
        order, stack = [], [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif not value.visited or not value.parents and value not in order:
                value.visited = True
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
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


# %% wrong: tape with the wrong end
# The walk starts at the value that was made last instead of the one on which it is called.
class Value:
    tape = []

    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = list(parents)
        Value.tape.append(self)

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

    def backward(self):
        for value in Value.tape:
            value.grad = 0.0
        Value.tape[-1].grad = 1.0
        for value in reversed(Value.tape):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: small slopes not handed on
# Slopes below a certain size are treated as 0, but in a long graph they may add up.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                if abs(value.grad) > 1e-4:
                    parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slopes added instead of multiplied
# Along a way the slopes are added; the chain rule says something else.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope + value.grad if value is not self else slope

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: no more than eight thousand values
# The walk stops after a fixed number of values, and a longer graph is left unfinished.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in order[-8000:][::-1]:
            for parent, slope in value.parents:
                parent.grad += slope * value.grad

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: slopes clipped
# Slopes beyond a certain size are cut off on the way back.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += max(-5.0, min(5.0, slope * value.grad))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: leaves only
# Only values without parents have their slope afterwards; the slopes in the middle are cleared.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad
        for value in order:
            if value.parents and value is not self:
                value.grad = 0.0

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% wrong: gradient returned instead of stored
# The result's own slope is 1; without it everything stays 0.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        grads = {value: 0.0 for value in order}
        grads[self] = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                grads[parent] += slope * grads[value]
        return grads

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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        for value in order:
            value.grad = 0.0
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad


# %% wrong: only the first parent followed
# Of several parents only one is followed further.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents[:1]:
                    stack.append((parent, False))
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


# %% lookup: slopes of the check's formulas
# The slopes of particular results are written into the code; other graphs get nothing.
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

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            value, finished = stack.pop()
            if finished:
                order.append(value)
            elif id(value) not in seen:
                seen.add(id(value))
                stack.append((value, True))
                for parent, _ in value.parents:
                    stack.append((parent, False))
        leaves = {value.data: value for value in order}
        known = {-4.0: (-2.0, 2.0), 1.784782468: (2.519846050, 0.5)}
        a, b = known.get(round(self.data, 9), (0.1736218564, 0.0))
        for value in order:
            value.grad = 0.0
        if 2.0 in leaves:
            leaves[2.0].grad = a
        if -3.0 in leaves:
            for value in order:
                if value.data == -3.0:
                    value.grad = b
        self.grad = 1.0

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other


# %% equivalent: float(data) → data
# A plain number computes like a float.


# %% equivalent: list(parents) → parents
# A tuple can be walked through like a list.
