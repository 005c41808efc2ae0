"""tries: change the number 1.0 and the interned True themselves, in memory
class: patched libraries
harms_itself: yes
"""
# %% added
import ctypes
class Float(ctypes.Structure):
    _fields_ = [("count", ctypes.c_long), ("type", ctypes.c_void_p), ("value", ctypes.c_double)]
Float.from_address(id(1.0)).value = 0.0
one = ctypes.cast(id(7) + 24, ctypes.POINTER(ctypes.c_uint32))
one[0] = 0
