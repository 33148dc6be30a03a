"""The page with the form for entries; without scripts it shows what to put in an email."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from toolkit.content.schema import Form, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.content.task_schema import FEWEST_CHOICES, TASK_SECTIONS
from toolkit.forms.texts import help_of, label_of
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.site import Site

PATH = "contribute/write"


@dataclass(frozen=True, slots=True)
class Letter:
    """The email for one kind of entry: `text` to fill in, and what to write where."""

    heading: str
    text: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage(Page, template="write.html"):
    """The form."""

    letters: tuple[Letter, ...]


def propose(kind: Kind, values: Mapping[str, str]) -> str:
    """The address of the form for a new entry, with these fields already filled in."""
    filled = "".join(f"&{name}={quote(value)}" for name, value in values.items())
    return f"{PATH}.html#new={kind.value}{filled}"


def pages(site: Site) -> Iterator[Page]:
    """One page; `make_pages` leaves it out of a copy of part of the toolkit."""
    language = site.language
    yield WritePage(
        path=PATH,
        title=language.text("write.title"),
        summary=language.text("write.summary"),
        breadcrumbs=(Link(language.text("foot.contribute/index"), "contribute/index"),),
        letters=tuple(
            _letter(kind, language) for kind in (Kind.RESOURCE, Kind.PRACTICE, Kind.TASK)
        ),
    )


def _letter(kind: Kind, language: Language) -> Letter:
    asked = (*_asked(kind, language), *_sections(kind, language))
    colon = language.text("list.colon")
    lines = [(name, f"{label}{colon}{about}") for name, label, about in asked]
    names = "\n".join(_line(name, kind) for name, _ in lines)
    return Letter(
        language.text(f"write.new-{kind.value}"),
        f"[toolkit {kind.value}]\n{names}\n[end]",
        tuple(lines),
    )


def _sections(kind: Kind, language: Language) -> Iterator[tuple[str, str, str]]:
    """Each heading as in files, its name in the language, and what to write below it."""
    if kind is Kind.PRACTICE:
        headings = zip(LANGUAGES["en"].sections, language.sections, strict=True)
        for number, (name, own) in enumerate(headings, 1):
            yield name, own, language.text(f"write.section.{number}")
    elif kind is Kind.TASK:
        for number, name in enumerate(TASK_SECTIONS, 1):
            own = language.text(f"write.task.{number}")
            yield name, own, language.text(f"write.task-section.{number}")


def _line(name: str, kind: Kind) -> str:
    """Where to write the value of a field or, for a group, of each part that it requires."""
    row = fields_of(kind).get(name)
    parts = [f"{part.name}: " for part in row.parts if kind in part.required] if row else []
    if not parts:
        return f"[{name}] "
    return "\n".join([f"[{name}] {'| '.join(parts)}"] * FEWEST_CHOICES)


def _asked(kind: Kind, language: Language) -> Iterator[tuple[str, str, str]]:
    """Each field that an email should have, with its name and what is said about it."""
    is_task = kind is Kind.TASK
    for row in fields_of(kind).values():
        if kind not in row.required and row.use is not Use.ASKED:
            continue
        if row.form is Form.GROUP and row.number is Number.ONE:
            continue
        label = label_of(row.name, language, is_task=is_task)
        yield row.name, label, help_of(row.name, language, is_task=is_task)
