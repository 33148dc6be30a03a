"""The site of the sample, and Chromium to open it with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checkouts import Checkout


@pytest.fixture(scope="session")
def site(sample: Checkout) -> Path:
    return sample.site


@pytest.fixture(scope="session")
def served(served_sample: str) -> str:
    return served_sample


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site's root, from a server and from a disk."""
    if request.param == "file":
        return site.as_uri()
    served: str = request.getfixturevalue("served")
    return served
