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


def compose(*fs):
    return lambda x: fs[1](fs[0](x))


# %% wrong: fails for none
# Without any functions the input comes back unchanged.


def compose(*fs):
    def chain(x):
        y = fs[0](x)
        for f in fs[1:]:
            y = f(y)
        return y

    return chain


# %% wrong: None for none
# Without any functions compose still returns a function.


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


def compose(*fs):
    def chain(x):
        y = x
        for f in fs:
            y = f(x)
        return y

    return chain


# %% wrong: sum
# The functions act one after the other; their results are not added.


def compose(*fs):
    return lambda x: sum(f(x) for f in fs)


# %% wrong: product
# The functions act one after the other; their results are not multiplied.


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


def compose(*fs):
    def chain(x):
        for f in fs:
            x = f(x)
        return x

    return chain(1.0)


# %% wrong: forgot to return
# The inner function is defined, but not returned.


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
