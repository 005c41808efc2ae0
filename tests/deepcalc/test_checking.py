"""A check tells apart what went wrong, and never takes silence for success."""

import functools
import html.parser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepcalc import checking as check


def failure(run, *args, **kwargs):
    """The CheckFailed that a check raises."""
    with pytest.raises(check.CheckFailed) as caught:
        run(*args, **kwargs)
    return caught.value


def stub(x):
    raise NotImplementedError


def divides_by_zero(x):
    return 1 / 0


def returns_nothing(x):
    pass


def changes_its_input(x):
    x += 1
    return x


def double(x):
    return 2 * x


def test_stub_is_not_attempted_and_shows_no_expected_value():
    said = failure(check.value, stub, 1.0, expected=3.25)
    assert said.kind == "not_attempted"
    assert "3.25" not in str(said)


def test_stub_inside_another_function_is_named():
    def outer(x):
        return stub(x)

    with check.session():
        error = check.ExerciseError("NotImplementedError", inside="stub")
        said = check.explain_exception(error, function="outer")
    assert said.title == "Not attempted yet: stub"
    assert said.facts == ["outer uses stub, which is not written yet."]
    assert failure(check.value, outer, 1.0, expected=1.0).kind == "not_attempted"


@pytest.mark.parametrize(
    ("function", "argument", "expected", "kind"),
    [
        (divides_by_zero, 1.0, 1.0, "error"),
        (returns_nothing, 1.0, 1.0, "type"),
        (lambda x: "1.0", 1.0, 1.0, "type"),
        (lambda x: [[1.0], [1.0, 2.0]], 1.0, np.ones(2), "type"),
        (lambda x: object(), 1.0, 1.0, "type"),
        (lambda x: 1 + 0j, 1.0, 1.0, "dtype"),
        (lambda x: np.ones(3), 1.0, np.ones(2), "shape"),
        (lambda x: np.nan, 1.0, 1.0, "not_finite"),
        (lambda x: np.array([1.0, np.inf]), 1.0, np.ones(2), "not_finite"),
        (changes_its_input, np.ones(2), 2 * np.ones(2), "mutated"),
        (double, 1.0, 3.0, "value"),
        (lambda x: {"a": 1.0}, 1.0, {"b": 1.0}, "type"),
        (lambda x: {"a": 1.0}, 1.0, {"a": 2.0}, "value"),
        (lambda x: (1.0, 2.0), 1.0, (1.0, 2.0, 3.0), "type"),
        (lambda x: "maximum", 1.0, "minimum", "value"),
        (lambda x: 1.0, 1.0, "minimum", "type"),
    ],
)
def test_value_tells_apart_what_went_wrong(function, argument, expected, kind):
    assert failure(check.value, function, argument, expected=expected).kind == kind


@pytest.mark.parametrize(
    "result", [[1.0, 2.0], (1, 2), np.array([1, 2]), np.array([1, 2], dtype=np.float32)]
)
def test_value_accepts_other_containers_and_types_of_the_same_numbers(result):
    check.value(lambda: result, expected=np.array([1.0, 2.0]))


def test_value_accepts_numbers_in_any_dress():
    for number in (2, 2.0, np.float64(2), np.float32(2), np.array(2.0), np.int64(2)):
        check.value(lambda number=number: number, expected=2.0)


@given(st.floats(-1e6, 1e6), st.floats(-1e-3, 1e-3))
def test_value_accepts_exactly_what_the_tolerance_allows(expected, change):
    answer = expected + change
    allowed = 1e-9 + 1e-6 * max(abs(answer), abs(expected))
    if abs(answer - expected) <= allowed:
        check.value(lambda: answer, expected=expected)
    else:
        failure(check.value, lambda: answer, expected=expected)


def test_checks_return_nothing_that_nbgrader_could_take_for_a_score():
    assert check.value(double, 1.0, expected=2.0) is None
    assert check.choice(lambda: "B", among="ABC") is None
    assert check.between(lambda: 0.5, low=0.0, high=1.0) is None


