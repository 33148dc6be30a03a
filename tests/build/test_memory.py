"""A served site is rebuilt after each change, and must free what the previous build made."""

import gc
import weakref
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.checkouts import ROOT
from toolkit.catalogue.catalogue import Catalogue
from toolkit.memory import only_new_collected

pytestmark = pytest.mark.slow


class _Knot:
    """Like what a rendered page leaves: it refers to itself."""

    def __init__(self) -> None:
        self.own = self


def test_what_pages_leave_is_collected_during_a_build() -> None:
    with only_new_collected():
        made = [weakref.ref(_Knot()) for _ in range(100_000)]
        assert sum(one() is not None for one in made) < len(made) / 2
    gc.collect()
    assert not any(one() for one in made), "and the rest after it"


def test_nothing_of_the_last_build_lives_on_while_the_site_is_served(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    site = docs.parent / "site"
    others = [one for one in gc.get_objects() if isinstance(one, Catalogue)]  # from other tests
    for _ in range(2):
        config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        assert (site / "build.json").is_file()
        assert gc.isenabled()
    gc.collect()
    left = [one for one in gc.get_objects() if isinstance(one, Catalogue)]
    assert [one for one in left if not any(one is other for other in others)] == []
