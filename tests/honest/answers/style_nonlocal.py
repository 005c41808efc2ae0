"""what: a closure with nonlocal state, made anew for each call, and type aliases
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: momentum_descent
from collections.abc import Callable
from typing import TypeAlias

Vector: TypeAlias = np.ndarray
Gradient = Callable[[Vector], Vector]

def mover(beta: float, lr: float) -> Callable[[Vector, Vector], Vector]:
    v: Vector | float = 0.0

    def move(w: Vector, g: Vector) -> Vector:
        nonlocal v
        v = beta * v + g
        return w - lr * v

    return move

def momentum_descent(grad: Gradient, w0: Vector, lr: float, beta: float, steps: int) -> Vector:
    path: list[Vector] = [np.asarray(w0, dtype=float)]
    move = mover(beta, lr)
    for _ in range(steps):
        path += [move(path[-1], grad(path[-1]))]
    return np.asarray(path)

# %% solution: classify_critical_point
def classify_critical_point(H: Vector) -> str:
    match (n := len(H)), (up := int((np.linalg.eigvalsh(H) > 0).sum())):
        case n, 0:
            return "maximum"
        case a, b if a == b:
            return "minimum"
        case _:
            return "saddle"
