"""tries: leave a server on a port and on a socket without a file, for the next student to talk to
class: leaving something behind
"""
# %% added
import os, socket, time
if os.fork() == 0:
    os.setsid()
    a, b = socket.socket(socket.AF_UNIX), socket.socket()
    a.bind("\0left-behind")
    a.listen()
    b.bind(("127.0.0.1", 4711))
    b.listen()
    time.sleep(1000)
time.sleep(0.1)
