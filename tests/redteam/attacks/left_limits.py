"""tries: change what processes inherit: priority, limits, umask, working folder, signal masks
class: leaving something behind
harms_itself: yes
"""
# %% added
import os, resource, signal
os.nice(19)
os.umask(0o777)
os.chdir("/")
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
for name in dir(resource):
    if name.startswith("RLIMIT_") and name not in ("RLIMIT_AS", "RLIMIT_DATA", "RLIMIT_STACK", "RLIMIT_CPU"):
        try:
            resource.setrlimit(getattr(resource, name), (0, 0))
        except (OSError, ValueError):
            pass
