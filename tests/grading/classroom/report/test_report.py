"""In a class of 300 the report finds what was planted, exactly."""

import csv
import io
import json
import math

import pytest
from nbgrader import api

from grading.classroom.policies.deadlines import FILE as DEADLINES
from grading.classroom.policies.exercises import FILE
from grading.classroom.policies.proposal import propose
from grading.classroom.report.files import report_data, write_report
from grading.paths import Course
from grading.proof.demo import copy_course
from tests.planted import NAME, ROOT, Gradebook, plant, quiet, verdict


@pytest.fixture(scope="module")
def found(planted):
    [data] = report_data(planted.course, [NAME], False, quiet)
    return data


def correlation(x, y):
    """Pearson's, by its definition."""
    n, mean_x, mean_y = len(x), sum(x) / len(x), sum(y) / len(y)
    covariance = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / n
    spread = [math.sqrt(sum((a - m) ** 2 for a in v) / n) for v, m in ((x, mean_x), (y, mean_y))]
    return covariance / math.prod(spread)


def test_planted_mistakes_are_counted_exactly(planted, found):
    for exercise in found["exercises"]:
        counts = {(one["kind"], one["text"]): one["count"] for one in exercise["outcomes"]}
        assert counts == planted.counts[exercise["grade_id"]]
        assert exercise["right"] + sum(counts.values()) == exercise["n"] == 288


def test_planted_difficulties_are_found_exactly(planted, found):
    columns = list(zip(*planted.scores, strict=True))
    for exercise, own in zip(found["exercises"], columns, strict=True):
        assert exercise["earned"] == sum(own) / (288 * planted.exercises[exercise["grade_id"]])
        assert exercise["lost"] == 288 * exercise["points"] - sum(own)


def test_discrimination_is_that_of_an_independent_computation(planted, found):
    for place, exercise in enumerate(found["exercises"]):
        own = [row[place] for row in planted.scores]
        rest = [sum(row) - row[place] for row in planted.scores]
        r = correlation(own, rest)
        told = exercise["discrimination"]
        assert told["r"] == pytest.approx(r, rel=1e-12)
        half = 1.959963984540054 / math.sqrt(288 - 3)
        assert told["low"] == pytest.approx(math.tanh(math.atanh(r) - half), rel=1e-9)
        assert told["high"] == pytest.approx(math.tanh(math.atanh(r) + half), rel=1e-9)
        assert told["n"] == 288


def test_totals_and_those_who_are_missing(planted, found):
    totals = sorted(map(sum, planted.scores))
    assert (found["handed_in"], found["missing"]) == (288, planted.missing)
    assert found["total"]["mean"] == pytest.approx(sum(totals) / 288, rel=1e-12)
    assert found["total"]["median"] == (totals[143] + totals[144]) / 2
    assert sum(one["students"] for one in found["distribution"]) == 288
    for one in found["distribution"]:
        assert one["students"] == totals.count(float(one["points"]))
    assert found["time"]["late"] == planted.late == sum(one["late"] for one in found["students"])


def test_next_lecture_begins_with_what_cost_most_and_names_the_mistake(planted, found):
    lost = {one["grade_id"]: one["lost"] for one in found["exercises"]}
    titles = {one["grade_id"]: one["title"] for one in found["exercises"]}
    order = sorted(lost, key=lambda grade_id: -lost[grade_id])
    said = found["next_lecture"]
    assert [line.partition(":")[0] for line in said] == [
        titles[grade_id].partition(":")[0] for grade_id in order
    ]
    worst = order[0]
    count = planted.counts[worst]["named", f"Mistake A of {worst}."]
    assert said[0].endswith(f"mistake was made by {count} of 288: Mistake A of {worst}.")


def test_example_is_the_shortest_answer_that_makes_the_mistake(found):
    [exercise] = [e for e in found["exercises"] if e["grade_id"] == "test_central_difference"]
    examples = {one["text"]: one["example"] for one in exercise["outcomes"] if one["example"]}
    assert examples == {
        "Mistake A of test_central_difference.": (
            "def central_difference(f, x, h=1e-5):\n    return (f(x + h) - f(x - h)) / h"
        )
    }


