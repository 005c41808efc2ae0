"""A prediction is the reader's own: nothing above it answers it, in words, code or pictures."""

import pytest

from .conftest import read

GIVES_AWAY = {
    "predict_ten_layers": """vanish; slowly; slopes multiply; a quarter; \\tfrac14""",
    "predict_fifty_layers": """vanish; explode; 22,000; 117; 0.005; logarithmic; close to 1""",
    "predict_stretched_bowl": """53.1; valley; zig-zag; bowl is round; not at the minimum;
        does not point at; steeper along; off the way; stretched bowl; gradient_probe;
        stretch_the_bowl""",
    "predict_rate_one": """lr = 1.0; η = 1; \\eta = 1$; to and fro for ever; to and fro between;
        mirror image; 1 - 2\\eta; 1 - 2η; 2/λ; 2 / \\lambda; lands in one step; flies off""",
}
NOTEBOOKS = dict(
    zip(
        GIVES_AWAY,
        ["01_derivatives", "02_chain_rule", "03_gradients", "04_gradient_descent"],
        strict=True,
    )
)


def above(name, prediction):
    """All that a reader has seen before the question: text, code, and pictures in words."""
    seen = []
    for cell in read("solutions", name).cells:
        before, question, _ = cell.source.partition(": predict (1 point)")
        if question:
            return "\n".join([*seen, before.rpartition("### Exercise")[0]])
        seen.append(cell.source)
        for output in cell.get("outputs", []):
            seen += [output.get("text", ""), output.get("data", {}).get("text/plain", "")]
    raise AssertionError(f"{prediction} is not in {name}")


@pytest.mark.parametrize("prediction", GIVES_AWAY)
def test_nothing_above_a_prediction_answers_it(prediction):
    seen = " ".join(above(NOTEBOOKS[prediction], prediction).lower().split())
    assert len(seen) > 5000
    for words in GIVES_AWAY[prediction].split(";"):
        assert " ".join(words.lower().split()) not in seen


@pytest.mark.parametrize("prediction", GIVES_AWAY)
def test_the_reason_comes_after_a_picture(prediction):
    cells = read("solutions", NOTEBOOKS[prediction]).cells
    asked = next(n for n, cell in enumerate(cells) if cell.id == f"test_{prediction}")
    told = next(
        n for n, cell in enumerate(cells) if f'"{prediction}")' in cell.source and n > asked
    )
    assert "check.reason" in cells[told].source
    pictures = [output for cell in cells[asked:told] for output in cell.get("outputs", [])]
    assert any("image/png" in output.get("data", {}) for output in pictures)
