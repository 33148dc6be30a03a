"""Commands that write, and files with both versions of a merge."""

from pathlib import Path

import pytest

from tests.files import files_of
from tests.program import Toolkit

MERGE = "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n"


@pytest.mark.parametrize(
    ("id_", "command"),
    [
        ("inspect-a-workplace", "tasks stamp --all"),
        ("inspect-a-workplace", "rename guide other-name"),
        ("inspect-a-workplace", "check --fix"),
        ("guide", "tasks stamp --all"),
        ("guide", "review guide --by unodc --on 2026-11-20"),
        ("guide", "recognise unodc guide --on 2026-11-20"),
        ("guide", "rename guide other-name"),
        ("guide", "check --fix"),
    ],
)
def test_no_command_writes_what_holds_both_versions_of_a_merge(
    toolkit: Toolkit, docs: Path, task: Path, id_: str, command: str
) -> None:
    [path] = docs.rglob(f"{id_}.md")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"Blanks at the end.  \n{MERGE}")
    before = files_of(docs)
    done = toolkit(*command.split())
    assert done.code != 0
    assert path.name in done.out + done.err
    assert files_of(docs) == before
