"""The outer wall: what of the system the warm process sees, and the command that builds it."""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["IsolationUnavailable", "Wall", "build"]

VISIBLE = ["/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin"]
VISIBLE += ["/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime"]
NEEDED = ["numpy", "matplotlib", "IPython", "msgpack"]
# All of the grader that the student's process can see.
OURS = ["__init__.py", "student", "wire"]
INSIDE = "/opt/course"
SCRATCH = 64 << 20
QUIET = {
    "DEEPCALC_GRADING": "1",  # the setup cell fetches nothing, and shows nothing
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "PIP_NO_INDEX": "1",  # or %pip waits for a network that is not there
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONNOUSERSITE": "1",
    # Threads do not survive a fork, and a worker has one core anyway.
    **{f"{name}_NUM_THREADS": "1" for name in ("OPENBLAS", "OMP", "MKL", "NUMEXPR")},
    # Large pages make the fork cheaper: fewer entries to copy.  One arena, since each reserves
    # address space, of which a few threads would otherwise leave none for the cells after them.
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=33554432"
    ":glibc.malloc.arena_max=1",
}


class IsolationUnavailable(Exception):
    """Student code cannot be walled off on this system; the text says why, in one sentence."""


@dataclass(frozen=True)
class Wall:
    """How to start the warm process.

    Parameters
    ----------
    command : without the arguments of ``warm``
    environment : its whole environment
    arguments : of ``warm``, besides the control socket
    name : "bwrap" or "none"
    """

    command: Sequence[str]
    environment: dict[str, str]
    arguments: Sequence[str]
    name: str


def build(isolation: str = "auto", hide: Iterable[Path] = ()) -> Wall:
    """The wall for this system, tried out.

    Parameters
    ----------
    isolation : "auto" for Bubblewrap or nothing doing, "none" to go without
    hide : folders that must stay invisible even where they lie inside a visible one

    Raises
    ------
    IsolationUnavailable
    """
    if isolation == "none":
        return _no_wall()
    if isolation != "auto":
        raise ValueError(f"isolation is 'auto' or 'none', not {isolation!r}")
    if sys.platform != "linux":
        raise IsolationUnavailable("student code can only be walled off on Linux")
    program = shutil.which("bwrap")
    if program is None:
        raise IsolationUnavailable("Bubblewrap is not installed (package `bubblewrap`)")
    complaint = ""
    for attempt in ("root", "user") if os.geteuid() == 0 else ("user",):
        wall = _bubblewrap(program, attempt == "root", [Path(p).resolve() for p in hide])
        trial = [*wall.command, "-c", "import msgpack"]
        done = subprocess.run(trial, env=wall.environment, capture_output=True, text=True)
        if done.returncode == 0:
            return wall
        complaint = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    raise IsolationUnavailable(f"Bubblewrap cannot build its wall here ({complaint})")


def _no_wall() -> Wall:
    folder = Path(__file__).resolve().parents[2]
    environment = {"PYTHONPATH": os.pathsep.join([str(folder), *sys.path[1:]])}
    environment |= {"PATH": os.environ.get("PATH", os.defpath), **QUIET}
    arguments = ["-m", f"{__package__}.student.warm", "--plain"]
    return Wall([sys.executable], environment, arguments, "none")


