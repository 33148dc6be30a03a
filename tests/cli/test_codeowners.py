"""Who may change which registers."""

from pathlib import Path

from tests.cli.members import ORGANISATIONS
from tests.program import Toolkit


def test_codeowners(toolkit: Toolkit, ledger: Path) -> None:
    (ledger / "who.yml").write_text("recognises: []\n")
    assert toolkit("codeowners").out.splitlines()[1:] == [
        "/docs/recognition/iom.yml @iom/recognition @iom/focal-point",
        "/docs/recognition/unodc.yml @unodc",
        "# /docs/recognition/who.yml: nobody is named",
        "/docs/recognition/policy.yml @unodc",
        "/docs/recognition/circulations.yml @unodc",
        "/docs/recognition/editorial.yml @unodc",
        "/docs/registers/organisations.yml @unodc",
        "CODEOWNERS @unodc",
    ]


def test_codeowners_refuses_what_is_no_handle(toolkit: Toolkit, ledger: Path, docs: Path) -> None:
    text = ORGANISATIONS.replace('"@unodc"', '"@unodc\\n* @eve"')
    (docs / "registers/organisations.yml").write_text(text)
    assert toolkit("codeowners").code == 2
