"""The one table of the fields of a front matter.

Parsing, checking, the reference page of fields and the facets all iterate over `FIELDS`; a field
that is not here does not exist. The rules are those of the entry contract (docs/contribute/fields).
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from toolkit.content.records import Helpline, Source, Verified, Withdrawn, WorkFile

# What copies for downloading are made as.
FORMATS = ("zip", "html", "epub", "pdf", "zim")

# The folders of entries, in the order of every page.
PILLARS = ("prevention", "prosecution", "protection")


class Kind(enum.StrEnum):
    """What a Markdown file of `docs/` is; DATA is one item of a vocabulary or register."""

    PRACTICE = "practice"
    RESOURCE = "resource"
    TASK = "task"
    PAGE = "page"
    DATA = "data"


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


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table.

    `vocabulary` names the controlled list of a TERM, `choices` the words of a CHOICE. A GROUP has
    `parts`, fields of its own. A KEYED field is a mapping whose keys are the values and whose
    values are reasons; one BY_LANGUAGE is a mapping of language tags to a text or a list of texts.
    `record` is what a GROUP is read as, with its parts as arguments; without it, as pairs.
    `facet` is the folder of the pages that list entries by the field's values; with it alone a
    field becomes a facet: it gets those pages, a place in browse, and counts. What the
    term of an `explained` field means is said on the page of an entry.
    `example` is written as it stands in a file, after the colon. Without what it `needs` a field
    says nothing.

    What the program does with the field: `question` is how forms ask for it, without one they
    don't; `use` and `shown` are above. A field is part of the `substance` that organizations
    recognize, or can change without its text being another one. A list is `ordered` where its order
    means something. An editorial change of a `weighty` field must be named in its reason.
    """

    name: str
    form: Form
    about: str
    example: str
    kinds: frozenset[Kind]
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
    use: Use = Use.NOTED
    shown: Shown = Shown.FACTS
    substance: bool = True
    ordered: bool = False
    weighty: bool = False

    def part(self, name: str) -> Field | None:
        """The part of that name of a GROUP, or None."""
        return next((part for part in self.parts if part.name == name), None)


_PRACTICE = frozenset({Kind.PRACTICE})
_RESOURCE = frozenset({Kind.RESOURCE})
_ENTRY = _PRACTICE | _RESOURCE
_ALL = _ENTRY | {Kind.PAGE}

ROLES = ("description", "evaluation", "monitoring", "press", "third-party")


def _part(
    name: str,
    form: Form,
    about: str,
    example: str,
    *,
    required: bool = False,
    choices: tuple[str, ...] = (),
    number: Number = Number.ONE,
) -> Field:
    needed = _ENTRY if required else frozenset[Kind]()
    return Field(name, form, about, example, _ENTRY, number, needed, choices=choices)


