"""Kernels that cannot get in each other's way."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["own_sockets"]


@contextmanager
def own_sockets() -> Iterator[dict[str, str]]:
    """Settings of a kernel manager that talks over files of its own.

    Of two kernels that start at the same time, both can be given one TCP port.  The path of a
    socket is at most 107 bytes long, which those of pytest's folders can exceed.
    """
    with tempfile.TemporaryDirectory(prefix="kernel-") as folder:
        yield {"transport": "ipc", "ip": f"{folder}/k"}
