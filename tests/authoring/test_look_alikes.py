from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.authoring.look_alikes import look_alikes
from toolkit.content.reader import read_content


@pytest.mark.parametrize(
    ("title", "address", "ids"),
    [
        ("A guide for labour inspectors", "", ["guide"]),
        ("Something else", "http://unodc.org/guide/#top", ["guide"]),
        ("Guide for labour inspectors", "https://www.unodc.org/guide", ["guide"]),
        ("Data on flows", "https://www.unodc.org/other", []),
        ("指南", "", []),
    ],
)
def test_look_alikes(docs: Path, title: str, address: str, ids: list[str]) -> None:
    found = look_alikes(title, (address,), read_content(docs))
    assert [one.document.id for one in found] == ids
