"""what: a thread pool, a subprocess, asyncio with await at the top level
"""
# %% added
import asyncio, subprocess, sys
await asyncio.sleep(0)
subprocess.run([sys.executable, "-c", "print(1)"])

# %% solution: tanh_derivative
from concurrent.futures import ThreadPoolExecutor

def tanh_derivative(x):
    with ThreadPoolExecutor(2) as pool:
        return pool.submit(lambda: 1 / np.cosh(x) ** 2).result()
