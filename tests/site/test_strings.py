"""The site's words: each one used exists, and each one that exists is used."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from toolkit.content.coverage_tables import TABLES
from toolkit.content.entry_schema import FIELDS
from toolkit.content.opportunities import ANSWERS
from toolkit.content.recognition_fields import PROCEDURES, STATES
from toolkit.content.registers import INSTRUMENT_KINDS, ORGANISATION_KINDS
from toolkit.content.schema import FORMATS, Number, Use
from toolkit.content.tables import facet_fields
from toolkit.content.task_schema import TASK_FIELDS
from toolkit.coverage.gaps import Gap
from toolkit.editions.book.places import REGISTERS
from toolkit.exports.formats import FORMATS as EXPORTS
from toolkit.forms.texts import form_texts
from toolkit.languages import LANGUAGES
from toolkit.languages.strings import english
from toolkit.opportunities.opportunity import OpportunityKind
from toolkit.opportunities.overlap import MIXED
from toolkit.opportunities.overlap import TYPES as OVERLAPPING
from toolkit.problems import Severity
from toolkit.recognition.acts import ActKind
from toolkit.recognition.status import State
from toolkit.search.texts import KEYS
from toolkit.site.missing_links import missing_html
from toolkit.site.scripts import worded_scripts

STRINGS = english()
TOOLKIT = Path(__file__).parents[2] / "toolkit"
_SCRIPT_KEY = re.compile(r"""["']t:([^"']*)["']""")
_TEMPLATE_KEY = re.compile(r"""\b(?:t|text)\(\s*"([a-z][^"]*)"\s*[,)]""")

# The rows explained on the page of fields and by `toolkit fields`.
EXPLAINED = (*FIELDS, *TASK_FIELDS, *(part for row in FIELDS for part in row.parts))
# Composed keys: the beginning, and what may follow.
PILLARS = ("prevention", "prosecution", "protection")
SYSTEMS = ("windows", "android", "iphone", "linux")
FAMILIES = {
    # Used by the languages themselves.
    "article": ("number", "range"),
    "nav": (*PILLARS, "browse", "search"),
    "foot": (
        *("about/index", "about/safety", "about/accessibility", "about/offline"),
        *("about/licence", "contribute/index", "downloads"),
    ),
    "evaluation": ("independent", "own"),
    "access.practice": ("file", "page", "news", "list", "home"),
    "book": ("reading", "safety"),
    "book.register": REGISTERS,
    "size": ("mb", "kb"),
    "downloads.format": FORMATS,
    "downloads.for": FORMATS,
    "downloads.on": SYSTEMS,
    "downloads.how": SYSTEMS,
    # What an entry's text holds in addition to its fields.
    "field": ("id", "kind", "body", "asked"),
    "data.for": (
        *(*EXPORTS, "package", "index"),
        *("vocabularies", "catalogue", "coverage", "feed", "opportunities"),
    ),
    "data.set": ("entries", "vocabularies", "coverage"),
    "feed": ("added", "changed", "withdrawn"),
    "data.lacks": ("text", "much"),
    "unpacked": ("unpack", "open", "phone", "safety"),
    "due": ("review", "unverified", "promise", "helpline", "address", "changed"),
    "coverage.table": tuple(TABLES),
    "coverage.gap": tuple(gap.value for gap in Gap),
    "opportunity.kind": tuple(kind.value for kind in OpportunityKind),
    "opportunity.reason": tuple(kind.value for kind in OpportunityKind),
    "opportunity.do": tuple(kind.value for kind in OpportunityKind),
    "opportunity.answer": ANSWERS,
    "opportunity.two": (*sorted(OVERLAPPING), MIXED),
    "opportunities": ("by-theme", "by-body"),
    "coverage.open": (Gap.NONE.value, Gap.WORLD_ONLY.value),
    "severity": tuple(severity.value for severity in Severity),
    "kind": tuple({kind.value for row in FIELDS for kind in row.kinds}),
    "translation": ("machine", "person", "machine-reviewed", "person-reviewed"),
    "languages": ("entries", "tasks", "pages", "outdated", "machine", "reviewed"),
    "form": tuple({row.form.value for row in EXPLAINED}),
    "number": tuple({row.number.value for row in EXPLAINED} - {Number.ONE.value}),
    **dict.fromkeys(("organisation.kind", "organisations.kind"), ORGANISATION_KINDS),
    **dict.fromkeys(("instrument.kind", "instruments.kind"), INSTRUMENT_KINDS),
    "write": tuple(form_texts(LANGUAGES["en"])),
    "write.help": (
        *(field.name for field in FIELDS if field.use is not Use.MADE),
        *("asked", "choices"),
    ),
    "write.part": (
        *("url", "title", "publisher", "role", "language", "number", "country", "body", "on"),
        *("by", "reason", "entry", "use", "caution"),
    ),
    "write.task-help": ("title", "summary", "pillars", "audiences", "related"),
    **dict.fromkeys(("write.task", "write.task-section"), ("1", "2", "3")),
    "write.section": tuple("12345"),
    "membership": ("member", "partner", "former"),
    "part": ("practices", "resources"),
    "recognition": tuple(state.value for state in State),
    "recognition.about": STATES,
    "recognition.procedure": PROCEDURES,
    "recognition.body": ("awaits", "recognized", "lapsed", "objected"),
    "recognition.text": (
        *(kind.value for kind in ActKind),
        *("editorial", "editorial-before"),
    ),
    "recognition.says": (
        *(state.value for state in State),
        *("silent", "changed-silent", "silent-known", "partly-known", "proposed-again"),
    ),
}
# Keys for values from registers, vocabularies and kept texts; they need not be complete.
OPEN_FAMILIES = ("phrase.types.", "phrase.audiences.")


