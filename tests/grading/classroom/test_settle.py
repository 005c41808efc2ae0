"""From facts and policies to grades, by cases that were worked out by hand."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.classroom.policies.deadlines import Deadlines
from grading.classroom.policies.exercises import Rule, Rules
from grading.classroom.policies.penalties import read_penalty
from grading.classroom.policies.policies import Policies
from grading.classroom.policies.settle import Assigned, Grade, Submitted, settled
from grading.classroom.policies.spans import aware

DAY = timedelta(days=1)
NAMES = ("01_a", "02_b")
HEADER = "assignment,student,due,grace,penalty,late_days,why\n"
BERLIN = '01_a,,2026-03-02 18:00 Europe/Berlin,,"10% per day, at most 50%",,\n'
SUMMER = "01_a,,2026-03-28 18:00 Europe/Berlin,,10% per day,,\n"  # the clocks change that night
TWO = (
    '01_a,,2026-03-02 18:00 UTC,15 min,"2 points per day, nothing after 3 days",,\n'
    "02_b,,2026-03-09 18:00 UTC,,10% per day,,\n"
)


def never(student, score, seconds):
    raise AssertionError("the table has a penalty: nbgrader's plugin is not asked")


def hand_in(stamp, name="01_a", student="ann", score=20.0, extension=None):
    time = None if stamp is None else datetime.fromisoformat(stamp)
    found = {"test_x": (score, 20.0)}
    return Submitted(name, student, found, time, extension, {"test_x": Grade()})


def settle(table, *submissions, plugin=never, duedate=None, rules=None):
    policies = Policies(Deadlines.read((HEADER + table).encode(), NAMES), Rules(rules or {}))
    assigned = {name: Assigned(name, duedate, {"test_x": 20.0}) for name in NAMES}
    return settled(list(submissions), assigned, policies, plugin)


@pytest.mark.parametrize(
    ("table", "stamp", "penalty"),
    [
        (BERLIN, None, None),
        (BERLIN, "2026-03-02 16:59:59", None),
        (BERLIN, "2026-03-02 17:00:00", None),  # exactly at the deadline
        (BERLIN, "2026-03-02 17:00:01", 2.0),  # one second after
        (BERLIN, "2026-03-03 17:00:00", 2.0),
        (BERLIN, "2026-03-03 17:00:01", 4.0),
        (BERLIN, "2026-03-20 12:00:00", 10.0),  # at most 50%
        (SUMMER, "2026-03-29 16:00:00", 2.0),  # 18:00 in Berlin again, 23 hours later
        (SUMMER, "2026-03-29 16:00:01", 4.0),
        (SUMMER + "01_a,ann,1 day,,,,\n", "2026-03-29 16:00:00", None),
        (SUMMER + "01_a,ann,1 day,,,,\n", "2026-03-29 16:00:01", 2.0),
        (SUMMER + "01_a,ann,24 hours,,,,\n", "2026-03-29 17:00:00", None),
        (TWO, "2026-03-02 18:15:00", None),  # grace
        (TWO, "2026-03-02 18:15:01", 2.0),
        (TWO, "2026-03-03 18:00:01", 4.0),
        (TWO, "2026-03-05 18:00:00", 6.0),
        (TWO, "2026-03-05 18:00:01", 20.0),  # nothing after 3 days
        (TWO + "01_a,ann,+2 days,,,,ill\n", "2026-03-04 18:15:00", None),
        (TWO + "01_a,ann,2026-03-06 18:00 CET,,,,\n", "2026-03-06 17:00:00", None),
        (TWO + "01_a,bob,2 days,,,,\n", "2026-03-04 18:00:00", 4.0),  # somebody else's
        (TWO + "*,ann,1 day,,,,\n", "2026-03-03 18:00:00", None),  # for all assignments
        (TWO + "*,ann,1 day,,,,\n01_a,ann,2 days,,,,\n", "2026-03-05 18:00:00", None),  # both
        (TWO + "*,ann,1 day,,,,\n01_a,ann,2 days,,,,\n", "2026-03-05 18:15:01", 2.0),
        (TWO + "01_a,ann,,,none,,\n", "2026-04-01 18:00:00", None),
        (TWO + "*,ann,,2 hours,,,\n", "2026-03-02 20:00:00", None),
    ],
)
def test_a_penalty_is_what_was_worked_out_by_hand(table, stamp, penalty):
    [found] = settle(table, hand_in(stamp))
    assert found.penalty == penalty
    assert found.total == 20.0


@pytest.mark.parametrize(
    ("table", "penalties", "spent"),
    [
        ("", [4.0, 2.0], [0, 0]),
        ("*,,,,,1,\n", [2.0, 2.0], [1, 0]),
        ("*,,,,,3,\n", [None, None], [2, 1]),
        ("*,,,,,9,\n", [None, None], [2, 1]),
        ("*,,,,,1,\n*,ann,,,,2,\n", [None, 2.0], [2, 0]),
        ("*,,,,,2,\n01_a,,,,,0,\n", [4.0, None], [0, 1]),
        ("*,,,,,2,\n01_a,ann,,,,1,\n", [2.0, None], [1, 1]),
    ],
)
def test_late_days_are_spent_on_what_is_due_first(table, penalties, spent):
    rows = "01_a,,2026-03-02 18:00 UTC,,2 points per day,,\n"
    rows += "02_b,,2026-03-09 18:00 UTC,,10% per day,,\n"
    if "01_a,,,," in table:  # the same row cannot stand twice
        rows = rows.replace("2 points per day,,", "2 points per day,0,")
        table = table.replace("01_a,,,,,0,\n", "")
    both = [hand_in("2026-03-10 18:00", "02_b"), hand_in("2026-03-04 18:00", "01_a")]
    found = settle(rows + table, *both)[::-1]
    assert [one.penalty for one in found] == penalties
    assert [one.late_days for one in found] == spent


def test_a_late_day_that_saves_nothing_is_not_spent():
    row = "01_a,,2026-03-02 18:00 UTC,,nothing after 0 days,,\n*,,,,,1,\n"
    [found] = settle(row, hand_in("2026-03-04 18:00"))
    assert (found.penalty, found.late_days) == (20.0, 0)


def test_nbgraders_own_due_date_extension_and_plugin_hold_where_the_table_is_silent():
    asked = []

    def plugin(student, score, seconds):
        asked.append((student, score, seconds))
        return 99.0

    due = datetime(2026, 3, 2, 18)
    late = hand_in("2026-03-03 18:00:01", extension=DAY)
    [found] = settle("02_b,ann,1 day,,,,\n", late, plugin=plugin, duedate=due)
    assert (found.penalty, found.extension, found.due) == (20.0, DAY, aware(due) + DAY)
    assert asked == [("ann", 20.0, 1.0)]
    [found] = settle("*,,,,5 points,,\n", late, duedate=due)
    assert found.penalty == 5.0


def test_the_tables_extension_is_nbgraders_as_well():
    [found] = settle(SUMMER + "01_a,ann,1 day,,,,\n", hand_in(None, extension=timedelta(7)))
    assert (found.extension, found.extended) == (timedelta(hours=23), True)


def test_what_people_gave_counts_and_stays():
    grades = {"test_x": Grade(20.0, 7.0, 1.0)}
    one = Submitted("01_a", "ann", {"test_x": (20.0, 20.0)}, None, None, grades)
    for kind in ("waived", "out", "weighed"):
        [found] = settle("", one, rules={("01_a", "x"): Rule(kind, 4.0)})
        assert found.total == 8.0


@pytest.mark.parametrize(
    ("rule", "earned", "score", "maximum"),
    [
        (Rule("waived"), 0.0, 20.0, 20.0),
        (Rule("waived", 6.0), 0.0, 6.0, 6.0),
        (Rule("out"), 20.0, 0.0, 0.0),
        (Rule("out", 6.0), 20.0, 0.0, 0.0),
        (Rule("weighed", 6.0), 20.0, 6.0, 6.0),
        (Rule("weighed", 6.0), 5.0, 1.5, 6.0),
        (Rule("weighed", 0.0), 5.0, 0.0, 0.0),
    ],
)
def test_a_rule_for_an_exercise_changes_its_points(rule, earned, score, maximum):
    [found] = settle("", hand_in(None, score=earned), rules={("01_a", "x"): rule})
    assert (found.scores["test_x"], rule.maximum(20.0)) == (score, maximum)


STAMPS = st.datetimes(datetime(2026, 2, 1), datetime(2026, 5, 1))
AMOUNTS = st.sampled_from(
    ["10% per day", "0.7 points per hour", "33.3333%", "3 points, at most 9%"]
)


@given(STAMPS, STAMPS, AMOUNTS, st.floats(0, 100))
def test_a_penalty_is_between_nothing_and_the_score_and_grows(one, other, text, score):
    due = aware(datetime(2026, 3, 28, 17))
    early, late = sorted([one, other])
    first, last = (read_penalty(text).of(score, due, stamp) for stamp in (early, late))
    assert 0 <= first <= last <= score
    assert last == score or last == round(last, 2)


@given(st.permutations(["01_a,ann,2 days,,,,", "*,ann,1 day,,,,", *TWO.splitlines(), "*,,,,,2,"]))
def test_the_order_of_rows_does_not_matter(rows):
    both = [hand_in("2026-03-07 18:00"), hand_in("2026-03-12 18:00", "02_b")]
    found = settle("\n".join(rows), *both)
    assert found == settle("\n".join(sorted(rows)), *both)


def test_half_a_hundredth_is_in_the_students_favour():
    due = aware(datetime(2026, 3, 2))
    late = datetime(2026, 3, 3)
    assert read_penalty("10%").of(0.35, due, late) == 0.03
    assert read_penalty("10%").of(0.36, due, late) == 0.04
    assert read_penalty("10%").of(-3.0, due, late) == 0.0


def test_a_time_without_end_is_counted_in_no_time():
    assert read_penalty("10% per day").of(20, aware(datetime(2026, 3, 2)), datetime.max) == 20.0


def test_what_is_late_costs_of_the_points_as_people_add_them():
    """Of 19.95, 10 % is 1.995: a half, which is the student's; three floats of 6.65 are more."""
    grades = {f"test_{n}": Grade(0.0, 6.65) for n in range(3)}
    time = datetime.fromisoformat("2026-03-02 17:00:01")
    [one] = settle(BERLIN, Submitted("01_a", "ann", None, time, None, grades))
    assert (one.total, one.penalty) == (19.95, 1.99)
