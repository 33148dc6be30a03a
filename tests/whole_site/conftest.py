"""The sample's site, and Chromium to open it."""

from pathlib import Path

import pytest

from tests.checkouts import Checkout


@pytest.fixture(scope="session")
def site(sample: Checkout) -> Path:
    return sample.site


@pytest.fixture(scope="session")
def served(served_sample: str) -> str:
    return served_sample
