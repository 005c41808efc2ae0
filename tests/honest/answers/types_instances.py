"""what: instances of one class as the answers of several exercises
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: gradient_descent
class Descent:
    def __init__(self, rule, state):
        self.rule, self.state = rule, state

    def __call__(self, grad, w0, lr, *rest, **more):
        *rest, steps = (*rest, *more.values()) if self.state == "v" and more else (*rest, more.get("steps")) if more else rest
        path, state = [np.array(w0, float)], 0.0
        for _ in range(steps):
            state, move = self.rule(state, grad(path[-1]), *rest)
            path.append(path[-1] - lr * move)
        return np.array(path)

gradient_descent = Descent(lambda v, g: (v, g), "")

# %% solution: momentum_descent
momentum_descent = Descent(lambda v, g, beta: (beta * v + g,) * 2, "v")