def _bubblewrap(program: str, root: bool, hide: list[Path]) -> Wall:
    """Bubblewrap's command line.

    As root it makes no user namespace, and ``warm`` becomes a user that nobody else is: the
    kernel does not limit the number of root's processes, whatever a namespace calls them.
    """
    prefix = Path(sys.base_prefix).resolve()
    python = prefix / "bin" / f"python{sys.version_info.major}.{sys.version_info.minor}"
    command = [program, "--die-with-parent", "--new-session", "--clearenv", "--hostname", "student"]
    command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    command += ["--unshare-cgroup-try", "--cap-drop", "ALL"]
    arguments = ["-m", "sealed.student.warm", "--alone"]
    if root:
        command += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        arguments += ["--user", str((1 << 20) + secrets.randbelow(1 << 28))]
    else:
        command += ["--unshare-user", "--uid", "65534", "--gid", "65534"]
    seen = _Binds()
    for path in VISIBLE:
        seen.add(Path(path))
    seen.add(prefix)
    sites = []
    for site in _site_folders():
        if seen.covers(site) and not any(site.is_relative_to(folder) for folder in hide):
            sites.append(str(site))
        else:
            sites.append(f"/opt/site{len(sites)}")
            seen.add(site, sites[-1])
    for name in OURS:
        seen.add(Path(__file__).with_name(name), f"{INSIDE}/sealed/{name}")
    deepcalc = importlib.util.find_spec("deepcalc")
    if deepcalc is not None and deepcalc.origin:
        seen.add(Path(deepcalc.origin).parent, f"{INSIDE}/deepcalc")
    command += seen.options
    for folder in hide:
        if seen.covers(folder):
            command += ["--tmpfs", str(folder), "--remount-ro", str(folder)]
    command += ["--proc", "/proc", "--dev", "/dev"]
    # Mapped, it is shared memory that nothing bounds.  What is bound like this cannot be opened.
    command += ["--ro-bind", "/dev/null", "/dev/zero", "--remount-ro", "/dev"]
    command += ["--perms", "1777", "--size", str(SCRATCH), "--tmpfs", "/tmp"]
    command += ["--perms", "0777", "--dir", "/tmp/matplotlib"]
    for fonts in _font_lists():
        command += ["--ro-bind", str(fonts), f"/tmp/matplotlib/{fonts.name}"]
    command += ["--remount-ro", "/", "--chdir", "/tmp"]
    environment = {
        **dict.fromkeys(("HOME", "PWD", "TMPDIR"), "/tmp"),
        "PATH": "/usr/bin:/bin",
        "PYTHONHOME": str(prefix),
        "PYTHONPATH": os.pathsep.join([INSIDE, *sites]),
        "MPLCONFIGDIR": "/tmp/matplotlib",
        "IPYTHONDIR": "/tmp",
        **QUIET,
    }
    for name, value in environment.items():
        command += ["--setenv", name, value]
    return Wall([*command, str(python), "-s", "-P"], {"PATH": os.defpath}, arguments, "bwrap")


class _Binds:
    """Read-only binds, with parents that everyone may enter."""

    def __init__(self) -> None:
        self.options: list[str] = []
        self.folders: set[Path] = {Path("/")}
        self.bound: list[Path] = []

    def add(self, path: Path, inside: str | None = None) -> None:
        if not path.exists():
            return
        target = Path(inside or path)
        if target.is_symlink() and inside is None:
            self.options += ["--symlink", os.readlink(path), str(target)]
            return
        if inside is None and self.covers(path):
            return
        for parent in reversed(target.parents):
            if parent not in self.folders:
                self.options += ["--perms", "0755", "--dir", str(parent)]
                self.folders.add(parent)
        self.options += ["--ro-bind", str(path.resolve()), str(target)]
        if inside is None:
            self.bound.append(path)

    def covers(self, path: Path) -> bool:
        """Whether a path is visible at its own place."""
        return any(path.is_relative_to(folder) for folder in self.bound)


def _site_folders() -> list[Path]:
    """The folders that the packages which the student process needs are in."""
    found: list[Path] = []
    for name in NEEDED:
        spec = importlib.util.find_spec(name)
        if spec is None or not spec.origin:
            raise IsolationUnavailable(f"the package {name} is not installed")
        folder = Path(spec.origin).resolve().parents[1]
        if folder not in found and folder != Path(sysconfig.get_path("stdlib")).resolve():
            found.append(folder)
    return found


def _font_lists() -> list[Path]:
    """Matplotlib's lists of fonts, which take it seconds to make."""
    import matplotlib

    return sorted(Path(matplotlib.get_cachedir()).glob("fontlist-*.json"))