def test_derivative_accepts_the_right_one_and_no_other():
    check.derivative(lambda x: 3 * np.cos(3 * x), of=lambda x: np.sin(3 * x), at=[0.1, 1.0])
    wrong = failure(check.derivative, np.cos, of=lambda x: np.sin(3 * x), at=[0.1, 1.0])
    assert wrong.kind == "value"


def test_derivative_notices_a_function_for_numbers_only():
    said = failure(
        check.derivative,
        lambda x: 1.0 if x > 0 else 0.0,
        of=lambda x: np.maximum(0, x),
        at=[-1.0, 2.0],
    )
    assert said.facts[0].startswith("It works for a single number")


def test_order_measures_the_power_of_the_step():
    def forward(f, x, h):
        return (f(x + h) - f(x)) / h

    given = functools.partial(
        check.order, forward, lambda h: (np.exp, 0.0, h), exact=1.0, steps=[1e-1, 1e-2, 1e-3]
    )
    given(order=1)
    assert failure(given, order=2).kind == "property"


def test_between_includes_both_bounds():
    check.between(lambda: 0.0, low=0.0, high=1.0)
    check.between(lambda: 1.0, low=0.0, high=1.0)
    assert failure(check.between, lambda: 1.01, low=0.0, high=1.0).kind == "value"
    assert failure(check.between, lambda: np.nan, low=0.0, high=1.0).kind == "not_finite"


def test_choice_takes_one_of_the_letters_and_keeps_the_right_one_to_itself():
    check.choice(lambda: "B", among="ABC")
    assert failure(check.choice, lambda: "AB", among="ABC").kind == "type"
    said = failure(check.choice, lambda: "B", among="ABC", correct="C")
    assert said.kind == "value"
    assert '"C"' not in str(said).replace(said.asked, "")


def test_call_fails_on_a_warning_only_where_asked():
    def overflows():
        return 1 / (1 + np.exp(np.float64(1000)))

    check.call(overflows)
    assert failure(check.call, overflows, no_warnings=True).kind == "warned"


def test_rng_repeats_with_the_seed_of_its_session_and_is_fresh_without():
    with check.session(seed=5):
        first, second = check.rng().normal(), check.rng().normal()
    with check.session(seed=5):
        assert (first, second) == (check.rng().normal(), check.rng().normal())
    assert first != second
    assert check.rng().normal() != check.rng().normal()


def test_session_counts_what_passed():
    with check.session() as session:
        check.value(double, 1.0, expected=2.0)
        failure(check.value, double, 1.0, expected=3.0)
    assert session.passed == 1


class Text(html.parser.HTMLParser):
    """Collects the tags of a page."""

    def __init__(self):
        super().__init__()
        self.tags = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)


def test_box_escapes_what_the_student_wrote():
    def evil():
        raise ValueError("<script>alert(1)</script>")

    page = Text()
    page.feed(failure(check.value, evil, expected=1.0).to_html())
    assert page.tags == {"style", "div", "span"}


def test_box_replaces_the_traceback_by_its_title():
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell()
    shell.user_ns.update(check=check, double=double)
    with capture_output() as shown:
        result = shell.run_cell("check.value(double, 1.0, expected=3.0)")
    assert isinstance(result.error_in_exec, check.CheckFailed)
    assert "Traceback" not in shown.stdout
    InteractiveShell.clear_instance()


def test_numbers_that_stand_for_any_are_not_shown_as_expected():
    shapes = {"W": np.zeros((2, 4)), "b": np.zeros(4)}
    wrong = {"W": np.ones((4, 2)), "b": np.ones(4)}
    said = failure(check.same, wrong, shapes, "params", atol=np.inf)
    assert said.expected == "result['W'] = an array of shape (2, 4)"
    whole = failure(check.same, None, (shapes, 0.0), "outcome", atol=np.inf)
    assert "'b': an array of shape (4,)" in whole.expected
    assert "a number" in whole.expected
    assert "0." not in whole.expected


def test_warning_is_told_apart_from_a_result_that_is_not_finite():
    def overflows():
        return 1 / (1 + np.exp(np.float64(1000)))

    said = failure(check.value, overflows, expected=0.0, no_warnings=True)
    assert said.title == "Not without a warning: overflows"
    assert said.yours == "0"


