"""Ways to spoil what is used in another way than by a call: a class of values, a walk through them.

Each is told in words, and as what makes it of the solution: a text that uses `wrappers`.
"""

from collections.abc import Callable, Iterator

__all__ = ["OF_WAYS"]


def of_graphs() -> Iterator[tuple[str, str]]:
    """Mutants of a class of numbers that remember how they were made."""
    for name in ("__add__", "__mul__", "tanh"):
        for words, change in {
            "rounded": "set_data(lambda n: round(n, 4))",
            "float32": "set_data(lambda n: float(np.float32(n)))",
            "absolute value": "set_data(abs)",
            "clipped": "set_data(lambda n: min(n, 2.0))" if name != "tanh" else "set_data(np.sign)",
        }.items():
            yield f"{name}: {words}", f"method_with({name!r}, {change})"
        for words, change in {
            "slopes rounded": "lambda place, s: round(s, 3)",
            "slopes without a sign": "lambda place, s: abs(s)",
            "first slope lost": "lambda place, s: s if place else 0.0",
            "last slope lost": "lambda place, s: s if place == 0 else 0.0",
        }.items():
            both = name != "tanh" or "last" not in words
            signed = name != "__add__" and name != "tanh"
            exact = name == "__add__" and "rounded" in words
            if both and not exact and (signed or "sign" not in words):
                yield f"{name}: {words}", f"method_with({name!r}, set_slopes({change}))"
    for name in ("__add__", "__mul__"):
        yield f"{name}: no plain numbers", f"numbers_refused({name!r})"
        touched = "lambda self, result: setattr(self, 'data', self.data + 1e-6)"
        yield f"{name}: changes its operand", f"method_with({name!r}, {touched})"


def of_orders() -> Iterator[tuple[str, str]]:
    """Mutants of a function from a value to the order of a walk through its graph."""
    for words, change in {
        "reversed": "order[::-1]",
        "first lost": "order[1:]",
        "last lost": "order[:-1]",
        "first twice": "order[:1] + order",
        "last twice": "order + order[-1:]",
        "first moved to the end": "order[1:] + order[:1]",
        "last moved to the front": "order[-1:] + order[:-1]",
        "a thousand at most": "order[:1000]",
        "without leaves": "[v for v in order if v.parents]",
        "those made of the same value twice lost": "[v for v in order if not doubled(v)]",
        "the smallest number first": "sorted(order, key=lambda v: v.data)",
        "the largest number first": "sorted(order, key=lambda v: -v.data)",
        "equal numbers once": "list({v.data: v for v in order[::-1]}.values())[::-1]",
        "copies": "[copy.copy(v) for v in order]",
        "pairs": "[(v, 1.0) for v in order]",
        "an iterator": "iter(order)",
        "a dict": "dict.fromkeys(order)",
    }.items():
        yield f"result: {words}", f"order_as(lambda order: {change})"
    for words, change in {
        "parents lost": "v.parents.clear()",
        "parents reversed": "v.parents.reverse()",
        "slopes 1": "v.parents.__setitem__(slice(None), [(p, 1.0) for p, _ in v.parents])",
        "data changed": "setattr(v, 'data', v.data + 1e-6)",
    }.items():
        yield f"values: {words}", f"values_changed(lambda v: {change})"
    yield "the second call adds to the first", "growing"
    yield "the second call returns what the first did", "frozen(0)"


# By the way in which a contract uses the exercise.
OF_WAYS: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {
    "graph": of_graphs,
    "order": of_orders,
}
