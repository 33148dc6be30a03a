"""Changes to everything a site is made of, as authors, translators and maintainers make them.

Each is a function of a checkout and a random generator, and raises an error if it finds nothing to
change.
"""

from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

from tests.cache.content_changes import CONTENT
from tests.cache.content_mistakes import MISTAKES, STOPPING
from tests.cache.editing import Change
from tests.cache.program_changes import DAMAGE, PROGRAM, SETTINGS

EVERY: Final[dict[str, Change]] = {
    change.__name__: change for change in (*CONTENT, *MISTAKES, *PROGRAM, *SETTINGS, *DAMAGE)
}
CHANGES: Final = tuple(
    change.__name__ for change in (*CONTENT, *STOPPING, *PROGRAM, *SETTINGS, *DAMAGE)
)


def carry_out(name: str, folder: Path, chance: Random) -> bool:
    """Make a change; False if an earlier one made it, or removed what it would change."""
    with suppress(LookupError, ValueError, OSError):
        EVERY[name](folder, chance)
        return True
    return False
