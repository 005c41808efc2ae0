"""The data sets that come with the course."""

import numpy as np
import pytest

from deepcalc import data
from deepcalc.widgets.pixels import LEVELS, read_ink, spelled


def test_digits_are_pictures_with_labels_in_two_parts():
    images, labels, held_out, held_labels = data.digits()
    assert images.shape == (1348, 64) and held_out.shape == (449, 64)
    assert len(images) + len(held_out) == 1797
    for X, t in ((images, labels), (held_out, held_labels)):
        assert X.min() == 0 and X.max() == 1
        assert np.array_equal(16 * X, np.rint(16 * X))
        assert t.shape == X.shape[:1] and t.dtype.kind == "i"
        assert np.bincount(t).min() > 0.08 * len(t) and set(t) == set(range(10))


def test_no_held_out_digit_is_among_those_to_learn_from():
    images, _, held_out, _ = data.digits()
    assert not {x.tobytes() for x in images} & {x.tobytes() for x in held_out}


def test_digits_are_the_same_each_time_and_belong_to_the_caller():
    data.digits()[0][:] = 0
    assert data.digits()[0].max() == 1


def test_digits_are_small_and_their_licence_is_told_where_they_are():
    assert data.DIGITS.stat().st_size < 150_000
    for text in (data.__doc__, data.digits.__doc__):
        assert "Alpaydin" in text and "Kaynak" in text and "UCI" in text and "CC BY 4.0" in text


def test_ink_is_spelled_and_read_back():
    images, _, _, _ = data.digits()
    for image in images[:50]:
        assert np.array_equal(read_ink(spelled(image)), image)
    assert len(LEVELS) == 17 and len(spelled(images[0])) == 64


@pytest.mark.parametrize("text", ["", "g", "g" + "?" * 80, "g" + "G" * 63])
def test_what_is_no_ink_is_paper(text):
    ink = read_ink(text)
    assert ink.shape == (64,) and ink.sum() == text.count("g")
