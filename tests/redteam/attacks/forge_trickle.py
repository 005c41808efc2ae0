"""tries: send an answer byte by byte, each just in time
class: forged messages
"""
# %% solution: sigmoid
import os, time
def sigmoid(x):
    os.write(3, b"\x00\x00\x40\x00\x00\x00\x00\x00")
    while True:
        os.write(3, b"\x90")
        time.sleep(0.05)
