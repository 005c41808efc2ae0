"""Mutants change one thing in the body of a solution, and leave everything else alone."""

import ast

import pytest

from grading.proof.evidence.mutants import mutants


def names(code):
    return {mutant.name for mutant in mutants(code)}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("return a + b", "a + b → a - b"),
        ("return a - b", "a - b → b - a"),
        ("return a * b", "a * b → a"),
        ("return -a", "-a → a"),
        ("return 2 * a", "2 → 3"),
        ("return a.T", "a.T → a"),
        ("return a @ b", "a @ b → b @ a"),
        ("return np.exp(a)", "np.exp(a) → a"),
        ("return np.sum(a, axis=0)", "0 → 1"),
        ("return np.sum(a, axis=0)", "np.sum(a, axis=0) → np.sum(a)"),
        ("return np.sum(a)", "np.sum(a) → np.mean(a)"),
        ("return np.where(a, b, a)", "np.where(a, b, a) → np.where(a, a, b)"),
        ("return a > b", "a > b → a >= b"),
        ("return a, b", "return (a, b) → return (b, a)"),
        ("a += b\n    return a", "a += b → a = b"),
        ("a += b\n    return a", "a += b → nothing"),
    ],
)
def test_mutants_hold_the_mistakes_of_calculus(body, name):
    assert name in names(f"def f(a, b):\n    {body}\n")


def test_mutants_differ_from_the_solution_and_from_each_other():
    code = "def f(a, b):\n    return (a + b) * (a - b) / 2\n"
    codes = [mutant.code for mutant in mutants(code)]
    assert len(set(codes)) == len(codes)
    assert ast.unparse(ast.parse(code)) + "\n" not in codes


def test_mutants_leave_signature_docstring_and_defaults_alone():
    code = 'def f(a, h=1e-5):\n    """Return a + h."""\n    return a + h\n'
    for mutant in mutants(code):
        function = ast.parse(mutant.code).body[0]
        assert ast.get_docstring(function) == "Return a + h."
        assert ast.unparse(function.args) == "a, h=1e-05"


def test_mutants_of_equal_expressions_are_numbered():
    assert {"a + b → a - b", "a + b → a - b (2)"} <= names(
        "def f(a, b):\n    return (a + b) * (a + b)\n"
    )
