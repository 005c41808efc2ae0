"""tries: leave a daemon behind: a double fork with a session of its own
class: processes
"""
# %% added
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            time.sleep(0.01)
    os._exit(0)
