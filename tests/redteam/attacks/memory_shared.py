"""tries: take memory that processes share, which a count of their private pages overlooks
class: memory
needs: 12
"""
# %% added
import mmap, os, time
report, write = os.pipe()
for n in range(3):
    if os.fork() == 0:
        blocks = []
        try:
            while True:
                blocks.append(mmap.mmap(-1, 16 << 20))
                np.frombuffer(blocks[-1], np.uint8)[::4096] = 1
        except OSError:
            os.write(write, bytes([len(blocks)]))
            time.sleep(1000)
megabytes = sum(16 * os.read(report, 1)[0] for n in range(3))
time.sleep(0.15)
print(megabytes, "through " * 3 if megabytes > 768 else "")
