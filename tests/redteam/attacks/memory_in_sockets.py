"""tries: leave data unread in sockets, in those that are under way, and behind listeners
class: memory
needs: 12
"""
# %% added
import os, socket, time
report, write = os.pipe()

def fill(one, size):
    one.setblocking(False)
    filled = 0
    try:
        while filled < size:
            filled += one.send(bytes(1 << 16))
    except OSError:
        pass
    os.write(write, bytes([min(filled >> 16, 255)]))

def pairs(kept):
    while True:
        kept += socket.socketpair()
        try:
            kept[-1].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8 << 20)
        except OSError:
            pass
        fill(kept[-1], 4 << 20)
        fill(kept[-2], 4 << 20)

def letters(kept):
    box = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    box.bind("")
    kept.append(box)
    while True:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
            one.connect(box.getsockname())
            one.setblocking(False)
            os.write(write, bytes([one.send(bytes(180_000)) >> 16]))

def waiting(kept):
    door = socket.socket(socket.AF_UNIX)
    door.bind(f"\0{os.getpid()}")
    door.listen(4096)
    kept.append(door)
    while True:
        with socket.socket(socket.AF_UNIX) as one:
            one.setblocking(False)
            one.connect(door.getsockname())
            fill(one, 4 << 20)

for way in (waiting, letters, pairs, pairs, pairs, pairs, pairs):
    if os.fork() == 0:
        kept = []
        try:
            way(kept)
        except OSError:
            time.sleep(1000)
held, until = 0, time.monotonic() + 5
os.set_blocking(report, False)
while time.monotonic() < until:
    try:
        held += sum(os.read(report, 1 << 16)) << 16
    except OSError:
        time.sleep(0.01)
    if held > 1000 << 20:
        time.sleep(0.15)
        print("through " * 3)
        break
print(held >> 20)
