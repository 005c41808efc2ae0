"""Other places for the same work: workers behind a Dask scheduler, a gradebook in PostgreSQL."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
import sqlalchemy as sql
from nbgrader.api import Gradebook

from grading.classroom.gradebook.history import entries, record_command

BIN = max(
    Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda p: float(p.parent.name)
)


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


def test_a_dask_cluster_gives_the_same_rows(small_class, run_for_real, run, rows, copy):
    distributed = pytest.importorskip("distributed")
    other = copy(small_class, "other")
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(host="127.0.0.1", **settings) as cluster:
        outcome = run_for_real(other, scheduler=cluster.scheduler_address)
    assert len(outcome.graded) == 3
    run(small_class)
    there, here = (rows(course.root / "gradebook.db") for course in (other, small_class))
    assert there == here


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