@pytest.mark.parametrize("expected", [1.0, np.ones(2), {"a": 1.0}, (1.0, 2.0), "word", True])
def test_missing_return_is_recognised_whatever_was_expected(expected):
    sentence = "Your function returned None: is a `return` missing?"
    assert failure(check.value, returns_nothing, 1.0, expected=expected).facts == [sentence]
    assert failure(check.choice, lambda: None, among="ABC").facts == [sentence]
    assert failure(check.holds, False, double, "It holds.", yours=None).facts == [sentence]


def test_none_inside_a_result_is_not_taken_for_a_missing_return():
    said = failure(check.value, lambda: {"a": None}, expected={"a": 1.0})
    assert said.facts == ["This part of your result is None."]


def test_hint_is_for_wrong_numbers_only():
    hint = "Compare row 1."
    assert failure(check.value, double, 1.0, expected=3.0, hint=hint).hint == hint
    for function in (divides_by_zero, changes_its_input, returns_nothing):
        said = failure(check.value, function, np.ones(1), expected=np.ones(1), hint=hint)
        assert not said.hint, said.kind


def test_dict_of_arrays_shows_one_key_a_line():
    slopes = {"W1": np.eye(2), "b1": np.zeros(2)}
    said = failure(check.value, lambda: {}, expected=slopes)
    assert said.expected.splitlines() == [
        "{'W1': [[1., 0.],",
        "        [0., 1.]],",
        " 'b1': [0., 0.]}",
    ]


def shown_by(cell):
    """The texts that a notebook shows below a cell."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    shell = InteractiveShell.instance()
    shell.user_ns.update(check=check, double=double, np=np)
    with capture_output() as captured:
        shell.run_cell(cell)
    InteractiveShell.clear_instance()
    return [output.data["text/plain"] for output in captured.outputs]


def test_tick_names_the_input_where_it_is_short():
    passed = "check.value(double, {0}, expected=2 * {0})"
    assert shown_by(passed.format("1.5")) == ["✓ double is right for x = 1.5."]
    assert shown_by(passed.format("np.eye(2)")) == ["✓ double is right for this input."]


def test_choice_notes_a_prediction_without_a_verdict():
    noted = '✓ Your prediction "B" is noted; what follows shows whether it is right.'
    assert shown_by('check.choice(lambda: "B", among="ABC")') == [noted]


def test_numbers_that_differ_late_are_shown_with_enough_digits():
    said = failure(check.value, lambda: 1 + 1e-11, expected=1.0, rtol=1e-13, atol=0)
    assert (said.yours, said.expected) == ("1.00000000001", "1")


def test_functions_show_as_what_they_are():
    cube, shifted = check.function("t: t**3"), check.function("w: A @ (w - c)", A=np.eye(2), c=1)
    assert repr(cube) == "t³"
    said = failure(check.value, lambda f, x: 0.0, cube, 2.0, expected=8.0)
    assert said.given == "f = t³, x = 2"
    said = failure(check.value, lambda grad: 0.0, shifted, expected=8.0)
    assert said.given.splitlines()[:2] == ["grad = A @ (w - c)", "       with A = [[1., 0.],"]
    assert "<" not in said.given and " at 0x" not in said.given


def test_reason_is_given_for_the_letter_that_was_chosen():
    reasons = 'check.reason(lambda: "{}", "predict_ten_layers")'
    [right] = shown_by(reasons.format("C"))
    [wrong] = shown_by(reasons.format("B"))
    assert right.startswith("→ You chose C, and it is right. The slopes of the layers multiply")
    assert wrong.startswith("→ You chose B. ") and "right" not in wrong
    assert failure(check.reason, lambda: "X", "predict_ten_layers").kind == "type"


def test_a_container_that_can_be_called_stays_itself():
    class Chain(list):
        def __call__(self, x):
            return [x := f(x) for f in self][-1]

    chain = Chain([np.square, np.negative])
    check.value(lambda f, x: f(x), chain, 3.0, expected=-9.0)


def test_a_check_compares_where_a_notebook_made_rounding_an_error():
    with np.errstate(all="raise"):
        check.value(lambda x: x, 1e-305, expected=1e-305)
