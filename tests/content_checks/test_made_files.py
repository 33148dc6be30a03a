"""The committed files derived from fields, lists and registers are in step with docs/."""

import pytest

from tests.checkouts import ROOT
from tests.content_checks.test_site import say
from toolkit.authoring.files import made_files
from toolkit.content.reader import read_content

pytestmark = [pytest.mark.content, pytest.mark.thorough]

BY_HAND = {"report.json", "config.yml", "settings.json", "extensions.json"}


def test_made_files_are_in_step() -> None:
    made = made_files(read_content(ROOT / "docs"))
    say(
        f"{path} is behind: run .venv/bin/toolkit generate"
        for path, text in made.items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text
    )
    folders = {(ROOT / path).parent for path in made}
    found = {path.relative_to(ROOT).as_posix() for folder in folders for path in folder.iterdir()}
    say(
        f"{path} is made by nothing: remove it"
        for path in sorted(found - set(made))
        if path.rpartition("/")[2] not in BY_HAND
    )
