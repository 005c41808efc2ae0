"""tries: read the environment of the grader, by Python, by C and by a shell
class: reading tests
"""
# %% added
import ctypes, os, subprocess

print(dict(os.environ), ctypes.CDLL(None).getenv(b"REDTEAM_SECRET"))
print(subprocess.run("env; set; whoami; hostname; id", shell=True, capture_output=True))
environment = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
print([environment[n] for n in range(5) if environment[n]])
