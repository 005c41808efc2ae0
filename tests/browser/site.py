"""The course's site on loopback, from a plain server of files."""

import functools
import http.server
import json
import threading
from pathlib import Path

from grading.authoring.site.build import LAB

__all__ = ["Site"]


class _Files(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and writes nothing to the terminal."""

    def log_message(self, *_):
        pass


class Site:
    """A built site that is being served.

    Parameters
    ----------
    folder : Path
        What ``course site`` wrote.
    """

    def __init__(self, folder: Path) -> None:
        config = folder / LAB / "jupyter-lite.json"  # its pages shall tell which cells ran
        settings = json.loads(config.read_text())
        settings["jupyter-config-data"]["exposeAppInBrowser"] = True
        config.write_text(json.dumps(settings))
        files = functools.partial(_Files, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), files)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    @property
    def lab(self) -> str:
        """The address of a JupyterLab without open documents."""
        return f"{self.url}/{LAB}/lab/index.html?reset"

    def end_kernels(self) -> None:
        """Nothing is left of a page's kernels when it is closed."""

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