def test_files_hold_the_same_numbers(planted, found, tmp_path):
    pages = write_report(planted.course, None, tmp_path, False, quiet)
    assert [path.name for path in pages] == ["index.html", f"{NAME}.html"]
    assert json.loads((tmp_path / f"{NAME}.json").read_text()) == found
    rows = list(csv.DictReader(io.StringIO((tmp_path / f"{NAME}.csv").read_text())))
    for exercise in found["exercises"]:
        own = [row for row in rows if row["exercise"] == exercise["grade_id"]]
        value = {row["measure"]: row["value"] for row in own if row["about"] == "exercise"}
        assert float(value["earned"]) == exercise["earned"]
        assert float(value["discrimination_r"]) == exercise["discrimination"]["r"]
        counts = {row["name"]: int(row["value"]) for row in own if row["measure"] == "count"}
        assert counts == {one["text"]: one["count"] for one in exercise["outcomes"]}
    assert [row["name"] for row in rows if row["about"] == "missing"] == found["missing"]
    page = pages[1].read_text()
    assert "Mistake A of test_central_difference." in page and "288 of 300 handed in" in page


def test_waived_and_weighed_exercises_keep_their_mistakes(tmp_path):
    course = copy_course(Course(ROOT), [NAME], tmp_path / "course")
    plant(course, handed_in=130, missing=1)
    [before] = report_data(course, [NAME], False, quiet)
    first, second, third, *_ = (one["grade_id"] for one in before["exercises"])
    table = f"assignment,exercise,rule,points,why\n{NAME},{first},waived,,\n"
    table += f"{NAME},{second},weighed,6,\n{NAME},{third},out,,\n"
    propose(course, FILE, lambda _: table.encode()).accept()
    [after] = report_data(course, [NAME], False, quiet)
    told = {one["grade_id"]: one for one in after["exercises"]}
    old = {one["grade_id"]: one for one in before["exercises"]}
    assert third not in told and told.keys() < old.keys()
    assert (told[first]["lost"], told[second]["points"]) == (0, 6)
    assert told[second]["earned"] == pytest.approx(old[second]["earned"])
    assert all(told[one]["outcomes"] == old[one]["outcomes"] for one in told)


def test_late_is_what_the_table_of_deadlines_calls_late(tmp_path):
    course = copy_course(Course(ROOT), [NAME], tmp_path / "course")
    book = Gradebook(course, NAME)
    points = {test.grade_id: test.points for test in book.assignment.tests}
    times = {"grace": "18:10", "extended": "20:00", "spent": "23:00", "on_time": "18:00"}
    for student, time in (times | {"late": "19:00"}).items():
        right = [verdict(grade_id, worth, "right") for grade_id, worth in points.items()]
        book.record(student, right, f"2026-03-01 {time} UTC")
    book.writer.close()
    table = (
        f"assignment,student,due,grace,penalty,late_days\n{NAME},extended,1 day,,,\n"
        f"{NAME},,2026-03-01 18:00 UTC,15 min,10% per day,\n*,spent,,,,2\n"
    )
    propose(course, DEADLINES, lambda _: table.encode()).accept()
    [data] = report_data(course, [NAME], False, quiet)
    late = {one["student"] for one in data["students"] if one["late"]}
    assert (late, data["time"]["late"]) == ({"late"}, 1)


def test_points_given_by_hand_count_where_an_exercise_was_taken_out(tmp_path):
    course = copy_course(Course(ROOT), [NAME], tmp_path / "course")
    plant(course, handed_in=130, missing=0)
    [before] = report_data(course, [NAME], False, quiet)
    first = before["exercises"][0]["grade_id"]
    with api.Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_grade(first, NAME, NAME, "student003").manual_score = 7.25
        gradebook.db.commit()
    table = f"assignment,exercise,rule\n{NAME},{first},out\n"
    propose(course, FILE, lambda _: table.encode()).accept()
    [after] = report_data(course, [NAME], False, quiet)
    told = {one["student"]: one["points"] for one in after["students"]}
    with api.Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        raw = {s.student_id: s.score for s in gradebook.assignment_submissions(NAME)}
    assert told == raw and after["total"]["most"] == max(raw.values())
