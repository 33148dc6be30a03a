"""What a row in a table of fields says, and the types that it uses.

The tables are in `entry_schema.py` and `task_schema.py`.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from dataclasses import dataclass

# The formats of copies for downloading.
FORMATS = ("zip", "html", "epub", "pdf", "zim")

# The formats in which entries are exported; each is a module in toolkit/exports/.
EXPORTS = ("csv", "json", "bib", "ris", "csl.json", "jsonld", "mods.xml")

# The ids of entries, terms and bodies.
ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
# The folders of entries, in the order used on every page.
PILLARS = ("prevention", "prosecution", "protection")


class Kind(enum.StrEnum):
    """What a Markdown file of `docs/` is; DATA is one item of a vocabulary or register."""

    PRACTICE = "practice"
    RESOURCE = "resource"
    TASK = "task"
    PAGE = "page"
    TRANSLATION = "translation"
    TASK_TRANSLATION = "task-translation"
    DATA = "data"


ENTRIES = frozenset({Kind.PRACTICE, Kind.RESOURCE})
TRANSLATIONS = frozenset({Kind.TRANSLATION, Kind.TASK_TRANSLATION})


class Form(enum.StrEnum):
    """What one value of a field is; the checks of a form apply wherever it occurs."""

    TEXT = "text"
    TERM = "term"
    CHOICE = "choice"
    YEAR = "year"
    MONTH = "month"
    DATE = "date"
    PARTIAL_DATE = "partial-date"
    NUMBER = "number"
    DIGEST = "digest"
    HANDLE = "handle"
    COUNTRY = "country"
    LANGUAGE = "language"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    IDENTIFIER = "identifier"
    PROVISION = "provision"
    ENTRY = "entry"
    TASK = "task"
    FIELD = "field"
    PATH = "path"
    GROUP = "group"


class Use(enum.Enum):
    """What a new entry does with a field that it does not require."""

    ASKED = enum.auto()  # `toolkit new` asks for it, and the editor snippet of an entry has it
    NOTED = enum.auto()  # a note in the draft mentions it
    LATER = enum.auto()  # a new entry has no use for it
    MADE = enum.auto()  # the program writes it


class Shown(enum.Enum):
    """Where an entry's page shows a field."""

    FACTS = enum.auto()  # in the table of facts
    APART = enum.auto()  # in its own place
    HIDDEN = enum.auto()  # nowhere: readers have no use for it


@dataclass(frozen=True, slots=True)
class Need:
    """What a field depends on: another field, or, if `value` is set, that value of it.

    If `always`, the field is required whenever what it depends on is there.
    """

    field: str
    value: str = ""
    always: bool = False

    def is_met(self, text: str) -> bool:
        """Whether the text of the other field satisfies the need."""
        return text == self.value if self.value else bool(text)


@dataclass(frozen=True, slots=True)
class Question:
    """How suggestion forms ask for a field; if `required`, the forms demand an answer."""

    text: str
    hint: str = ""
    example: str = ""
    required: bool = False


class Number(enum.StrEnum):
    """How many values a field takes, and how they are written."""

    ONE = "one"
    LIST = "list"
    ONE_OR_LIST = "one-or-list"
    KEYED = "keyed"
    BY_LANGUAGE = "by-language"
    LISTS_BY_LANGUAGE = "lists-by-language"

    @property
    def is_by_language(self) -> bool:
        """Whether a field has values in several languages, keyed by tag."""
        return self in (Number.BY_LANGUAGE, Number.LISTS_BY_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table.

    `vocabulary` names the controlled list of a TERM, `choices` the words of a CHOICE. A GROUP has
    `parts`, fields in turn. A KEYED field is a mapping whose keys are the values and whose values
    are reasons; a BY_LANGUAGE field is a mapping of language tags to a text, a LISTS_BY_LANGUAGE
    one to a list of texts, or to a single one.
    `record` is what a GROUP is read as, with its parts as arguments; without it, as pairs.
    `facet` is the folder of the pages that list entries by the field's values; it is all that a
    field needs to become a facet, with those pages, a place in browse, and counts. For an
    `explained` field, the page of an entry says what the term means.
    `example` is written as in a file, after the colon. Without what it `needs`, a field has no
    meaning.

    `other_names` are what word processors, catalogues and other languages call the field, in
    lowercase without accents, separated by spaces.

    What the program does with the field: `question` is how forms ask for it; without one, they
    don't. `use` and `shown` are above. A field is either part of the `substance` that organizations
    recognize, or can change without making it a different text. A list is `ordered` if its order
    means something. The reason of an editorial change must name any `weighty` field that changed.
    """

    name: str
    form: Form
    about: str
    example: str
    kinds: frozenset[Kind] = ENTRIES
    number: Number = Number.ONE
    required: frozenset[Kind] = frozenset()
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    max_length: int = 0
    parts: tuple[Field, ...] = ()
    record: Callable[..., object] | None = None
    facet: str = ""
    explained: bool = False
    needs: Need | None = None
    question: Question | None = None
    other_names: str = ""
    use: Use = Use.NOTED
    shown: Shown = Shown.FACTS
    substance: bool = True
    ordered: bool = False
    weighty: bool = False

    def part(self, name: str) -> Field | None:
        """The part of a GROUP with that name, or None."""
        return next((part for part in self.parts if part.name == name), None)
