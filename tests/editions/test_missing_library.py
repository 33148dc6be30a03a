"""Formats whose library is missing or broken: what to do, and nothing half done."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import Toolkit


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Forget a library that an earlier test loaded; it is restored after the test."""

    def forget(package: str) -> None:
        for name in [one for one in sys.modules if one.partition(".")[0] == package]:
            monkeypatch.delitem(sys.modules, name)

    return forget


@pytest.mark.parametrize(
    ("name", "library"), [("pdf", "typst"), ("pdf", "pikepdf"), ("zim", "libzim")]
)
def test_how_to_install_the_library_is_said(
    name: str,
    library: str,
    docs: Path,
    toolkit: Toolkit,
    forgotten: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forgotten(library)
    monkeypatch.setitem(sys.modules, library, None)
    outcome = toolkit("bundle", "--format", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"The format {name} needs the library {library}, which is not inst" in outcome.err
    assert "hint: run `make setup-editions`.\n" in outcome.err
    assert not (docs.parent / "editions").exists()


@pytest.mark.parametrize(
    ("name", "package", "broken", "told"),
    [
        (
            "pdf",
            "pikepdf",
            "raise OSError('libqpdf.so.30: no file.')",
            ("can't be loaded: libqpdf.so.30: no file.", "pip install --force-reinstall pikepdf"),
        ),
        (
            "zim",
            "libzim",
            "raise ImportError('libzim.so.9: cannot open shared object file')",
            ("can't be loaded: libzim.so.9: cannot open", "pip install --force-reinstall libzim"),
        ),
        ("zim", "libzim", "import no_such_library", ("No module named 'no_such_library'.",)),
    ],
)
def test_what_a_broken_library_lacks_is_named(
    name: str,
    package: str,
    broken: str,
    told: tuple[str, ...],
    docs: Path,
    toolkit: Toolkit,
    forgotten: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forgotten(package)
    (docs.parent / package).mkdir()
    (docs.parent / package / "__init__.py").write_text(broken)
    monkeypatch.syspath_prepend(docs.parent)
    outcome = toolkit("bundle", "--format", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"The format {name} needs the library" in outcome.err
    for words in told:
        assert words in outcome.err
    assert "Traceback" not in outcome.err
    assert not (docs.parent / "editions").exists()
