"""Forms for suggestions and corrections, with the terms of the lists to choose from.

They are files of GitHub's issue forms. Whoever fills one in needs neither the names of fields nor
the ids of terms.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import yaml

from toolkit.authoring.options import options_of
from toolkit.content.reader import Content
from toolkit.content.schema import Kind, fields_of
from toolkit.languages.language import Language

Form = dict[str, Any]

_HARM = (
    "Everything you write here is public and stays so. Do not name victims, witnesses or staff, "
    "tell no story from which a person could be known, and give no address or telephone number of "
    "a person."
)
_HEAD = "# Made by `toolkit generate` from the fields, lists and registers: change those.\n"
_LABELS: Final = {
    "type": "What kind of work is it?",
    "evidence": "How strong is the evidence?",
    "pillars": "Which pillars does it serve?",
    "themes": "What is it about?",
    "audiences": "Who is it for?",
    "exploitation": "Which forms of exploitation does it deal with?",
    "level": "Is it global, regional or national?",
    "regions": "Which regions?",
}


def issue_forms(content: Content, language: Language) -> dict[str, str]:
    """The text of each form by the name of its file."""
    writer = _Writer(content, language)
    forms = {
        "suggest-resource.yml": writer.resource(),
        "suggest-practice.yml": writer.practice(),
        "report-mistake.yml": _mistake(),
    }
    return {name: _HEAD + _yaml(form) for name, form in forms.items()}


class _Writer:
    def __init__(self, content: Content, language: Language) -> None:
        self.content = content
        self.language = language

    def resource(self) -> Form:
        """A published work."""
        return _form(
            "Suggest a resource",
            "A guide, law, training, data set or other published work that is missing.",
            "Resource: ",
            [
                _line("title", "Title", "As the work gives it.", required=True),
                _line("url", "Address", "The page of the publisher.", "https://"),
                _line("bodies", "Who published it?", "Organizations, not persons.", required=True),
                _line("year", "Year of publication", "Of the edition you mean.", "2019"),
                self._terms(Kind.RESOURCE, "type", several=False, required=True),
                _text(
                    "summary",
                    "What is it, and what is it good for?",
                    "One to four sentences in your own words.",
                    required=True,
                ),
                *(self._terms(Kind.RESOURCE, name) for name in ("pillars", "themes", "audiences")),
                self._terms(Kind.RESOURCE, "exploitation"),
                self._terms(Kind.RESOURCE, "level", several=False),
                self._terms(Kind.RESOURCE, "regions"),
                _line("languages", "In which languages can it be had?", "", "English, French"),
                _promise(),
            ],
        )

    def practice(self) -> Form:
        """Something that has been done."""
        sections = self.language.sections
        return _form(
            "Suggest a practice",
            "Something that has been done against trafficking, and that others can learn from.",
            "Practice: ",
            [
                _line(
                    "title",
                    "What is it called?",
                    "The place or body, then what it is.",
                    required=True,
                ),
                _line(
                    "bodies", "Who carries it out?", "Organizations, not persons.", required=True
                ),
                _line("countries", "Where?", "Countries or regions."),
                _line("since", "Since when, and until when?", "", "2014 to 2021"),
                _text(
                    "sources",
                    "Where can it be read up?",
                    "Addresses or titles of public sources; say which one is an evaluation.",
                    required=True,
                ),
                self._terms(Kind.PRACTICE, "evidence", several=False, required=True),
                *(
                    _text(f"section-{number}", heading, _SECTIONS[number - 1], required=number < 4)
                    for number, heading in enumerate(sections, 1)
                ),
                *(self._terms(Kind.PRACTICE, name) for name in ("pillars", "themes", "audiences")),
                self._terms(Kind.PRACTICE, "exploitation"),
                self._terms(Kind.PRACTICE, "level", several=False),
                self._terms(Kind.PRACTICE, "regions"),
                _promise(),
            ],
        )

    def _terms(
        self, kind: Kind, name: str, *, several: bool = True, required: bool = False
    ) -> Form:
        """The terms of a field's list, by their names."""
        options = options_of(fields_of(kind)[name], kind, self.content, self.language)
        attributes = {
            "label": _LABELS[name],
            "description": "Choose one or more." if several else "Choose one.",
            "multiple": several,
            "options": [option.label for option in options],
        }
        return _element("dropdown", name, attributes, required=required)


_SECTIONS = (
    "What was the problem, where, and for whom? What had been tried before?",
    "Who does what, since when, and how?",
    "What is known to have come of it? Give each figure its year and its owner.",
    "What must be there for it to work elsewhere: law, money, people, trust?",
    "What does not work, who is left out, what is not known?",
)


def _mistake() -> Form:
    kinds = [
        "A fact is wrong",
        "A link does not work",
        "Two entries are about the same",
        "A text could do harm",
        "A term or its translation is wrong",
        "The site itself does not work",
        "Something else",
    ]
    return _form(
        "Report a mistake",
        "A wrong fact, a dead link, a text that could do harm, or a page that does not work.",
        "Mistake: ",
        [
            _line("page", "Which page?", "Its address, or the title of the entry.", required=True),
            _element(
                "dropdown",
                "kind",
                {"label": "What is it?", "multiple": False, "options": kinds},
                required=True,
            ),
            _text("wrong", "What is wrong?", "Quote the words that you mean.", required=True),
            _text("right", "What would be right, and where do you know it from?", ""),
            _promise(),
        ],
    )


def _form(name: str, description: str, title: str, body: Iterable[Form]) -> Form:
    head = {"type": "markdown", "attributes": {"value": _HARM}}
    return {"name": name, "description": description, "title": title, "body": [head, *body]}


def _line(
    id_: str, label: str, description: str, placeholder: str = "", *, required: bool = False
) -> Form:
    attributes = {"label": label, "description": description, "placeholder": placeholder}
    return _element("input", id_, attributes, required=required)


def _text(id_: str, label: str, description: str, *, required: bool = False) -> Form:
    attributes = {"label": label, "description": description}
    return _element("textarea", id_, attributes, required=required)


def _promise() -> Form:
    words = "I have named no victim, witness or member of staff, and no private contact."
    options = [{"label": words, "required": True}]
    attributes = {"label": "Before you send it", "options": options}
    return {"type": "checkboxes", "id": "promise", "attributes": attributes}


def _element(type_: str, id_: str, attributes: Form, *, required: bool) -> Form:
    filled = {key: value for key, value in attributes.items() if value not in ("", [])}
    form: Form = {"type": type_, "id": id_, "attributes": filled}
    if required:
        form["validations"] = {"required": True}
    return form


def _yaml(form: Form) -> str:
    return yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=100)
