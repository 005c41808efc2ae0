"""A JupyterLab on loopback with folders of its own, ended by its process id."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

__all__ = ["Server"]

PATIENCE = 90  # seconds until it must answer, on a busy machine

# Neither news from the network nor a question about it; else JupyterLab as it comes.
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}


class Server:
    """A running ``jupyter lab``.

    Parameters
    ----------
    root : Path
        What its file browser shows; settings of nbgrader in it are read.
    home : Path
        An empty folder for configuration, data and kernels, so that nothing of the user's is
        read or touched.
    arguments : str
        More arguments of ``jupyter lab``.
    """

    def __init__(self, root: Path, home: Path, *arguments: str) -> None:
        self.root = root
        self.token = secrets.token_hex(16)
        self.url = f"http://127.0.0.1:{_free_port()}"
        command = [
            *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1"),
            *(f"--ServerApp.port={self.url.rpartition(':')[2]}", "--ServerApp.port_retries=0"),
            *(f"--ServerApp.root_dir={root}", f"--IdentityProvider.token={self.token}"),
            *(["--allow-root"] if os.geteuid() == 0 else []),
            *arguments,
        ]
        home.mkdir(parents=True, exist_ok=True)
        self.log = home / "server.log"
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                command, cwd=root, env=_environment(home), stdout=log, stderr=log
            )
        try:
            self._wait()
            for name, values in SETTINGS.items():
                self.set(name, **values)
        except BaseException:
            self.stop()
            raise

    @property
    def lab(self) -> str:
        """The address of a JupyterLab without open documents."""
        return f"{self.url}/lab?reset&token={self.token}"

    def set(self, plugin: str, **values: Any) -> None:
        """Change settings of a JupyterLab plugin, for pages opened from now on."""
        path = f"lab/api/settings/{urllib.parse.quote(plugin, safe='@/:')}"
        self.request(path, "PUT", {"raw": json.dumps(values)})

    def theme(self, name: str) -> None:
        """Choose "light" or "dark", for pages opened from now on."""
        theme = f"JupyterLab {name.capitalize()}"
        self.set("@jupyterlab/apputils-extension:themes", theme=theme)

    def request(self, path: str, method: str = "GET", body: Any = None) -> Any:
        """Ask the server's interface, and return its JSON."""
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def end_kernels(self) -> None:
        """End all kernels, so that the next notebook has the machine to itself."""
        for session in self.request("api/sessions"):
            try:
                self.request(f"api/sessions/{session['id']}", "DELETE")
            except urllib.error.HTTPError as error:
                if error.code not in (404, 410):  # gone already
                    raise

    def stop(self) -> None:
        """End it, which ends its kernels."""
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            try:
                self.request("api/status")
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()[-3000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _environment(home: Path) -> dict[str, str]:
    """The environment without the user's settings, and with the virtual environment's commands."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON", "PYTEST"))
    }
    folders = {
        "HOME": home,
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "IPYTHONDIR": home / "ipython",
        "MPLCONFIGDIR": home / "matplotlib",
    }
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return {**kept, **{k: str(v) for k, v in folders.items()}, "PATH": path}
