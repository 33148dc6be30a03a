"""The form's data: the fields of the tables, their lists and registers, entries and tasks."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

import pycountry

from toolkit.authoring.options import Option, options_of
from toolkit.content.document import Document
from toolkit.content.entry_schema import FIELDS
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.content.task_schema import (
    FEWEST_CHOICES,
    MOST_CHOICES,
    MOST_WORDS,
    TASK_FIELDS,
    TASK_SECTIONS,
)
from toolkit.content.vocabularies import Vocabulary
from toolkit.forms.rules import rules_data
from toolkit.forms.texts import form_texts, help_of, label_of
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.validation.checks.personal_email import office_words
from toolkit.validation.duplicates import strong_keys
from toolkit.validation.language_tags import NO_LANGUAGE
from toolkit.validation.term_names import NARROW_ONLY

_ENGLISH = LANGUAGES["en"]
# The list from which fields of each form choose; terms have their vocabulary instead.
_LISTS = {
    Form.ORGANISATION: "organisations",
    Form.COUNTRY: "countries",
    Form.LANGUAGE: "languages",
    Form.PROVISION: "provisions",
    Form.ENTRY: "entries",
    Form.TASK: "tasks",
}
# Lists that the form makes itself, from the existing entries and tasks.
_MADE = frozenset({Form.ENTRY, Form.TASK})
# What must be in a fixed format is shown with an example.
_FORMATTED = frozenset({Form.MONTH, Form.DATE, Form.IDENTIFIER})
# Parts of groups that take a sentence or two.
_SENTENCES = frozenset({"use", "caution"})


def form_data(content: Content, language: Language) -> dict[str, Any]:
    """The form's data without entries and tasks, ready for JSON."""
    by_form = {row.form: row for row in FIELDS}
    return {
        **rules_data(language),
        "texts": form_texts(language),
        "colon": language.text("list.colon"),
        "comma": language.text("list.comma"),
        "sections": {
            Kind.PRACTICE: _sections(_ENGLISH.sections, language.sections, "section", language),
            Kind.TASK: _sections(
                TASK_SECTIONS,
                [str(language.strings[f"write.task.{n}"]) for n, _ in enumerate(TASK_SECTIONS, 1)],
                "task-section",
                language,
            ),
        },
        "fields": [_row(row, language) for row in (*FIELDS, *TASK_FIELDS) if row.kinds & _KINDS],
        "mostWords": MOST_WORDS,
        "narrow": sorted(NARROW_ONLY),
        "vocabularies": {
            name: [_term(vocabulary, id_, language) for id_ in vocabulary.terms]
            for name, vocabulary in content.vocabularies.items()
            if vocabulary.sound
        },
        "lists": {
            name: [
                _option(one, form, content, language)
                for one in options_of(by_form[form], Kind.RESOURCE, content, language)
            ]
            for form, name in _LISTS.items()
            if form not in _MADE
        },
        "longCodes": _long_codes(),
        "scripts": sorted(script.alpha_4 for script in pycountry.scripts),
        "offices": sorted(office_words(content)),
        "stops": sorted(_ENGLISH.stop_words),
    }


def works_data(content: Content) -> dict[str, Any]:
    """What the form knows of entries and tasks in any language."""
    return {
        "entries": [_work(entry) for entry in content.entries],
        "tasks": [_work(task) for task in content.tasks],
        "gone": _gone(content),
    }


def works_in_language(works: Mapping[str, Any], titles: Mapping[str, str]) -> dict[str, Any]:
    """The same in a language, ready for JSON, with the `titles` there, by path."""
    made = {
        name: [_titled(*row, title=titles.get(row[0], row[1])) for row in works[name]]
        for name in ("entries", "tasks")
    }
    return {**works, **made}


def _work(work: Document) -> tuple[str, str, str, list[int], list[str]]:
    """Its path, title, year, checksums of what is unique to it, and its former paths."""
    year = work.text("since" if work.kind is Kind.PRACTICE else "year")
    sums = [zlib.crc32(key.encode()) for key in strong_keys(work)]
    return work.path, work.text("title"), year, sums, list(work.texts("aliases"))


def _titled(path: str, own: str, *more: object, title: str) -> list[object]:
    """What is known of a work with its title in a language, then its own if that is different."""
    return [path, title, *more] if title == own else [path, title, *more, own]


_KINDS = frozenset({Kind.PRACTICE, Kind.RESOURCE, Kind.TASK})


