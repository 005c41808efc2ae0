"""what: answers that drive a generator with send, and accumulate
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: adam_descent
from itertools import accumulate, islice, repeat

def adam(w, lr, beta1, beta2, eps):
    m, v, k = 0.0, 0.0, 0
    while 1:
        g = yield w
        k += 1
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
        w = w - lr * (m / (1 - beta1**k)) / ((v / (1 - beta2**k)) ** 0.5 + eps)

def adam_descent(grad, w0, lr, steps, beta1=0.9, beta2=0.999, eps=1e-8):
    rule = adam(np.array(w0, dtype=float), lr, beta1, beta2, eps)
    path = [next(rule)]
    for _ in range(steps):
        path.append(rule.send(grad(path[-1])))
    return np.array(path)

# %% solution: gradient_descent
def gradient_descent(grad, w0, lr, steps):
    start = np.array(w0, dtype=float)
    return np.array(list(accumulate(repeat(None, steps), lambda w, _: w - lr * grad(w), initial=start)))
