"""Looking for sentences of the original doesn't take time quadratic in the length of a text."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from tests.content_case import CASES, lay_case
from toolkit.content.reader import read_content
from toolkit.validation.checks import untranslated_text
from toolkit.validation.context import Context

CASE = CASES / "checks/untranslated-text/good-quotation.txt"
LONGEST = 5.0  # seconds; it used to take minutes


@pytest.mark.parametrize(
    "text", ["x" * 60_000, "voici un texte sans fin " * 6_000, "ab\n" * 20_000]
)
def test_a_text_without_full_stops(tmp_path: Path, text: str) -> None:
    docs = lay_case(CASE, tmp_path)
    with (docs / "about/evidence.fr.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    context = Context(read_content(docs), date(2026, 11, 25))
    started = process_time()
    assert not list(untranslated_text.check(context))
    assert process_time() - started < LONGEST
