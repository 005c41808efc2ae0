"""what: async with and async for at the top level, above an answer in the same cell
assignment: 05_backprop_xor
kernel: passes
"""
# %% solution: sgd_step
import contextlib

@contextlib.asynccontextmanager
async def rule():
    yield lambda p, g, lr: p - lr * g

async def keys(params):
    for key in params:
        yield key

async with rule() as moved:
    seen = [key async for key in keys({"w": 1})]

def sgd_step(params, grads, lr):
    return {key: moved(value, grads[key], lr) for key, value in params.items()}
