"""tries: take memory in twenty processes, each below the limit of one
class: memory
"""
# %% added
import os, time
for n in range(12):
    if os.fork() == 0:
        kept = []
        try:
            while True:
                kept.append(bytearray(5_000_000))
                time.sleep(0.002)
        except MemoryError:
            time.sleep(1000)
time.sleep(0.5)
