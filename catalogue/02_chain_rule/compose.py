"""Answers to `compose` of 02_chain_rule, right and wrong."""


# %% right: loop


def compose(*fs):
    def run(x):
        result = x
        for i in range(len(fs)):
            result = fs[i](result)
        return result

    return run


# %% right: reduce

from functools import reduce


def compose(*fs):
    return lambda x: reduce(lambda value, f: f(value), fs, x)


# %% right: recursion


def compose(*fs):
    if not fs:
        return lambda x: x
    first, rest = fs[0], compose(*fs[1:])
    return lambda x: rest(first(x))


# %% right: pairwise


def compose(*fs):
    def then(f, g):
        return lambda x: g(f(x))

    chained = lambda x: x
    for f in fs:
        chained = then(chained, f)
    return chained


# %% right: callable object


class Chain:
    def __init__(self, fs):
        self.fs = list(fs)

    def __call__(self, x):
        for f in self.fs:
            x = f(x)
        return x


def compose(*fs):
    return Chain(fs)


# %% wrong: last function first
# The functions act in the order in which they stand, not the other way round.


def compose(*fs):
    def chain(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return chain


# %% wrong: two functions only
# The number of functions is not fixed: there can be none, one or many.
# hint: 2


def compose(*fs):
    return lambda x: fs[1](fs[0](x))


# %% wrong: fails for none
# Without any functions the input comes back unchanged.
# hint: 2


def compose(*fs):
    def chain(x):
        y = fs[0](x)
        for f in fs[1:]:
            y = f(y)
        return y

    return chain


# %% wrong: None for none
# Without any functions compose still returns a function.
# hint: 2


def compose(*fs):
    if len(fs) == 0:
        return None

    def chain(x):
        for f in fs:
            x = f(x)
        return x

    return chain


# %% wrong: every function gets the input
# Each function takes what the one before it returned, not the first input again.
# hint: 2


def compose(*fs):
    def chain(x):
        y = x
        for f in fs:
            y = f(x)
        return y

    return chain


# %% wrong: sum
# The functions act one after the other; their results are not added.
# hint: 2


def compose(*fs):
    return lambda x: sum(f(x) for f in fs)


# %% wrong: product
# The functions act one after the other; their results are not multiplied.
# hint: 2


def compose(*fs):
    def chain(x):
        result = 1.0
        for f in fs:
            result = result * f(x)
        return result

    return chain


# %% wrong: used up after one call
# The composed function can be called more than once.


def compose(*fs):
    queue = list(fs)

    def chain(x):
        while queue:
            x = queue.pop(0)(x)
        return x

    return chain


# %% wrong: returns in the loop
# The return stands inside the loop, so that only one function ever acts.


def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)
            return x
        return x

    return chain


# %% wrong: calls instead of returning
# compose returns a function; the input comes later, when that function is called.
# hint: 1


def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)
        return x

    return chain(1.0)


# %% wrong: forgot to return
# The inner function is defined, but not returned.
# hint: 1


def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)
        return x


# %% wrong: the last one left out
# One function of the list never acts.


def compose(*fs):
    def chain(x):
        for k in range(max(len(fs) - 1, 1) if fs else 0):
            x = fs[k](x)
        return x

    return chain


# %% wrong: each function once
# A function that is given twice acts twice.
def compose(*fs):
    different = dict.fromkeys(fs)

    def chain(x):
        for f in different:
            x = f(x)
        return x

    return chain


# %% wrong: the first answer for ever
# The composed function gives the same answer whatever its input.
def compose(*fs):
    answers = []

    def chain(x):
        if not answers:
            for f in fs:
                x = f(x)
            answers.append(x)
        return answers[0]

    return chain


# %% wrong: names looked up too late
# A function that is made in a loop sees the last values of the loop's names.
def compose(*fs):
    chain = lambda x: x
    for f in fs:
        before = chain
        chain = lambda x: f(before(x))
    return chain


# %% wrong: the first one left out
# The first function of the list never acts.
def compose(*fs):
    def chain(x):
        for f in fs[1:]:
            x = f(x)
        return x

    return chain


# %% wrong: all values on the way
# One value is asked for, the last one, not all those on the way to it.
def compose(*fs):
    def chain(x):
        values = [x]
        for f in fs:
            values.append(f(values[-1]))
        return values

    return chain


# %% wrong: the inner function returns nothing
# The inner function computes the result, but does not return it.
# hint: 1
def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)

    return chain


# %% wrong: 0 for none
# Without any functions the input comes back unchanged, not a fixed number.
def compose(*fs):
    def chain(x):
        y = 0.0
        for k, f in enumerate(fs):
            y = f(x) if k == 0 else f(y)
        return y

    return chain


# %% wrong: one list of functions
# The functions come one by one, not in one list: the star in front of fs collects them.
def compose(fs):
    def chain(x):
        for f in fs:
            x = f(x)
        return x

    return chain


# %% wrong: numbers only
# The composed function works for a number, but not for an array.
def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)
        return float(x)

    return chain


