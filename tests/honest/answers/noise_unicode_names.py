"""what: Greek, Chinese and composed letters in names, and an escape in a string
assignment: 04_gradient_descent
kernel: passes
"""
# %% solution: momentum_descent
def 下一步(ω, η, ν):
    return ω - η * ν

def momentum_descent(grad, w0, lr, beta, steps):
    β, η, größe = beta, lr, "\N{GREEK SMALL LETTER ETA}"
    путь, ν = [np.array(w0, float)], 0
    for ﬁrst in range(steps):
        ν = β * ν + grad(путь[-1])
        путь.append(下一步(путь[-1], η, ν))
    return np.array(путь)
