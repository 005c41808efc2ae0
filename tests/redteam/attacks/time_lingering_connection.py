"""tries: hand the examiner a connection whose end whoever closes it last has to wait for
class: time
alone: the examiner would hang in the kernel
"""

# %% added
import array
import os
import socket
import struct
import sys
import time

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
server.bind(("127.0.0.1", 0))
server.listen(1)
client = socket.socket()
client.connect(server.getsockname())
other, _ = server.accept()
client.setblocking(False)
try:
    while True:
        client.send(b"x" * 65536)
except BlockingIOError:
    pass
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 100000))
examiner = socket.socket(fileno=os.dup(3))
channel = sys.modules["sealed.wire.channel"].Channel
honest = channel.answer


def answer(self, message, to, aliases=None):
    message[1]["text"] = [[] for _ in range(2_000_000)]
    honest(self, message, to, aliases)
    # While the examiner unpacks that, the connection: whoever reads on, closes it.
    passed = array.array("i", [client.fileno()])
    examiner.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, passed)])
    client.close()
    time.sleep(1000)


channel.answer = answer