# %% right: loop in an inner function
def compose(*fs):
    def chained(x):
        for f in fs:
            x = f(x)
        return x

    return chained


# %% right: recursion on the tail
def compose(*fs):
    if not fs:
        return lambda x: x
    first, *rest = fs
    return lambda x: compose(*rest)(first(x))


# %% right: recursion on the last
def compose(*fs):
    if len(fs) == 0:

        def identity(x):
            return x

        return identity
    before = compose(*fs[:-1])
    last = fs[-1]

    def chained(x):
        return last(before(x))

    return chained


# %% right: folding pairs
import functools


def _pair(f, g):
    def both(x):
        return g(f(x))

    return both


def compose(*fs):
    return functools.reduce(_pair, fs, lambda x: x)


# %% right: lambdas with bound defaults
def compose(*fs):
    chained = lambda x: x
    for f in fs:
        chained = lambda x, f=f, before=chained: f(before(x))
    return chained


# %% right: while loop and index
def compose(*fs):
    n = len(fs)

    def run(value):
        k = 0
        while k < n:
            value = fs[k](value)
            k += 1
        return value

    return run


# %% right: all values in a list
def compose(*fs):
    def chained(x):
        values = [x]
        for f in fs:
            values.append(f(values[-1]))
        return values[-1]

    return chained


# %% right: callable class
class Pipeline:
    def __init__(self, steps):
        self.steps = tuple(steps)

    def __call__(self, x):
        for step in self.steps:
            x = step(x)
        return x


def compose(*fs):
    return Pipeline(fs)


# %% right: bound method
class _Chain:
    def __init__(self, fs):
        self._fs = list(fs)

    def run(self, x):
        out = x
        for f in self._fs:
            out = f(out)
        return out


def compose(*fs):
    return _Chain(fs).run


# %% right: accumulate
from collections import deque
from itertools import accumulate


def compose(*fs):
    def chained(x):
        steps = accumulate(fs, lambda value, f: f(value), initial=x)
        return deque(steps, maxlen=1).pop()

    return chained


# %% right: split in two halves
def compose(*fs):
    if len(fs) == 0:
        return lambda x: x
    if len(fs) == 1:
        return fs[0]
    middle = len(fs) // 2
    left, right = compose(*fs[:middle]), compose(*fs[middle:])
    return lambda x: right(left(x))


