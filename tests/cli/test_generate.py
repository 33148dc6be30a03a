import json
from pathlib import Path

from tests.program import Outcome, Toolkit

SCHEMA = Path("docs/contribute/schema/resource.json")


def test_files_are_written_and_then_in_step(toolkit: Toolkit) -> None:
    behind = toolkit("generate", "--check")
    assert (behind.code, behind.err) == (1, "")
    assert not SCHEMA.exists()
    made = toolkit("generate")
    assert (made.code, made.out) == (0, behind.out.replace("is out of date", "was written"))
    themes = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]["themes"]
    assert themes["items"]["enum"] == ["hotlines", "shelters", "investigation"]
    assert toolkit("generate", "--check") == Outcome(0, "All files are up to date.\n", "")


def test_a_file_in_another_encoding_is_replaced(toolkit: Toolkit) -> None:
    toolkit("generate")
    made = SCHEMA.read_bytes()
    SCHEMA.write_bytes(made.replace(b"\n", b"\r\n"))
    assert toolkit("generate", "--check").code == 0
    SCHEMA.write_bytes(b"caf\xe9")
    assert toolkit("generate") == Outcome(0, f"{SCHEMA} was written.\n", "")
    assert SCHEMA.read_bytes() == made


def test_broken_list(toolkit: Toolkit) -> None:
    Path("docs/vocabularies/themes.yml").write_text("- id: [", encoding="utf-8")
    found = toolkit("generate")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("error: docs/vocabularies/themes.yml has errors.\n")
    assert not SCHEMA.exists()
