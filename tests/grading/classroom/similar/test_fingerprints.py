"""What a disguise changes leaves no trace in the fingerprints; what an answer does, leaves one."""

import ast

import pytest

from grading.classroom.similar.fingerprints import fingerprints
from grading.classroom.similar.parts import parts
from tests.grading.classroom.similar.disguise import ASSIGNMENTS, disguised, right_answers

CODE = """\
def slope(f, x, h):
    ahead = f(x + h)
    behind = f(x - h)
    width = 2 * h
    return (ahead - behind) / width
"""
COPY = '''\
def slope(g, at, step):
  """My own idea."""
  # twice the step
  w = 2 * step
  b = g(at - step)

  a = g( at + step )   # forward
  print("a is", a)
  return ((a - b) / w)
'''
KEPT = {"slope"}


def marks(code):
    return fingerprints(code, KEPT).keys()


def test_names_order_comments_and_layout_leave_no_trace():
    assert marks(CODE) == marks(COPY)


@pytest.mark.parametrize("name", ASSIGNMENTS)
def test_a_disguise_keeps_nearly_all_fingerprints_and_another_answer_few(name):
    for answers in right_answers(name).values():
        for seed, code in enumerate(answers):
            one, copy = fingerprints(code).keys(), fingerprints(disguised(code, seed)).keys()
            assert len(one & copy) >= 0.7 * len(one | copy), code
    assert ast.dump(ast.parse(CODE)) != ast.dump(ast.parse(disguised(CODE, 0)))


@pytest.mark.parametrize(
    ("old", "new"), [("2 * h", "h + h"), ("f(x - h)", "f(x)"), ("2 *", "3 *"), ("x - h", "h - x")]
)
def test_another_answer_leaves_another_trace(old, new):
    assert marks(CODE) != marks(CODE.replace(old, new))


def test_lines_are_those_of_the_statements():
    lines = fingerprints(COPY, KEPT)
    common = [lines[mark] for mark in fingerprints("def slope(f, x, h):\n    y = 2 * h", KEPT)]
    assert (4,) in common
    assert {line for some in lines.values() for line in some} == {4, 5, 7, 9}


@pytest.mark.parametrize(
    "spoiled",
    [
        "%matplotlib inline\n" + CODE,
        "!pip install numpy\n" + CODE + "\n%timeit slope(abs, 1, 2)\n",
        "def broken(:\n    pass\n\n" + CODE,
        CODE + "\nx = = 1\n",
        CODE.replace("width = 2 * h\n", "width = 2 * h\n    wrong = = h\n"),
    ],
)
def test_what_is_no_python_does_not_lose_the_rest(spoiled):
    assert marks(CODE) <= marks(spoiled)


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 100_000,
        "x = " + "-" * 30_000 + "1",
        "x" + ".a" * 20_000,
        "x = " + "+".join("1" * 20_000),
        "if a: pass\n" + "elif b: pass\n" * 4000,
        "x = 0x" + "f" * 40_000,
        "x = " + "9" * 40_000,
        "x = '\0'",
        "\ud800 = '\ud800'",
        "x = [\n" + "1,\n" * 20_000 + "]",
        "'''\n" * 3001,
        "\n".join(f"{' ' * n}if x:" for n in range(200)),
    ],
    ids=range(12),
)
def test_hostile_text_is_read_in_bounds(hostile):
    found = fingerprints(hostile)
    assert len(found) <= 20_000
    assert sum(map(len, found.values())) <= 500_000
    assert all(part.text in hostile or "\n" in part.text for part in parts(hostile))
