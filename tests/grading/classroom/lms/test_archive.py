"""Archives that mean harm are opened, and nothing of them gets out."""

import os
import stat
import zipfile
from pathlib import Path

import pytest

from grading.classroom.lms import archive as archive_module
from grading.classroom.lms.archive import TooLarge, open_archive
from grading.paths import CourseError


def packed(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return path


@pytest.mark.parametrize(
    "name", ["../out.ipynb", "/etc/x.ipynb", "a/../../x.ipynb", "C:/x.ipynb", r"a\..\x.ipynb"]
)
def test_a_name_that_leads_out_is_refused_and_listed(tmp_path, name):
    path = packed(tmp_path / "class.zip", **{name: b"{}", "fine.ipynb": b"{}"})
    with open_archive(path) as archive:
        assert [*archive.members] == ["fine.ipynb"]
        assert [*archive.refused] == [name]


def test_links_devices_and_what_is_encrypted_are_refused(tmp_path):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        for name, kind in (("link", stat.S_IFLNK), ("device", stat.S_IFCHR), ("file", 0)):
            info = zipfile.ZipInfo(name)
            info.external_attr = (kind | 0o644) << 16
            zipped.writestr(info, "/etc/passwd")
    with open_archive(path) as archive:
        assert [*archive.members] == ["file"]
        assert archive.refused.keys() == {"link", "device"}


def test_a_bomb_is_not_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_module, "MOST_BYTES", 1000)
    path = packed(tmp_path / "class.zip", bomb=b"0" * 10_000_000, fine=b"1" * 1000)
    with open_archive(path) as archive:
        assert archive.read("fine") == b"1" * 1000
        with pytest.raises(TooLarge):
            archive.read("bomb")


def test_many_large_files_are_not_read_without_end(tmp_path, monkeypatch):
    path = packed(tmp_path / "class.zip", **{f"f{n}": b"0" * 1000 for n in range(5)})
    with open_archive(path) as archive:
        archive.left = 2500
        assert archive.read("f0") and archive.read("f1")
        with pytest.raises(TooLarge):
            archive.read("f2")


def test_more_files_than_a_class_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_module, "MOST_MEMBERS", 3)
    path = packed(tmp_path / "class.zip", **{f"f{n}": b"" for n in range(4)})
    with pytest.raises(CourseError, match="more than 3 files"), open_archive(path):
        pass


def test_what_is_no_zip_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "class.zip"
    path.write_bytes(b"<html>Log in</html>")
    with pytest.raises(CourseError, match=r"class\.zip: no zip"), open_archive(path):
        pass
    with pytest.raises(CourseError, match="name a zip"), open_archive(tmp_path / "none.zip"):
        pass


def test_a_damaged_member_is_one_sentence(tmp_path):
    path = packed(tmp_path / "class.zip", file=os.urandom(1000))
    data = bytearray(path.read_bytes())
    data[100:200] = bytes(100)
    path.write_bytes(data)
    with open_archive(path) as archive, pytest.raises(CourseError, match="download it again"):
        archive.read("file")


def test_names_of_an_older_zip_are_read(tmp_path):
    path = tmp_path / "class.zip"
    name = "őryödön_102_5002_01_derivatives.ipynb"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("x" * len(name.encode()), b"{}")
    path.write_bytes(path.read_bytes().replace(b"x" * len(name.encode()), name.encode()))
    with open_archive(path) as archive:
        assert [*archive.members] == [name]


def test_a_folder_is_read_without_following_links(tmp_path):
    (tmp_path / "class/ann").mkdir(parents=True)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key").write_text("secret")
    (tmp_path / "class/ann/a.ipynb").write_text("{}")
    (tmp_path / "class/ann/key").symlink_to(tmp_path / "secret/key")
    (tmp_path / "class/bob").symlink_to(tmp_path / "secret")
    (tmp_path / "class/__MACOSX").mkdir()
    (tmp_path / "class/__MACOSX/x").write_text("")
    with open_archive(tmp_path / "class") as archive:
        assert [*archive.members] == ["ann/a.ipynb"]
        assert sorted(archive.refused) == ["ann/key", "bob"]
        assert archive.read("ann/a.ipynb") == b"{}"


def test_the_second_file_of_one_name_is_listed(tmp_path):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("a", b"1")
        with pytest.warns(UserWarning):
            zipped.writestr("a", b"2")
    with open_archive(path) as archive:
        assert archive.read("a") == b"1"
        assert "twice" in archive.refused["a"]


def test_what_could_grow_without_bounds_is_not_unpacked(tmp_path):
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as zipped:
        zipped.writestr("notebook.ipynb", bytes(1000))
    with open_archive(path) as archive:
        assert not archive.members
        assert archive.refused.keys() == {"notebook.ipynb"}


def test_a_name_that_was_unpacked_wrongly_is_listed(tmp_path):
    Path(os.fsdecode(bytes(tmp_path) + b"/n\xf6tes.txt")).write_text("Latin-1")
    with open_archive(tmp_path) as archive:
        assert not archive.members
        assert ["UTF-8" in why for why in archive.refused.values()] == [True]


def test_a_damaged_name_is_one_sentence(tmp_path):
    path = packed(tmp_path / "class.zip", **{"notebööks.ipynb": b"{}"})
    data = path.read_bytes()
    path.write_bytes(data.replace("ö".encode(), b"\xf7\xf7", 1))  # in the file's own header
    with open_archive(path) as archive, pytest.raises(CourseError, match="download it again"):
        archive.read("notebööks.ipynb")