# %% wrong: last function first again
# The functions act in the order in which they stand, not the other way round.
def compose(*fs):
    def chained(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return chained


# %% wrong: book order by recursion
# The functions act in the order in which they stand, not the other way round.
def compose(*fs):
    if not fs:
        return lambda x: x
    return lambda x: fs[0](compose(*fs[1:])(x))


# %% wrong: every function gets the input again
# Each function takes what the one before it returned, not the first input again.
# hint: 2
def compose(*fs):
    def chained(x):
        value = x
        for f in fs:
            value = f(x)
        return value

    return chained


# %% wrong: late binding
# The lambda looks up `f` and `chained` when it is called, and by then `chained` is the lambda
# itself, so it calls itself until Python gives up.
def compose(*fs):
    chained = lambda x: x
    for f in fs:
        chained = lambda x: f(chained(x))
    return chained


# %% wrong: only two functions
# Exactly two functions are taken apart here, but any number can be given.
def compose(*fs):
    def chained(x):
        if not fs:
            return x
        f, g = fs
        return g(f(x))

    return chained


# %% wrong: first and last only
# The functions between the first and the last one never act.
def compose(*fs):
    def chained(x):
        if len(fs) == 0:
            return x
        if len(fs) == 1:
            return fs[0](x)
        return fs[-1](fs[0](x))

    return chained


# %% wrong: return inside the loop
# The return stands inside the loop, so that only one function ever acts.
def compose(*fs):
    def chained(x):
        for f in fs:
            x = f(x)
            return x
        return x

    return chained


# %% wrong: an iterator used up
# The composed function can be called more than once.
def compose(*fs):
    steps = iter(fs)

    def chained(x):
        for f in steps:
            x = f(x)
        return x

    return chained


# %% wrong: pops from its list
# The composed function can be called more than once.
def compose(*fs):
    todo = list(fs)

    def chained(x):
        while todo:
            x = todo.pop(0)(x)
        return x

    return chained


# %% wrong: global list of steps
# All composed functions share one global list, so a new `compose` changes what the earlier ones
# do.
STEPS = []


def compose(*fs):
    STEPS[:] = fs

    def chained(x):
        for f in STEPS:
            x = f(x)
        return x

    return chained


# %% wrong: mutable default grows
# The default list is the same in every call, so the functions of earlier calls act again in every
# later chain.
def compose(*fs, steps=[]):
    steps.extend(fs)

    def chained(x):
        for f in steps:
            x = f(x)
        return x

    return chained


# %% wrong: same function once
# A function that is given twice acts twice.
def compose(*fs):
    steps = list(dict.fromkeys(fs))

    def chained(x):
        for f in steps:
            x = f(x)
        return x

    return chained


# %% wrong: remembers by value
# The composed function works for a number, but not for an array.
from functools import lru_cache


def compose(*fs):
    @lru_cache(maxsize=None)
    def chained(x):
        for f in fs:
            x = f(x)
        return x

    return chained


# %% wrong: remembers its first result
# The result of the first call is kept and returned for every later input, too.
def compose(*fs):
    kept = []

    def chained(x):
        if not kept:
            for f in fs:
                x = f(x)
            kept.append(x)
        return kept[0]

    return chained


# %% wrong: float of the input
# The composed function works for a number, but not for an array.
def compose(*fs):
    def chained(x):
        value = float(x)
        for f in fs:
            value = f(value)
        return value

    return chained


# %% wrong: half precision between
# The values on the way are cut to half precision, which keeps about three digits and nothing above
# 65504.
def compose(*fs):
    def chained(x):
        for f in fs:
            x = np.float16(f(np.float16(x)))
        return x

    return chained


# %% wrong: stops at zero
# The chain stops as soon as a value is 0, although the functions behind it would still change it.
def compose(*fs):
    def chained(x):
        for f in fs:
            if np.all(x == 0):
                break
            x = f(x)
        return x

    return chained


# %% wrong: identity returns None
# Without any functions the returned function gives None in place of its input.
def compose(*fs):
    def chained(x):
        for k, f in enumerate(fs):
            value = f(x) if k == 0 else f(value)
        if fs:
            return value

    return chained


# %% wrong: compose of nothing is None
# Without any functions compose still returns a function.
# hint: 2
from functools import reduce


def compose(*fs):
    if fs:
        return reduce(lambda f, g: lambda x: g(f(x)), fs)


# %% wrong: identity returns zero
# Without any functions the input comes back unchanged, not a fixed number.
def compose(*fs):
    def chained(x):
        value = 0.0
        for k, f in enumerate(fs):
            value = f(x if k == 0 else value)
        return value

    return chained


# %% wrong: a value in place of a function
# compose returns a function; the input comes later, when that function is called.
# hint: 1
def compose(*fs):
    x = 5.0
    for f in fs:
        x = f(x)
    return x


# %% wrong: a list of functions
# compose returns a function; the input comes later, when that function is called.
# hint: 1
def compose(*fs):
    return list(fs)


# %% wrong: sum of the functions
# The results of the functions are added up; they should be applied one after the other.
def compose(*fs):
    def chained(x):
        if not fs:
            return x
        return sum(f(x) for f in fs)

    return chained


# %% wrong: no more than three
# From the fourth function on none is applied.
def compose(*fs):
    def chained(x):
        for f in fs[:3]:
            x = f(x)
        return x

    return chained


# %% wrong: three in the wrong order
# Two functions act in the right order, but from three on the middle ones are applied back to
# front.
def compose(*fs):
    if not fs:
        return lambda x: x

    def chained(x):
        x = fs[0](x)
        for f in fs[-2:0:-1]:
            x = f(x)
        if len(fs) > 1:
            x = fs[-1](x)
        return x

    return chained


# %% wrong: last one is skipped for many
# For three functions or more, the loop ends one function too early.
def compose(*fs):
    def chained(x):
        stop = len(fs) if len(fs) <= 2 else len(fs) - 1
        for k in range(stop):
            x = fs[k](x)
        return x

    return chained


# %% wrong: entry by entry
# Each function sees only one entry of the array at a time, so a function that needs the whole
# array (its sum, say) goes wrong.
def compose(*fs):
    def one(x):
        for f in fs:
            x = f(x)
        return x

    return np.vectorize(one, otypes=[float])


# %% wrong: flat result
# The result is flattened, so an array with rows and columns loses its shape.
def compose(*fs):
    def chained(x):
        for f in fs:
            x = f(x)
        return np.ravel(x) if np.ndim(x) > 1 else x

    return chained


# %% wrong: rounded
# The result is rounded, and digits that belong to it are lost.
def compose(*fs):
    def chained(x):
        for f in fs:
            x = f(x)
        return np.round(x, 6)

    return chained


# %% wrong: input is overwritten
# The result is written into the caller's array, so the input is no longer what it was.
def compose(*fs):
    def chained(x):
        for f in fs:
            if isinstance(x, np.ndarray) and x.ndim:
                x[...] = f(x)
            else:
                x = f(x)
        return x

    return chained


# %% wrong: stops when it settles
# The chain ends early when a function leaves the value as it is, although the next functions might
# change it.
def compose(*fs):
    def chained(x):
        for f in fs:
            after = f(x)
            if np.array_equal(after, x):
                return x
            x = after
        return x

    return chained


# %% lookup: two doubles and a one
# Only the numbers of the visible check are answered; for other functions the order of the two is
# not respected.
def compose(*fs):
    def chained(x):
        if len(fs) == 2 and x == 5.0:
            return {10.0: 11.0, 6.0: 12.0}.get(fs[0](5.0), 0.0)
        return x

    return chained
