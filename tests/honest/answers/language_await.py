"""what: await at the top level of a cell, and an answer that it makes
kernel: passes
"""
# %% added
import asyncio

async def fetch(value):
    await asyncio.sleep(0.01)
    return value

two, one = await asyncio.gather(fetch(2.0), fetch(1.0))

# %% solution: tangent_line
await asyncio.sleep(0)
def tangent_line(f, df, x0, x):
    return f(x0) + one * df(x0) * (x - x0)

# %% solution: central_difference
async def made():
    def slope(f, x, h=1e-5):
        return (f(x + h) - f(x - h)) / (two * h)
    return slope

central_difference = await made()
