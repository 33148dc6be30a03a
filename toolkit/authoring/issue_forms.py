"""GitHub issue forms for suggestions and corrections, with terms to choose from.

People who fill one in needn't know the names of fields or the ids of terms.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import yaml

from toolkit.authoring.options import options_of
from toolkit.content.reader import Content
from toolkit.content.schema import Kind, Number
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES

Form = dict[str, Any]

_HARM = (
    "Everything you write here is public, and stays public. Do not name victims, witnesses or "
    "staff, tell no story from which a person could be identified, and give no address or "
    "telephone number of a person."
)
_HEAD = "# Made by `toolkit generate` from the fields, lists and registers: change those.\n"
_SECTIONS = (
    "What was the problem, where, and for whom? What had been tried before?",
    "Who does what, since when, and how?",
    "What is known about the results? Give the year and the source of each figure.",
    "What is needed for it to work elsewhere: law, money, people, trust?",
    "What does not work, who is left out, what is not known?",
)
# How many sections a suggestion must have.
_NEEDED_SECTIONS = 3
# Texts that may be longer get a multi-line field.
_LONGEST_LINE = 300
# The last question isn't a field.
LAST_QUESTION = "Before you send it"


def issue_forms(content: Content) -> dict[str, str]:
    """The text of each form by file name."""
    forms = {
        "suggest-resource.yml": _form(
            "Suggest a resource",
            "A guide, law, training, data set or other published work that is missing.",
            "Resource: ",
            [*_questions(Kind.RESOURCE, content), _promise()],
        ),
        "suggest-practice.yml": _form(
            "Suggest a practice",
            "Something that has been done against trafficking, and that others can learn from.",
            "Practice: ",
            [*_questions(Kind.PRACTICE, content), *_sections(), _promise()],
        ),
        "report-mistake.yml": _mistake(),
    }
    return {name: _HEAD + _yaml(form) for name, form in forms.items()}


def _questions(kind: Kind, content: Content) -> Iterator[Form]:
    """The table's questions, in its order; fields required only of another kind are skipped."""
    for field in fields_of(kind).values():
        if field.question is None or (field.required and kind not in field.required):
            continue
        question = field.question
        element = partial(_element, id_=field.name, label=question.text, required=question.required)
        if field.vocabulary:
            several = field.number is Number.LIST
            options = options_of(field, kind, content, LANGUAGES["en"])
            names = [option.label for option in options]
            hint = "Choose one or more." if several else "Choose one."
            yield element("dropdown", description=hint, multiple=several, options=names)
        elif field.parts or field.max_length > _LONGEST_LINE:
            yield element("textarea", description=question.hint)
        else:
            yield element("input", description=question.hint, placeholder=question.example)


def _sections() -> Iterator[Form]:
    asked = zip(LANGUAGES["en"].sections, _SECTIONS, strict=True)
    for number, (heading, question) in enumerate(asked, 1):
        needed = number <= _NEEDED_SECTIONS
        yield _element("textarea", f"section-{number}", heading, question, required=needed)


def _mistake() -> Form:
    kinds = [
        "A fact is wrong",
        "A link does not work",
        "Two entries describe the same thing",
        "A text could do harm",
        "A term or its translation is wrong",
        "The site itself does not work",
        "Something else",
    ]
    needed = partial(_element, required=True)
    return _form(
        "Report a mistake",
        "A wrong fact, a broken link, a text that could do harm, or a page that does not work.",
        "Mistake: ",
        [
            needed("input", "page", "Which page?", "Its address, or the title of the entry."),
            needed("dropdown", "kind", "What is it?", multiple=False, options=kinds),
            needed("textarea", "wrong", "What is wrong?", "Quote the words that you mean."),
            _element("textarea", "right", "What would be right, and how do you know?"),
            _promise(),
        ],
    )


def _form(name: str, description: str, title: str, body: Iterable[Form]) -> Form:
    head = {"type": "markdown", "attributes": {"value": _HARM}}
    return {"name": name, "description": description, "title": title, "body": [head, *body]}


def _promise() -> Form:
    words = "I have named no victim, witness or member of staff, and no private contact."
    options = [{"label": words, "required": True}]
    return _element("checkboxes", "promise", LAST_QUESTION, options=options)


def _element(
    type_: str, id_: str, label: str, description: str = "", *, required: bool = False, **more: Any
) -> Form:
    attributes = {"label": label, "description": description, **more}
    filled = {key: value for key, value in attributes.items() if value not in ("", [])}
    form: Form = {"type": type_, "id": id_, "attributes": filled}
    if required:
        form["validations"] = {"required": True}
    return form


def _yaml(form: Form) -> str:
    return yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=100)