def templates() -> Iterator[Path]:
    return (
        path for path in TOOLKIT.rglob("*.*") if path.suffix in {".html", ".xhtml", ".opf", ".ncx"}
    )


def literal_keys() -> Iterator[str]:
    for path in templates():
        yield from _TEMPLATE_KEY.findall(path.read_text(encoding="utf-8"))
    for path in TOOLKIT.rglob("*.js"):
        yield from _SCRIPT_KEY.findall(path.read_text(encoding="utf-8"))
    for path in TOOLKIT.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        # Parsing takes long, and is only needed to know comments from code.
        if STRINGS.keys().isdisjoint(re.findall('"([^"\n]+)"', text)):
            continue
        if "languages" not in path.relative_to(TOOLKIT).parts:
            for node in ast.walk(ast.parse(text)):
                value = node.value if isinstance(node, ast.Constant) else None
                if isinstance(value, str) and value in STRINGS:
                    yield value


def family_keys() -> Iterator[str]:
    for family, members in FAMILIES.items():
        yield from (f"{family}.{member}" for member in members)
    for field in facet_fields():
        yield f"facet.{field.facet}"
        yield f"facet.{field.facet}.about"
    for field in FIELDS:
        yield f"field.{field.name}"
        for part in field.parts if field.record is None else ():
            yield f"field.{field.name}.{part.name}"
        for row in (field, *field.parts):
            yield from (f"{row.name}.{choice}" for choice in row.choices)


def test_every_key_of_a_template_has_its_words() -> None:
    for path in templates():
        for key in _TEMPLATE_KEY.findall(path.read_text(encoding="utf-8")):
            assert key in STRINGS, (path.name, key)


def test_every_key_of_a_script_gives_way_to_its_words() -> None:
    for language in LANGUAGES.values():
        for path, script in worded_scripts(language, date(2026, 11, 25)).items():
            assert '"t:' not in script.decode(), path
    english = worded_scripts(LANGUAGES["en"], date(2026, 11, 25))
    assert b'"Press Shift once more to leave."' in english["assets/leave.js"]
    assert b'"Search the toolkit"' in english["assets/search.js"]


def test_every_key_that_is_put_together_has_its_words() -> None:
    assert set(family_keys()) - set(STRINGS) == set()


def test_no_words_are_left_over() -> None:
    used = {*literal_keys(), *family_keys()}
    over = {key for key in STRINGS if key not in used and not key.startswith(OPEN_FAMILIES)}
    assert over == set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_all_words_as_they_are_in_english_now(tag: str) -> None:
    assert LANGUAGES[tag].faults == ()
    assert set(LANGUAGES[tag].strings) == set(STRINGS)


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "en"])
def test_words_stand_between_quotation_marks_of_one_kind(tag: str) -> None:
    words = LANGUAGES[tag].strings.values()
    texts = [text for one in words for text in ([one] if isinstance(one, str) else one.values())]
    assert len({mark for mark in '"“«' for text in texts if mark in text}) == 1


def test_scripts_of_the_search_have_their_words() -> None:
    client = TOOLKIT / "search" / "client"
    used = {
        key
        for path in client.glob("*.js")
        for key in re.findall(
            r"""\b(?:(?:t|counted)\(\s*|texts\[)"([a-z.-]+)"(?! \+)""", path.read_text("utf-8")
        )
    }
    orders = {f"browse.sort.{order}" for order in ("title", "newest", "oldest", "added")}
    assert {*used - {"browse.sort."}, *orders} == set(KEYS)


def test_scripts_of_the_form_have_their_words() -> None:
    client = TOOLKIT / "forms" / "client"
    texts = {path.stem: path.read_text("utf-8") for path in client.glob("*.js")}
    used = {
        key
        for text in texts.values()
        for key in re.findall(r"""\bt\(\s*"([a-z0-9.-]+)"[,)]""", text)
    }
    rules = "".join(texts[name] for name in ("bodies", "harm", "rules"))
    told = set(re.findall(r"""\bsay\([^,]+, [^,]+, "([a-z-]+)\"""", rules))
    told |= set(re.findall(r"""\["([a-z-]+)", \{""", texts["addresses"]))
    told.add("address-meant")  # composed in one place
    known = set(form_texts(LANGUAGES["en"]))
    problems = {f"problem.{name}" for name in told}
    assert problems <= known
    # Some are composed from the kind, or chosen by what they link to.
    in_text = {
        key for key in known - problems if any(f'"{key}"' in text for text in texts.values())
    }
    assert used <= in_text | problems
    assert known - problems - in_text == {"new-resource", "new-practice", "new-task"}


@pytest.mark.parametrize(
    ("tag", "address", "note"),
    [
        ("en", "https://x.org/?a&b", '(not in this copy: <a href="https://x.org/?a&amp;b"></a>)'),
        (
            "fr",
            "https://x.org",
            '(absent de cette copie\N{NO-BREAK SPACE}: <a href="https://x.org"></a>)',
        ),
        ("zh", "https://x.org", '（不在本副本中：<a href="https://x.org"></a>）'),
        ("zh", "", "（不在本副本中）"),
    ],
)
def test_what_is_not_in_a_copy_has_the_marks_of_the_language(
    tag: str, address: str, note: str
) -> None:
    html = missing_html("A work", address, LANGUAGES[tag])
    told = re.sub(r'<a[^>]* (href="[^"]*")[^>]*>.*</a>', r"<a \1></a>", html)
    assert told == f'<span class="missing">A work <small>{note}</small></span>'
