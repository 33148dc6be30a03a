"""The page with the form for entries; without scripts it shows what to put into a mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from toolkit.content.schema import Form, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.site import Site

PATH = "contribute/write"


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail about an entry of one kind says: `text` to fill in, and what to write where."""

    heading: str
    text: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage(Page):
    """The form."""

    template: ClassVar[str] = "write.html"

    letters: tuple[Letter, ...]


def propose(kind: Kind, values: Mapping[str, str]) -> str:
    """The way to the form for a new entry, with these values of its fields filled in."""
    filled = "".join(f"&{name}={quote(value)}" for name, value in values.items())
    return f"{PATH}.html#new={kind.value}{filled}"


def pages(site: Site) -> Iterator[Page]:
    """One page, in a copy of a part too few to look for what is missing: none there."""
    language = site.language
    yield WritePage(
        path=PATH,
        title=language.text("write.title"),
        summary=language.text("write.summary"),
        breadcrumbs=(Link(language.text("foot.contribute/index"), "contribute/index"),),
        letters=tuple(_letter(kind, language) for kind in (Kind.RESOURCE, Kind.PRACTICE)),
    )


def _letter(kind: Kind, language: Language) -> Letter:
    lines = [
        (
            row.name,
            language.prose([f"{language.text(f'field.{row.name}')}:", _help(row.name, language)]),
        )
        for row in fields_of(kind).values()
        if (kind in row.required or row.use is Use.ASKED)
        and not (row.form is Form.GROUP and row.number is Number.ONE)
    ]
    if kind is Kind.PRACTICE:
        headings = zip(LANGUAGES["en"].sections, language.sections, strict=True)
        lines += [
            (name, language.prose([f"{own}:", language.text(f"write.section.{number}")]))
            for number, (name, own) in enumerate(headings, 1)
        ]
    names = "\n".join(f"[{name}] " for name, _ in lines)
    return Letter(
        language.text(f"write.new-{kind.value}"),
        f"[toolkit {kind.value}]\n{names}\n[end]",
        tuple(lines),
    )


def _help(name: str, language: Language) -> str:
    return str(language.strings.get(f"write.help.{name}", ""))
