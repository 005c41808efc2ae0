"""Ways to spoil a right function.  The text of this file goes in front of a mutant's last line.

Each function takes the right one and returns one that is wrong in a single respect.  Nothing here
is imported by a mutant but NumPy, since it runs where the students' code does.
"""

import copy
import functools

import numpy as np


def changed_numbers(change):
    """A function that changes every number or array inside a value."""

    def apply(value):
        if isinstance(value, dict):
            return {key: apply(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return type(value)(map(apply, value))
        if isinstance(value, bool | str) or callable(value) or value is None:
            return value
        if isinstance(value, np.random.Generator):
            return value
        return change(value)

    return apply


def off(value):
    """A value of the same kind that is wrong."""
    if isinstance(value, str):
        return "saddle" if value != "saddle" else "minimum"
    if callable(value):
        return lambda *args: off(value(*args))
    return changed_numbers(lambda n: 1.25 * np.asarray(n) + 0.125)(value)


def with_result(change):
    """Spoil what comes back."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            result = f(*args, **kwargs)
            if callable(result):
                return lambda *more: changed_numbers(change)(result(*more))
            return changed_numbers(change)(result)

        return functools.wraps(f)(spoilt)

    return decorate


def with_argument(place, change):
    """Spoil what goes in at one place."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            given = list(args)
            if place < len(given):
                given[place] = changed_numbers(change)(given[place])
            return f(*given, **kwargs)

        return functools.wraps(f)(spoilt)

    return decorate


def where(condition, wrong=off):
    """Wrong where the arguments are of a certain kind."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            is_so = condition(*args, **kwargs)
            result = f(*args, **kwargs)
            return wrong(result) if is_so else result

        return functools.wraps(f)(spoilt)

    return decorate


def beyond(place, condition, instead):
    """Another number wherever an entry of an argument is of a certain kind."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            result = np.array(f(*args, **kwargs), dtype=float)
            x = np.asarray(args[place])
            return np.where(condition(x), instead, result) if result.shape == x.shape else result

        return functools.wraps(f)(spoilt)

    return decorate


def part_off(key):
    """One part of a tuple, a list or a dict is wrong."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            result = f(*args, **kwargs)
            parts = dict(result) if isinstance(result, dict) else list(result)
            parts[key] = off(parts[key])
            return parts if isinstance(result, dict) else type(result)(parts)

        return functools.wraps(f)(spoilt)

    return decorate


def entry_off(entry):
    """One entry of every array that comes back is wrong."""

    def change(value):
        value = np.array(value, dtype=float)
        if value.size:
            value.reshape(-1)[entry] = off(value.reshape(-1)[entry])
        return value

    return with_result(change)


def swapped(first, second):
    """Two arguments exchanged."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            given = list(args)
            given[first], given[second] = given[second], given[first]
            return f(*given, **kwargs)

        return functools.wraps(f)(spoilt)

    return decorate


def frozen(place):
    """One argument stays what it was at the first call."""

    def decorate(f):
        kept = []

        def spoilt(*args, **kwargs):
            kept.append(copy.deepcopy(args[place]) if not callable(args[place]) else args[place])
            return f(*args[:place], kept[0], *args[place + 1 :], **kwargs)

        return functools.wraps(f)(spoilt)

    return decorate


def key_of(value):
    """A text by which a cache that is too coarse knows a value."""
    if isinstance(value, dict):
        return repr([key_of(item) for item in value.values()])
    if isinstance(value, list | tuple):
        return repr([key_of(item) for item in value])
    return repr(np.shape(value)) if not callable(value) else "f"


def cached_by_shape(f):
    """Results are remembered by the shapes of the arguments."""
    known = {}

    def spoilt(*args, **kwargs):
        key = key_of(args) + key_of(kwargs)
        if key not in known:
            known[key] = f(*args, **kwargs)
        return known[key]

    return functools.wraps(f)(spoilt)


def cached_but_for(place):
    """Results are remembered by one argument alone."""

    def decorate(f):
        known = {}

        def spoilt(*args, **kwargs):
            key = repr(args[place])
            if key not in known:
                known[key] = f(*args, **kwargs)
            return known[key]

        return functools.wraps(f)(spoilt)

    return decorate


def one_buffer(f):
    """Arrays of one shape always come back in the same memory."""
    buffers: dict = {}

    def shared(value):
        value = np.asarray(value)
        if not value.ndim:
            return value[()]
        name = value.shape, value.dtype
        buffer = buffers.setdefault(name, np.empty(value.shape, value.dtype))
        buffer[...] = value
        return buffer

    def spoilt(*args, **kwargs):
        return changed_numbers(shared)(f(*args, **kwargs))

    return functools.wraps(f)(spoilt)


def drifting(f):
    """The second call with the same input gives something else."""
    seen = set()

    def spoilt(*args, **kwargs):
        is_random = lambda value: isinstance(value, np.random.Generator)
        key = repr([a.bit_generator.state if is_random(a) else a for a in args]) + repr(kwargs)
        result = f(*args, **kwargs)
        if key in seen:
            return off(result)
        seen.add(key)
        return result

    return functools.wraps(f)(spoilt)


def arrays_in(value):
    """All arrays inside a value."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [array for item in value for array in arrays_in(item)]
    return []


def input_changed(place):
    """An argument's arrays hold other numbers after the call."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            result = copy.deepcopy(f(*args, **kwargs))
            for array in arrays_in(args[place]):
                if array.flags.writeable and array.size:
                    array.reshape(-1)[-1:] += 1
                    array[...] = array + 1
            return result

        return functools.wraps(f)(spoilt)

    return decorate


def generator_instead(make):
    """Another random generator than the one that is passed in."""

    def decorate(f):
        def spoilt(*args, **kwargs):
            given = [make(a) if isinstance(a, np.random.Generator) else a for a in args]
            return f(*given, **kwargs)

        return functools.wraps(f)(spoilt)

    return decorate


def in_order(value):
    """An array sorted along its last axis; a number as it is."""
    return np.sort(value) if np.ndim(value) else value


def in_reverse(value):
    """An array with its first axis reversed; a number as it is."""
    return value[::-1] if np.ndim(value) else value


def method_with(name, change):
    """Spoil what a method of a class of values returns: ``change(self, result)``, or the result."""

    def decorate(kind):
        method = getattr(kind, name)

        def spoilt(self, *args):
            result = method(self, *args)
            changed = change(self, result)
            return result if changed is None else changed

        setattr(kind, name, functools.wraps(method)(spoilt))
        return kind

    return decorate


def set_data(change):
    """Another number in a value."""

    def apply(self, result):
        result.data = change(result.data)

    return apply


def set_slopes(change):
    """Other local slopes: ``change(place, slope)``."""

    def apply(self, result):
        found = enumerate(result.parents)
        result.parents = [(parent, change(place, slope)) for place, (parent, slope) in found]

    return apply


def numbers_refused(name):
    """A method that takes no plain numbers."""

    def decorate(kind):
        method = getattr(kind, name)

        def spoilt(self, other):
            if not isinstance(other, kind):
                raise TypeError("a Value is needed")
            return method(self, other)

        setattr(kind, name, spoilt)
        return kind

    return decorate


def order_as(change):
    """Another list than the walk through a graph of values."""

    def decorate(f):
        return functools.wraps(f)(lambda end: change(f(end)))

    return decorate


def doubled(value):
    """Whether a value was made of another one twice."""
    return len({id(parent) for parent, _ in value.parents}) < len(value.parents)


def values_changed(change):
    """The values of a graph are others after the walk."""

    def decorate(f):
        def spoilt(end):
            order = f(end)
            for value in order:
                change(value)
            return order

        return functools.wraps(f)(spoilt)

    return decorate


def growing(f):
    """A list that is returned by every call, and grows."""
    kept = []

    def spoilt(end):
        kept.extend(f(end))
        return kept

    return functools.wraps(f)(spoilt)


def raising(f, error=ValueError):
    """Takes part in `where`: an error in place of a result."""
    raise error("not like this")


def size_of(value, axis):
    """The length of the first array in a value along an axis; -1 without one."""
    found = [a for a in arrays_in(value) if a.ndim > axis]
    return found[0].shape[axis] if found else -1


def is_whole(value):
    """Whether a value holds whole numbers, as such or in an array."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return any(map(is_whole, value))
    return isinstance(value, int) or (isinstance(value, np.ndarray) and value.dtype.kind in "iu")
