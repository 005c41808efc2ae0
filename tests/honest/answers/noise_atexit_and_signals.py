"""what: an exit function, a signal handler and a trace function
assignment: 04_gradient_descent
kernel: passes
"""
# %% added
import atexit, signal, sys
atexit.register(print, "bye")
signal.signal(signal.SIGALRM, lambda *args: None)
seen = []
sys.settrace(None)
sys.setprofile(None)
