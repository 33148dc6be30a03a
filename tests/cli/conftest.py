"""What the tests of the recognition commands share."""

from pathlib import Path

import pytest

from tests.cli.members import ORGANISATIONS
from tests.ledger import found_ledger


@pytest.fixture
def ledger(docs: Path) -> Path:
    """The folder of the ledger, with a policy and nothing said."""
    found_ledger(docs)
    (docs / "registers/organisations.yml").write_text(ORGANISATIONS)
    return docs / "recognition"
