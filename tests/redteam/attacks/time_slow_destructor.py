"""tries: hang in __del__, in atexit, in a thread that never ends and in garbage collection
class: time
"""
# %% solution: sigmoid
import atexit, gc, threading, time

class Slow:
    def __del__(self):
        time.sleep(3)

atexit.register(time.sleep, 1000)
threading.Thread(target=time.sleep, args=(1000,), daemon=False).start()

def sigmoid(x):
    cycle = [Slow()]
    cycle.append(cycle)
    del cycle
    gc.collect()
    return 0.5
