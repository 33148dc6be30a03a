"""Formats whose library is not installed: what to install, and nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from tests.conftest import Outcome


@pytest.mark.parametrize(("name", "library"), [("epub", "EbookLib"), ("zim", "libzim")])
def test_the_extra_to_install_is_named(
    name: str,
    library: str,
    docs: Path,
    toolkit: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without(asked: str) -> str:
        if asked == library:
            raise PackageNotFoundError(asked)
        return version(asked)

    monkeypatch.setattr("toolkit.editions.formats.version", without)
    outcome = toolkit("bundle", "--format", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"The format {name} needs the library {library}" in outcome.err
    assert "toolkit[editions]" in outcome.err
    assert not (docs.parent / "editions").exists()
