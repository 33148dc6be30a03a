"""What a row of the tables of fields says, and the words that it says it with.

The tables are in `entry_schema.py` and `task_schema.py`.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from dataclasses import dataclass

# What copies for downloading are made as.
FORMATS = ("zip", "html", "epub", "pdf", "zim")

# What entries are written as for other programs; each is a module in toolkit/exports/.
EXPORTS = ("csv", "json", "bib", "ris", "csl.json", "jsonld", "mods.xml")

# The ids of entries, terms and bodies.
ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
# The folders of entries, in the order of every page.
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
    """What a new entry does with a field that it does not need."""

    ASKED = enum.auto()  # `toolkit new` asks for it, and the snippet of an entry holds it
    NOTED = enum.auto()  # a note in the draft says that there is such a field
    LATER = enum.auto()  # a new entry has no use for it
    MADE = enum.auto()  # the program writes it


class Shown(enum.Enum):
    """Where the page of an entry has a field."""

    FACTS = enum.auto()  # in the table of facts
    APART = enum.auto()  # in a place of its own
    HIDDEN = enum.auto()  # nowhere: it says nothing to readers


@dataclass(frozen=True, slots=True)
class Need:
    """What a field rests on: another field, and where `value` is set that value of it.

    A field that is `always` there with what it rests on is required then.
    """

    field: str
    value: str = ""
    always: bool = False

    def is_met(self, text: str) -> bool:
        """Whether the text of that field is one on which the other can rest."""
        return text == self.value if self.value else bool(text)


@dataclass(frozen=True, slots=True)
class Question:
    """How the forms for suggestions ask for a field; what is `required` there can't be left out."""

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
        """Whether a field has values in several languages, each under its tag."""
        return self in (Number.BY_LANGUAGE, Number.LISTS_BY_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table.

    `vocabulary` names the controlled list of a TERM, `choices` the words of a CHOICE. A GROUP has
    `parts`, fields of its own. A KEYED field is a mapping whose keys are the values and whose
    values are reasons; one BY_LANGUAGE is a mapping of language tags to a text, and one of
    LISTS_BY_LANGUAGE to a list of texts, or to a single one.
    `record` is what a GROUP is read as, with its parts as arguments; without it, as pairs.
    `facet` is the folder of the pages that list entries by the field's values; with it alone a
    field becomes a facet: it gets those pages, a place in browse, and counts. What the
    term of an `explained` field means is said on the page of an entry.
    `example` is written as it stands in a file, after the colon. Without what it `needs` a field
    says nothing.

    `other_names` are what word processors, catalogues and other languages call the field, in small
    letters without accents, separated by spaces.

    What the program does with the field: `question` is how forms ask for it, without one they
    don't; `use` and `shown` are above. A field is part of the `substance` that organizations
    recognize, or can change without its text being another one. A list is `ordered` where its order
    means something. An editorial change of a `weighty` field must be named in its reason.
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
        """The part of that name of a GROUP, or None."""
        return next((part for part in self.parts if part.name == name), None)
