"""what: threads that go on until the end, a timer and files that stay open
assignment: 05_backprop_xor
kernel: passes
"""
# %% added
import threading, time
box = []

def tick():
    while not box[100:]:
        box.append(1)
        time.sleep(0.02)

threading.Thread(target=tick, daemon=True).start()
timer = threading.Timer(0.1, box.append, ["late"])
timer.start()
log = open("log.txt", "w")
files = [open(f"file{n}.txt", "w") for n in range(20)]

# %% solution: mse_loss
def mse_loss(y_hat, y):
    log.write(f"{y_hat}\n")
    return np.mean(np.square(y_hat - y))
