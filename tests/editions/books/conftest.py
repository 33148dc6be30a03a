"""Books of small content with everything a book has to handle, made once by the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.checkouts import Checkout, made_once, make_checkout
from tests.content_case import lay_case
from tests.ledger import MEMBERS, found_ledger, say

DAY = "2026-11-25"
ADDRESS = "https://toolkit.example.org/"
CONTENT = Path(__file__).with_name("content.txt")


@dataclass(frozen=True)
class Books:
    """All editions of the content, the same made elsewhere, and the book of another part."""

    folder: Path
    again: Path
    part: Path

    def whole(self, ending: str) -> Path:
        return self.folder / f"toolkit-en-{DAY}.{ending}"


def lay_book(folder: Path, languages: Sequence[str] = ("en",)) -> Checkout:
    """The program, its configuration and the small content in a folder."""
    docs = lay_case(CONTENT, folder)
    found_ledger(docs)
    say(docs, MEMBERS[:2], "2026-01-05", words="Decision 12", entry="guide")
    images = docs / "prevention/resources/rich"
    images.mkdir()
    Image.new("RGB", (20, 10), (11, 81, 112)).save(images / "drop.png")
    return make_checkout(folder, site_url=ADDRESS, languages=languages)


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Copies made in different places and environments, and one of a part."""
    folder = made_once(tmp_path_factory, "books", make_books)
    one, other = folder / "one", folder / "another folder à côté"
    return Books(one / "editions", other / "editions", one / "part")


def make_books(folder: Path) -> None:
    one = lay_book(folder / "one")
    other = lay_book(folder / "another folder à côté")
    for outcome in (
        one.toolkit("bundle", "--all", "--as-of", DAY),
        # With the same day, which is in the environment.
        other.run(
            *("toolkit", "bundle", "--all"),
            TZ="Pacific/Auckland",
            LANG="fr_FR.UTF-8",
            PYTHONHASHSEED="7",
        ),
        one.toolkit(
            *("bundle", "--format", "html", "--theme", "investigation", "--name", "part"),
            *("--output", "part", "--as-of", DAY),
        ),
    ):
        assert outcome.code == 0, outcome.err
