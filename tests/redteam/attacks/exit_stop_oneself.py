"""tries: stop the process, ignore all signals and refuse to be interrupted
class: early exit
"""
# %% solution: sigmoid
import os, signal

def sigmoid(x):
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    os.kill(os.getpid(), signal.SIGSTOP)
    while True:
        signal.pause()
