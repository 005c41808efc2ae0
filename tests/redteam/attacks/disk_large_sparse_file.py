"""tries: make files of a terabyte with nothing in them, and map them
class: disk
"""
# %% solution: sigmoid
import mmap, os

def sigmoid(x):
    with open("/tmp/sparse", "wb") as file:
        os.ftruncate(file.fileno(), 1 << 40)
    with open("/tmp/sparse", "r+b") as file:
        return len(mmap.mmap(file.fileno(), 1 << 40))
