"""Pyodide is taken as it should be, or refused in a sentence."""

import http.server
import json
import threading
from functools import partial
from hashlib import sha256

import pytest

from grading.authoring.site import pyodide
from grading.authoring.site.pyodide import LOCK, Pyodide, needed
from grading.paths import CourseError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A distribution of one file, which is what it should be."""
    text = json.dumps({"packages": {}})
    (tmp_path / LOCK).write_text(text)
    monkeypatch.setattr(pyodide, "CORE", {LOCK: sha256(text.encode()).hexdigest()})
    return tmp_path


def test_a_file_with_another_checksum_is_refused(folder):
    assert Pyodide(str(folder)).lock() == {"packages": {}}
    (folder / LOCK).write_text(json.dumps({"packages": {"numpy": {}}}))
    with pytest.raises(CourseError, match=r"pyodide-lock\.json: is not that of Pyodide"):
        Pyodide(str(folder)).lock()


def test_an_address_is_as_good_as_a_folder(folder):
    class Files(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), partial(Files, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    there = Pyodide(f"http://127.0.0.1:{server.server_port}/")
    assert there.is_remote and there.lock() == {"packages": {}}
    (folder / LOCK).write_text("other")
    with pytest.raises(CourseError, match="checksum differs"):
        there.lock()
    server.shutdown()
    server.server_close()
    thread.join()
    with pytest.raises(CourseError, match=r"cannot be read \(.*refused.*\): give `--pyodide`"):
        there.lock()


def test_what_is_not_there_is_named_with_what_to_do(tmp_path):
    with pytest.raises(CourseError, match=r"cannot be read .*: give `--pyodide` a folder"):
        Pyodide(str(tmp_path / "nowhere")).lock()


def test_needed_are_packages_with_all_that_they_need():
    packages = {
        "a": {"depends": ["b-c"]},
        "b-c": {"depends": ["d"]},
        "d": {"depends": ["a"]},
        "e": {"depends": []},
    }
    assert needed(packages, ["A"]).keys() == {"a", "b-c", "d"}