FIELDS: tuple[Field, ...] = (
    Field(
        "title",
        Form.TEXT,
        "The title in plain text, as the work or the practice gives it.",
        "Toolkit to Combat Trafficking in Persons",
        _ALL,
        required=_ALL,
        max_length=300,
        question=Question(
            "What is it called?", "As the work or the practice itself says.", required=True
        ),
        shown=Shown.APART,
        weighty=True,
    ),
    Field(
        "summary",
        Form.TEXT,
        "One to four sentences in your own words: what it is, and what it is good for.",
        "Guidance for prosecutors on the use of special investigative techniques.",
        _ALL,
        required=_ALL,
        max_length=800,
        question=Question(
            "What is it, and what is it good for?",
            "One to four sentences in your own words.",
            required=True,
        ),
        shown=Shown.APART,
    ),
    Field(
        "type",
        Form.TERM,
        "What kind of work it is.",
        "handbook",
        _RESOURCE,
        required=_RESOURCE,
        vocabulary="resource-types",
        facet="types",
        explained=True,
        question=Question("What kind of work is it?", required=True),
    ),
    Field(
        "year",
        Form.YEAR,
        "The year of publication of the edition described. It may be left out only where "
        "`unverified` names it.",
        "2019",
        _RESOURCE,
        required=_RESOURCE,
        question=Question("When was it published?", "The year of the edition you mean.", "2019"),
    ),
    Field(
        "since",
        Form.YEAR,
        "The year in which the practice began.",
        "2008",
        _PRACTICE,
        required=_PRACTICE,
        question=Question("Since when, and until when?", example="2014 to 2021"),
    ),
    Field(
        "until",
        Form.YEAR,
        "The year in which the practice ended.",
        "2021",
        _PRACTICE,
        shown=Shown.APART,
    ),
    Field(
        "evidence",
        Form.TERM,
        "How strong the evidence is. `evaluated` needs a source with `role: evaluation`.",
        "reported",
        _PRACTICE,
        required=_PRACTICE,
        vocabulary="evidence",
        facet="evidence",
        explained=True,
        question=Question("How strong is the evidence?", required=True),
        weighty=True,
    ),
    Field(
        "evaluated_by",
        Form.CHOICE,
        "Who evaluated it: others (`independent`), or those who carry it out (`own`). Needed with "
        "`evidence: evaluated`, and only there.",
        "independent",
        _PRACTICE,
        choices=("independent", "own"),
        needs=Need("evidence", "evaluated", always=True),
    ),
    Field(
        "finding",
        Form.CHOICE,
        "What the evaluation found. Only with `evidence: evaluated`.",
        "mixed",
        _PRACTICE,
        choices=("works", "mixed", "no-effect", "unclear"),
        needs=Need("evidence", "evaluated"),
    ),
    Field(
        "pillars",
        Form.TERM,
        "The pillars that it serves. The first one is its home: the folder that holds the file.",
        "[protection, prosecution]",
        _ENTRY,
        Number.LIST,
        _ENTRY,
        "pillars",
        question=Question("Which pillars does it serve?"),
        ordered=True,
    ),
    Field(
        "themes",
        Form.TERM,
        "What it is about: narrower terms only.",
        "[victim-identification, hotlines-and-reporting]",
        _ENTRY,
        Number.LIST,
        _ENTRY,
        "themes",
        facet="themes",
        question=Question("What is it about?"),
    ),
    Field(
        "audiences",
        Form.TERM,
        "Who it is written for, or who carries it out.",
        "[law-enforcement, service-providers]",
        _ENTRY,
        Number.LIST,
        _ENTRY,
        "audiences",
        facet="audiences",
        question=Question("Who is it for?"),
    ),
    Field(
        "exploitation",
        Form.TERM,
        "The forms of exploitation that it deals with, where it is clear about them.",
        "[forced-labour]",
        _ENTRY,
        Number.LIST,
        vocabulary="exploitation",
        facet="exploitation",
        question=Question("Which forms of exploitation does it deal with?"),
        use=Use.ASKED,
    ),
    Field(
        "level",
        Form.TERM,
        "`national` needs a country; `regional` needs a region other than `world`; `global` has "
        "the region `world`.",
        "national",
        _ENTRY,
        required=_ENTRY,
        vocabulary="levels",
        facet="levels",
        question=Question("Is it global, regional or national?"),
    ),
    Field(
        "regions",
        Form.TERM,
        "Regions of the United Nations M49 standard.",
        "[south-america]",
        _ENTRY,
        Number.LIST,
        _ENTRY,
        "regions",
        facet="regions",
        question=Question("Which regions?"),
    ),
    Field(
        "countries",
        Form.COUNTRY,
        "Countries, by their two capital letters in ISO 3166-1.",
        "[AR]",
        _ENTRY,
        Number.LIST,
        facet="countries",
        question=Question("Which countries?"),
    ),
    Field(
        "languages",
        Form.LANGUAGE,
        "The languages in which the work can be had, as BCP 47 tags.",
        "[en, fr, es]",
        _RESOURCE,
        Number.LIST,
        _RESOURCE,
        question=Question("In which languages can it be had?", example="English, French"),
    ),
    Field(
        "organisations",
        Form.ORGANISATION,
        "The bodies behind it, by their ids in the register of organizations. Either this field "
        "or `partners` is needed.",
        "[unodc, iom]",
        _ENTRY,
        Number.LIST,
        facet="organisations",
        question=Question(
            "Who published it, or carries it out?", "Organizations, not persons.", required=True
        ),
        use=Use.ASKED,
        weighty=True,
    ),
    Field(
        "partners",
        Form.TEXT,
        "The names of bodies that are not in the register of organizations.",
        "[Ministry of Justice of Argentina]",
        _ENTRY,
        Number.LIST,
    ),
    Field(
        "url",
        Form.ADDRESS,
        "The address at the publisher or a co-publisher.",
        "https://www.unodc.org/",
        _ENTRY,
        question=Question("Where can it be found?", "The page of the publisher.", "https://"),
        use=Use.ASKED,
        shown=Shown.APART,
    ),
    Field(
        "url_kind",
        Form.CHOICE,
        "What `url` leads to: the work itself (`file`), the publisher's page about it (`page`, "
        "if nothing is said), news about it (`news`), a list that includes it (`list`), or "
        "only the publisher's home page (`home`).",
        "file",
        _ENTRY,
        choices=("file", "page", "news", "list", "home"),
        needs=Need("url"),
        shown=Shown.APART,
    ),
    Field(
        "files",
        Form.GROUP,
        "The work itself by language, where its publisher offers it. Name the languages in "
        "`languages` too.",
        "[{language: en, url: 'https://www.unodc.org/'}]",
        _RESOURCE,
        Number.LIST,
        parts=(
            _part("language", Form.LANGUAGE, "The language of the file.", "en", required=True),
            _part("url", Form.ADDRESS, "Its address.", "https://www.unodc.org/", required=True),
        ),
        shown=Shown.APART,
        record=WorkFile,
    ),
    Field(
        "described_at",
        Form.ADDRESS,
        "The address of another body's page about it.",
        "https://www.unodc.org/",
        _ENTRY,
        shown=Shown.APART,
    ),
    Field(
        "identifiers",
        Form.GROUP,
        "Numbers by which libraries and registries know the work.",
        "{isbn: 978-92-2-121321-5, symbol: A/RES/64/293}",
        _RESOURCE,
        parts=tuple(
            _part(name, Form.IDENTIFIER, about, example, number=Number.ONE_OR_LIST)
            for name, about, example in (
                ("isbn", "The book number; its check digit is checked.", "978-92-2-121321-5"),
                ("issn", "The serial number; its check digit is checked.", "2049-3630"),
                ("doi", "The digital object identifier, without an address.", "10.2839/74342"),
                ("symbol", "The symbol of the document.", "A/RES/64/293"),
                ("sales_number", "The sales number of the United Nations.", "E.08.V.14"),
            )
        ),
        shown=Shown.APART,
    ),
    Field(
        "helplines",
        Form.GROUP,
        "Helplines of official bodies that the text names, with the day on which each was seen "
        "to be valid.",
        '[{number: "145", country: AR, body: Ministry of Justice, on: 2026-11-25}]',
        _ENTRY,
        Number.LIST,
        parts=(
            _part("number", Form.TEXT, "The number.", "145", required=True),
            _part("country", Form.COUNTRY, "Where it can be called.", "AR", required=True),
            _part("body", Form.TEXT, "Who answers.", "Ministry of Justice", required=True),
            _part("on", Form.DATE, "When it was seen to be valid.", "2026-11-25", required=True),
        ),
        record=Helpline,
    ),
    Field(
        "provisions",
        Form.PROVISION,
        "The instruments, articles and paragraphs that it helps to carry out.",
        "['tip-protocol:6(3)', 'untoc:24']",
        _ENTRY,
        Number.LIST,
        facet="instruments",
        shown=Shown.APART,
        weighty=True,
    ),
    Field(
        "access",
        Form.CHOICE,
        "Whether anybody can have it.",
        "public",
        _RESOURCE,
        choices=("public", "restricted"),
    ),
    Field(
        "supersedes",
        Form.ENTRY,
        "Entries that this one replaces.",
        "[unodc-toolkit-2006]",
        _ENTRY,
        Number.LIST,
        use=Use.LATER,
        shown=Shown.APART,
    ),
    Field(
        "related",
        Form.ENTRY,
        "Entries that a reader of this one should know. The other direction shows by itself.",
        "[unodc-toolkit-2008]",
        _ENTRY,
        Number.LIST,
        shown=Shown.APART,
        substance=False,
    ),
    Field(
        "sources",
        Form.GROUP,
        "Where the facts come from. Each source has an address or a title.",
        "[{url: 'https://www.unodc.org/', role: description}]",
        _ENTRY,
        Number.LIST,
        _PRACTICE,
        parts=(
            _part("url", Form.ADDRESS, "Its address.", "https://www.unodc.org/"),
            _part("title", Form.TEXT, "Its title.", "Evaluation report"),
            _part("publisher", Form.TEXT, "Who published it.", "UNODC"),
            _part("role", Form.CHOICE, "What it is a source of.", "evaluation", choices=ROLES),
        ),
        question=Question(
            "Where can it be read up?",
            "Addresses or titles of public sources; say which one is an evaluation.",
            required=True,
        ),
        shown=Shown.APART,
        ordered=True,
        record=Source,
    ),
    Field(
        "added",
        Form.DATE,
        "The day on which the entry came into the toolkit. `toolkit new` writes it; it never "
        "changes.",
        "2026-11-25",
        _ENTRY,
        use=Use.MADE,
    ),
    Field(
        "unverified",
        Form.FIELD,
        "Names of fields that nobody has checked against the publication.",
        "[year]",
        _ENTRY,
        Number.LIST,
        shown=Shown.APART,
        substance=False,
    ),
    Field(
        "verified",
        Form.GROUP,
        "Which organization checked the entry, and when.",
        "{by: unodc, on: 2026-11-25}",
        _ENTRY,
        parts=(
            _part("by", Form.ORGANISATION, "The organization.", "unodc", required=True),
            _part("on", Form.DATE, "The day.", "2026-11-25", required=True),
        ),
        record=Verified,
        use=Use.LATER,
        shown=Shown.APART,
        substance=False,
    ),
    Field(
        "review_by",
        Form.MONTH,
        "The month by which the entry should be read again.",
        "2027-06",
        _ENTRY,
        shown=Shown.APART,
        substance=False,
    ),
    Field(
        "distinct_from",
        Form.ENTRY,
        "Entries that look like this one, each with the reason why it is another.",
        "{unodc-toolkit-2006: the first edition}",
        _ENTRY,
        Number.KEYED,
        use=Use.LATER,
        shown=Shown.APART,
        substance=False,
    ),
    Field(
        "aliases",
        Form.PATH,
        "Former paths of the entry; each gets a page that leads here.",
        "[protection/resources/old-name]",
        _ENTRY,
        Number.LIST,
        use=Use.LATER,
        shown=Shown.HIDDEN,
        substance=False,
    ),
    Field(
        "status",
        Form.CHOICE,
        "`withdrawn` needs the field `withdrawn`.",
        "active",
        _ENTRY,
        choices=("active", "withdrawn"),
        use=Use.LATER,
        shown=Shown.HIDDEN,
        substance=False,
    ),
    Field(
        "withdrawn",
        Form.GROUP,
        "When and why the entry was withdrawn.",
        "{on: 2026-11-25, reason: replaced by its publisher}",
        _ENTRY,
        parts=(
            _part("on", Form.DATE, "The day.", "2026-11-25", required=True),
            _part("reason", Form.TEXT, "The reason.", "replaced", required=True),
        ),
        record=Withdrawn,
        use=Use.LATER,
        shown=Shown.APART,
        substance=False,
    ),
)


def vocabulary_names() -> Iterator[str]:
    """Names of the controlled vocabularies that the table uses, each once, in its order."""
    yield from dict.fromkeys(field.vocabulary for field in FIELDS if field.vocabulary)


def facet_fields() -> Iterator[Field]:
    """The fields that are facets, in the order of the table."""
    return (field for field in FIELDS if field.facet)
