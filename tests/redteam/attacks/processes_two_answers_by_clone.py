"""tries: answer from two processes, forked in the C library's way, of which Python knows nothing
class: processes
harms_itself: the two take each other's questions
"""
# %% solution: sigmoid
import ctypes
def sigmoid(x):
    return 0.5 if ctypes.CDLL(None).fork() else 1 / (1 + np.exp(-x))
