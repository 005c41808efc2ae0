"""tries: leave a byte of each huge page in a pipe, which holds the whole page when it is unmapped
class: memory
needs: 12
"""
# %% added
import ctypes, mmap, os
libc = ctypes.CDLL(None, use_errno=True)
huge, count = 2 << 20, 16

class Piece(ctypes.Structure):
    _fields_ = [("start", ctypes.c_void_p), ("length", ctypes.c_size_t)]

held, kept = 0, []
while held < 1000:
    block = mmap.mmap(-1, (count + 1) * huge, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    block.madvise(mmap.MADV_HUGEPAGE)
    ours = ctypes.c_char.from_buffer(block)
    start = -(-ctypes.addressof(ours) // huge) * huge
    ctypes.memset(start, 1, count * huge)
    reader, writer = os.pipe()
    for n in range(count):
        piece = Piece(start + n * huge, 1)
        if libc.vmsplice(writer, ctypes.byref(piece), 1, 0) != 1:
            raise OSError(ctypes.get_errno(), "vmsplice")
    del ours
    block.close()
    kept.append((reader, writer))
    held += 2 * count
print("through " * 3)
