"""tries: print, write to both outputs, to their descriptors and to logging, without end
class: output
"""
# %% added
import logging, os, sys
for _ in range(2000):
    print("x" * 10_000)
    print("x" * 10_000, file=sys.stderr)
    os.write(1, b"x" * 10_000)
    os.write(2, b"x" * 10_000)
    logging.error("x" * 1000)
