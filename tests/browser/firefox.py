"""Debian's Firefox under Playwright, by WebDriver BiDi.

Playwright asks for emulations (of a colour scheme, say) that this Firefox does not know, and gives
up.  So what it starts is this file: it starts Firefox, stands between the two, and has every
emulation succeed that is not known.
"""

import asyncio
import json
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClosedError, WebSocketHandler, websocket_connect

__all__ = ["FIREFOX", "PREFERENCES", "starter"]

FIREFOX = shutil.which("firefox-esr")
PREFERENCES = {"network.dns.disabled": True}  # nothing but loopback can be reached
LARGE = 2**30  # bytes of a message
HELLO = rb"WebDriver BiDi listening on ws://127\.0\.0\.1:(\d+)"


def starter(folder: Path) -> Path:
    """A program in `folder` for Playwright to start with Firefox's arguments."""
    program = folder / "firefox"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" "$@"\n')
    program.chmod(0o700)
    return program


class _Between(WebSocketHandler):
    """Playwright's connection, and with it one to Firefox."""

    def initialize(self, port: str) -> None:
        self._port = port

    def check_origin(self, origin: str) -> bool:
        return True

    async def open(self) -> None:
        address = f"ws://127.0.0.1:{self._port}{self.request.path}"
        self._firefox = await websocket_connect(address, max_message_size=LARGE)
        self._answers = asyncio.create_task(self._hand_back())

    async def on_message(self, message: str) -> None:
        await self._firefox.write_message(message)

    async def _hand_back(self) -> None:
        with suppress(WebSocketClosedError):
            while (message := await self._firefox.read_message()) is not None:
                await self.write_message(_mended(message))
        self.close()

    def on_close(self) -> None:
        self._firefox.close()


def _mended(message: str) -> str:
    """The message, or success where an emulation is not known."""
    if message.startswith('{"type":"error"'):
        said = json.loads(message)
        if said["error"] == "unknown command" and said["message"].startswith("emulation."):
            return json.dumps({"type": "success", "id": said["id"], "result": {}})
    return message


async def _main(arguments: list[str]) -> int:
    """Run Firefox; name Playwright the port of this program in the place of Firefox's own."""
    firefox = await asyncio.create_subprocess_exec(
        FIREFOX, *arguments, stderr=asyncio.subprocess.PIPE, limit=2**20
    )
    async for line in firefox.stderr:
        if hello := re.match(HELLO, line):
            [socket] = bind_sockets(0, "127.0.0.1")
            routes = [("/.*", _Between, {"port": hello[1].decode()})]
            HTTPServer(Application(routes, websocket_max_message_size=LARGE)).add_socket(socket)
            line = line.replace(hello[1], str(socket.getsockname()[1]).encode())
        sys.stderr.buffer.write(line)
        sys.stderr.flush()
    return await firefox.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(_main(sys.argv[1:])))