def _sections(
    names: Iterable[str], labels: Iterable[str], key: str, language: Language
) -> list[tuple[str, str, str]]:
    """The headings of a text as in files, in the site's language, and what to write there."""
    return [
        (name, label, str(language.strings[f"write.{key}.{n}"]))
        for n, (name, label) in enumerate(zip(names, labels, strict=True), 1)
    ]


def _gone(content: Content) -> dict[str, str]:
    """Entries that no task may choose: withdrawn ones, and superseded ones with their successor."""
    withdrawn: dict[str, str] = {}
    replaced: dict[str, str] = {}
    for one in content.entries:
        if one.text("status") == "withdrawn":
            withdrawn[one.id] = ""
        replaced |= dict.fromkeys(one.texts("supersedes"), one.id)
    return replaced | withdrawn


def _row(row: Field, language: Language, group: str = "") -> dict[str, Any]:
    """A row of the table; empty values are left out to make the page load faster."""
    is_task = Kind.TASK in row.kinds
    made: dict[str, Any] = {
        "name": row.name,
        "label": label_of(row.name, language, group, is_task=is_task)
        if row.form is not Form.DIGEST
        else "",
        "help": "" if group else help_of(row.name, language, is_task=is_task),
        "example": row.example if row.form in _FORMATTED else "",
        "form": row.form.value,
        "number": row.number.value,
        "kinds": sorted(row.kinds & _KINDS),
        "required": sorted(row.required & _KINDS),
        "use": row.use.name.lower(),
    }
    listed, strings = row.vocabulary or _LISTS.get(row.form, ""), language.strings
    more = {
        "options": row.name if row.choices else listed,
        "choices": [(one, str(strings.get(f"{row.name}.{one}", one))) for one in row.choices],
        "long": row.name in _SENTENCES,
        "least": FEWEST_CHOICES if row.name == "choices" else 0,
        "most": MOST_CHOICES if row.name == "choices" else 0,
        "max": row.max_length,
        "ordered": row.ordered,
        "needs": asdict(row.needs) if row.needs else {},
        "parts": [_row(part, language, row.name) for part in row.parts],
    }
    made |= {name: value for name, value in more.items() if value}
    if row.number is Number.KEYED:
        made["keyed"] = [
            {**made, "name": "key", "number": Number.ONE.value, "label": label_of("id", language)},
            {**_row(_REASON, language, "withdrawn"), "name": "reason"},
        ]
    return made


_REASON = next(
    part for row in FIELDS for part in row.parts if (row.name, part.name) == ("withdrawn", "reason")
)


def _term(vocabulary: Vocabulary, id_: str, language: Language) -> list[Any]:
    term = vocabulary.terms[id_]
    others = list(term.alt.get(language.tag, ()))
    if language.tag != _ENGLISH.tag:
        others.append(term.label(_ENGLISH.tag))
    made = [id_, term.label(language.tag), term.define(language.tag), term.broader, others]
    return [*made, list(term.countries)] if term.countries else made


def _option(option: Option, form: Form, content: Content, language: Language) -> list[Any]:
    others, value = list(option.others), option.value
    # Besides the United Nations' names, those that people use.
    if form is Form.COUNTRY:
        others.append(_ENGLISH.country(value))
        others += [*_ENGLISH.everyday_names(value), *language.everyday_names(value)]
    elif form is Form.PROVISION and value in content.instruments.items:
        others += content.instruments.items[value].short_titles.values()
    elif form is Form.LANGUAGE:
        others.append(_ENGLISH.language_name(value))
        others.append(language.locale.languages.get(value, ""))
        others += [LANGUAGES[value].language_name(value)] if value in LANGUAGES else []
    elif form is Form.ORGANISATION:
        others += content.organisations.items[value].names.values()
    others = [name for name in dict.fromkeys(others) if name and name != option.label]
    made = [value, option.label]
    return [*made, "", "", others] if others else made


@cache
def _long_codes() -> list[str]:
    """Three-letter codes not to be used: of languages that have one of two letters, and of none."""
    names = ("alpha_3", "bibliographic")
    # Read the records' fields directly: looking up a missing attribute is slow.
    records = (vars(one)["_fields"] for one in pycountry.languages)
    long = {one[name] for one in records if "alpha_2" in one for name in names if name in one}
    return sorted(long | NO_LANGUAGE)
