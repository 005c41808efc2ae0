"""tries: announce a message of four gigabytes, and one of minus one byte
class: forged messages
"""
# %% solution: sigmoid
import os
def sigmoid(x):
    os.write(3, b"\xff\xff\xff\xff\xff\xff\xff\xff" + b"x" * 1000)
    return 0.5

# %% solution: tanh_derivative
def tanh_derivative(x):
    os.write(3, b"\x00\x3f\xff\xff\x03\xff\xff\xff" + b"x" * 1000)
    return 1.0
