"""What an LMS packed, opened without being led astray: a zip, or the folder it was unpacked to.

Names are other people's, and so are sizes: nothing is unpacked to where a name says, nothing is
read further than a submission may be long, and what is refused is listed with its reason.
"""

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any

from grading.classroom.collecting.kinds import is_fork, is_tools
from grading.classroom.collecting.submitted import read_file
from grading.paths import CourseError
from grading.sealed.examiner.submitted import MOST_BYTES
from grading.text import shown

__all__ = ["Archive", "TooLarge", "member_name", "open_archive"]

MOST_MEMBERS = 100_000
MOST_TOTAL = 32 << 30  # bytes that are read from one archive
DRIVE = re.compile("[A-Za-z]:")


class TooLarge(Exception):
    """A member holds more than a submission may."""


@dataclass
class Archive:
    """The files of an archive.

    Parameters
    ----------
    name : of the archive's file, for messages
    members : its files by their names, in its order
    refused : names that are not used, each with the reason
    """

    name: str
    members: dict[str, Any] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    left: int = MOST_TOTAL

    def read(self, member: str) -> bytes:
        """The bytes of a file in it.

        Raises
        ------
        TooLarge
            When it is larger than any submission, or the archive than any class.
        CourseError
            When it cannot be read.
        """
        try:
            data = self._read(member)
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            RuntimeError,
            ValueError,
        ) as error:
            # RuntimeError: the member is encrypted; NotImplementedError, which is one: so packed;
            # ValueError: its name there is no text
            raise CourseError(
                f"{self.name}: {shown(member)} cannot be read ({shown(error)}): download it again"
            ) from None
        self.left -= len(data)
        if len(data) > MOST_BYTES or self.left < 0:
            raise TooLarge(f"larger than {MOST_BYTES >> 20} MB")
        return data

    def _read(self, member: str) -> bytes:
        raise NotImplementedError

    def _add(self, name: str, source: Any, why_not: str) -> None:
        """Take a file as a member, or refuse it; what tools leave behind is passed over."""
        if any(is_tools(part) or is_fork(part) for part in PurePosixPath(name).parts):
            return
        if not why_not and name not in self.members:
            self.members[name] = source
        else:
            self.refused[name] = why_not or "the same name twice: the first one is used"


class _Zip(Archive):
    def __init__(self, file: IO[bytes], name: str) -> None:
        super().__init__(name)
        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise CourseError(f"{name}: no zip ({shown(error)}): download it again") from None
        infos = self.zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise CourseError(f"{name}: more than {MOST_MEMBERS} files: no class's submissions")
        for info in infos:
            if not info.is_dir():
                self._add(name := member_name(info), info, _why_not(info, name))

    def _read(self, member: str) -> bytes:
        with self.zip.open(self.members[member]) as file:
            return file.read(MOST_BYTES + 1)


class _Folder(Archive):
    def __init__(self, root: Path) -> None:
        super().__init__(str(root))
        for folder, inside, files in os.walk(root):
            inside[:] = sorted(name for name in inside if not (is_tools(name) or is_fork(name)))
            links = [name for name in inside if Path(folder, name).is_symlink()]
            for file in sorted(files + links):
                path = Path(folder, file)
                name = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
                link = "a symbolic link, which is not followed" if path.is_symlink() else ""
                self._add(name, path, link or _misread(name) or _leads_out(name))
            if len(self.members) > MOST_MEMBERS:
                raise CourseError(f"{root}: more than {MOST_MEMBERS} files: name a smaller folder")

    def _read(self, member: str) -> bytes:
        data = read_file(self.members[member], MOST_BYTES)
        if data is None:
            raise OSError("not a plain file")
        return data


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """The archive at `path`: a zip, or a folder.

    Raises
    ------
    CourseError
        When it is neither.
    """
    if path.is_dir():
        yield _Folder(path)
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}: name a zip of your LMS") from None
    with file:
        archive = _Zip(file, str(path))
        with archive.zip:
            yield archive


def member_name(info: zipfile.ZipInfo) -> str:
    """The text of a member's name.

    UTF-8 where it is flagged as such or reads as such, else what `zipfile` takes it for (code page
    437); composed (NFC), as a Mac decomposes accents.
    """
    name = info.filename
    if not info.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return unicodedata.normalize("NFC", name)


def _why_not(info: zipfile.ZipInfo, name: str) -> str:
    """Why a member is not used; "" where it is."""
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "a link or a device, not a file"
    if info.flag_bits & 1:
        return "encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed as no LMS packs: unpack it, and name the folder"  # may grow without bounds
    return _leads_out(name)


def _misread(name: str) -> str:
    """Why a name on this disk cannot be kept, not being text; "" where it is."""
    wrong = any("\ud800" <= character <= "\udfff" for character in name)
    return "its name is not UTF-8: name the zip, not the folder" if wrong else ""


def _leads_out(name: str) -> str:
    """Why a name cannot be trusted to stay within the archive; "" where it can."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or DRIVE.match(name):
        return "its name leads out of the archive"
    if "\\" in name:
        return "a backslash in its name, which leads elsewhere on Windows"
    return ""
