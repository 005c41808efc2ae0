"""tries: swallow errors with sys.excepthook, sys.settrace, hooks of the shell and atexit
class: hiding errors
"""
# %% added
import atexit, sys, threading

sys.excepthook = sys.unraisablehook = threading.excepthook = lambda *args: None
for event in ("pre_execute", "post_execute", "pre_run_cell", "post_run_cell"):
    get_ipython().events.register(event, lambda *args: None)
atexit.register(lambda: print("passed"))
def trace(frame, event, argument):
    frame.f_trace_lines = False
    return None
sys.settrace(trace)
