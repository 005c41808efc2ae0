"""tries: kill the warm process, the examiner and everything else, by every signal
class: early exit
"""
# %% solution: sigmoid
import os

def sigmoid(x):
    for pid in (os.getppid(), {examiner}, -1, 0, *range(2, 400)):
        for number in (9, 15, 19, 6):
            try:
                if pid:
                    os.kill(pid, number)
            except OSError:
                pass
    try:
        os.killpg(0, 9)
    finally:
        return 0.5
