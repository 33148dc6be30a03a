import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.authoring.ids import is_id, suggest_id


@pytest.mark.parametrize(
    ("title", "year", "suggestion"),
    [
        ("Guide for labour inspectors", "2019", "guide-labour-inspectors-2019"),
        ("Guide 2019", "2019", "guide-2019"),
        ("Maßnahmen für Ærø, Łódź & Đà Nẵng", "", "massnahmen-fur-aero-lodz-da-nang"),
        ("L’identification des victimes", "", "lidentification-victimes"),
        ("The", "", "the"),
        ("Index", "", "index-2"),
        ("LPT1", "", "lpt1-2"),
        ("Руководство", "2019", ""),
        ("指南", "", ""),
        ("", "2019", ""),
        ("One two three four five six seven eight nine", "", "one-two-three-four-five-six-seven"),
    ],
)
def test_suggestion(title: str, year: str, suggestion: str) -> None:
    assert suggest_id(title, year, ()) == suggestion


def test_suggestion_is_not_taken() -> None:
    taken = {"guide-2019", "guide-2019-2"}
    assert suggest_id("Guide", "2019", taken) == "guide-2019-3"


@given(st.text(), st.sampled_from(["", "2019"]))
def test_suggestion_is_an_id(title: str, year: str) -> None:
    suggestion = suggest_id(title, year, ())
    assert suggestion == "" or is_id(suggestion)
    again = suggest_id(title, year, {suggestion})
    assert again == "" or (is_id(again) and again != suggestion)
