"""What a check asked of a text is the same only if nothing that it could see has changed."""

import pytest

from toolkit.content.files import source_from
from toolkit.content.markdown_files import document_from
from toolkit.content.watched import answer


def answered(field: str, *, with_lines: bool) -> object:
    path = "prevention/practices/shelter.md"
    source, faults = source_from(f"---\n{field}\n---\n".encode(), f"docs/{path}")
    return answer(document_from(source, path, faults), "field:notes", with_lines=with_lines)


@pytest.mark.parametrize("with_lines", [True, False])
def test_values_of_another_kind_are_another_answer(with_lines: bool) -> None:
    """Even if the same words are in the same columns."""
    forms = ("[a, b]", "{a: b}", '"a: b"', "[[a, b]]")
    answers = [answered(f"notes: {form}", with_lines=with_lines) for form in forms]
    assert all(answers.count(one) == 1 for one in answers)


def test_only_with_lines_does_a_line_above_matter() -> None:
    for with_lines in (True, False):
        here, below = (
            answered(text, with_lines=with_lines) for text in ("notes: [a]", "# b\nnotes: [a]")
        )
        assert (here == below) is not with_lines
