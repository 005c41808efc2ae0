"""tries: reach the network, the examiner's host, and sockets without a file name
class: reading tests
"""
# %% solution: sigmoid
import socket, urllib.request

def sigmoid(x):
    found = []
    for family, address in [(2, ("127.0.0.1", 22)), (2, ("10.0.0.1", 80)), (2, ("1.1.1.1", 53)),
                            (10, ("::1", 8888)), (1, "\0/tmp/.X11-unix/X0"), (1, "/run/dbus/system_bus_socket"),
                            (1, "/var/run/docker.sock"), (1, "\0/tmp/dbus-session")]:
        try:
            with socket.socket(family, socket.SOCK_STREAM) as s:
                s.settimeout(0.05)
                s.connect(address)
                found.append("through " * 3 + "a connection to " + str(address))
        except OSError as error:
            found.append(str(error))
    for family in (16, 17, 31, 38, 40):  # netlink, packet, bluetooth, crypto, vsock
        try:
            socket.socket(family, socket.SOCK_RAW).close()
            found.append("through " * 3 + f"family {family}")
        except OSError as error:
            found.append(str(error))
    raise RuntimeError(found)
