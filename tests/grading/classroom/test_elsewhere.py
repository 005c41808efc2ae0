"""Other places for the same work: workers behind a Dask scheduler, a gradebook in PostgreSQL."""

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import sqlalchemy as sql
from nbgrader.api import Gradebook

from grading.classroom.gradebook.history import entries, record_command
from grading.sealed.examiner.report import Limits

BIN = max(
    Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda p: float(p.parent.name)
)

BESIDE = Path(sys.executable).parent  # `course` and `dask`


@pytest.fixture
def postgres():
    """The address of a PostgreSQL server of our own, on loopback."""
    pytest.importorskip("psycopg")
    if BIN is None or not (BIN / "initdb").is_file():
        pytest.skip("PostgreSQL's server is not installed (package `postgresql`)")
    who = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))
    if who:
        shutil.chown(folder, **who)
    password, port = secrets.token_hex(8), free_port()
    (folder / "password").write_text(password)
    (folder / "password").chmod(0o644)
    options = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **who}
    init = [BIN / "initdb", "-D", folder / "data", "-U", "course", "--auth=scram-sha-256"]
    init += ["--pwfile", folder / "password", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run(init, check=True, **options)
    command = [BIN / "postgres", "-D", folder / "data", "-p", str(port), "-h", "127.0.0.1"]
    command += ["-k", folder, "-c", "fsync=off"]
    server = subprocess.Popen(command, **options)
    url = f"postgresql+psycopg://course:{password}@127.0.0.1:{port}/postgres"
    try:
        wait_until_up(url, server)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(30)
        server.stderr.close()
        shutil.rmtree(folder, ignore_errors=True)


def test_gradebook_in_postgresql_has_the_same_rows(small_class, run, rows, copy, postgres):
    other = copy(small_class, "other")
    config = other.root / "nbgrader_config.py"
    config.write_text(config.read_text() + f"c.CourseDirectory.db_url = {postgres!r}\n")
    assert len(run(other).graded) == 3
    assert run(other).unchanged == 3
    run(other, force=True, student="bob")
    run(small_class)
    there, here = rows(postgres), rows(small_class.root / "gradebook.db")
    there["source"] = [row.replace("True", "1").replace("False", "0") for row in there["source"]]
    for table in ("grade", "submitted"):
        there[table] = [r.replace("False", "0").replace("True", "1") for r in there[table]]
    assert there == here
    engine = sql.create_engine(postgres)
    with engine.begin() as db:  # as an earlier version made it
        db.execute(sql.text("alter table sealed_submission drop column handed"))
        db.execute(sql.text("drop table sealed_due"))
    table = "assignment,student,due\n01_squares,,2026-03-02 18:00 UTC\n01_squares,bob,1 day\n"
    (other.root / "deadlines.csv").write_text(table)
    assert run(other).unchanged == 3
    query = sql.text("select student_id from submitted_assignment where extension = '1 day'")
    with engine.connect() as db:
        assert db.execute(query).scalars().all() == ["bob"]
    (other.root / "deadlines.csv").unlink()
    assert run(other).unchanged == 3
    with engine.connect() as db:
        assert db.execute(query).scalars().all() == []
    engine.dispose()
    assert record_command(other, "course grade")
    with Gradebook(postgres) as gradebook:
        gradebook.find_grade("test_square", "01_squares", "01_squares", "bob").manual_score = 7.5
        gradebook.db.commit()
    [_, by_hand] = entries(other, None, [])
    assert (by_hand.who, by_hand.old, by_hand.new) == ("course", None, "7.5")


def told(heading: str, **words: str) -> list[str]:
    """The commands below a heading of docs/instructors.md, with other words put into them."""
    page = (Path(__file__).parents[3] / "docs" / "instructors.md").read_text(encoding="utf-8")
    [block] = re.findall(rf"^\*\*{heading}.*?^```bash\n(.*?)^```", page, re.M | re.S)
    for old, new in words.items():
        assert old in block
        block = block.replace(old, new)
    return block.splitlines()


def test_commands_for_several_machines_give_the_same_rows(small_class, run, rows, copy):
    pytest.importorskip("distributed")
    other, port = copy(small_class, "other"), str(free_port())
    *servers, grade = told("Several machines", **{"8786": port, "--nworkers 2": "--nworkers 1"})
    environment = os.environ | {"PATH": f"{BESIDE}{os.pathsep}{os.environ['PATH']}"}
    log = (other.root / "servers.txt").open("w")
    options = {"cwd": other.root, "env": environment, "start_new_session": True}
    running = [
        subprocess.Popen(["bash", "-c", f"exec {line}"], stdout=log, stderr=log, **options)
        for line in servers
    ]
    try:
        done = subprocess.run(
            ["bash", "-c", f"{grade} --seed 1"], capture_output=True, text=True, timeout=240,
            cwd=other.root, env=environment,
        )  # fmt: skip
    finally:
        for server in reversed(running):
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)
        log.close()
    assert done.returncode == 0, done.stderr + (other.root / "servers.txt").read_text()
    assert "3 graded" in done.stdout
    run(small_class, limits=Limits())
    there, here = (rows(course.root / "gradebook.db") for course in (other, small_class))
    assert there == here


def test_commands_for_postgresql_make_a_gradebook_and_a_copy_of_it(small_class, postgres):
    url = sql.make_url(postgres)
    environment = os.environ | {
        "PATH": os.pathsep.join([str(BESIDE), str(BIN), os.environ["PATH"]]),
        "PGHOST": url.host, "PGPORT": str(url.port), "PGUSER": url.username,
        "PGPASSWORD": url.password, "PGDATABASE": url.database,
    }  # fmt: skip
    user, *lines = told("Several people", PASSWORD="pass", **{"5432": str(url.port)})
    assert user == "createuser --pwprompt course"  # asks for it; here without a terminal:
    lines = [line.replace("course:pass", f"course:{url.password}") for line in lines]
    for line in lines:
        done = subprocess.run(
            ["bash", "-c", line], cwd=small_class.root, env=environment,
            capture_output=True, text=True, timeout=240,
        )  # fmt: skip
        assert done.returncode == 0, (line, done.stderr)
        if line == "course grade":
            assert "3 graded" in done.stdout
    assert not (small_class.root / "gradebook.db").exists()
    assert "sealed_submission" in (small_class.root / "backups" / "course.sql").read_text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_up(url: str, server: subprocess.Popen) -> None:
    engine = sql.create_engine(url)
    for _ in range(200):
        assert server.poll() is None, server.stderr.read().decode()
        try:
            engine.connect().close()
        except sql.exc.OperationalError:
            time.sleep(0.1)
        else:
            break
    engine.dispose()
