"""tries: return a generator, a coroutine, an exhausted iterator or the exercise itself
class: lying objects
"""
# %% solution: sigmoid
def sigmoid(x):
    yield 0.5

# %% solution: tanh_derivative
async def tanh_derivative(x):
    return 1.0

# %% solution: relu_derivative
def relu_derivative(x):
    return relu_derivative

# %% solution: tangent_line
def tangent_line(f, df, x0, x):
    return f
