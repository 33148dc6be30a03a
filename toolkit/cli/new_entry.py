"""From some values of a new entry to its file, asking for what is missing."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from toolkit.authoring.draft import Draft, look_alikes, names_taken, objection_to_id, objections
from toolkit.authoring.ids import suggest_id
from toolkit.authoring.options import Names, options_of
from toolkit.cli.asking import BackError, ask_options, ask_text, complain
from toolkit.clock import as_of
from toolkit.content.reader import Content
from toolkit.content.schema import Field, Form, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES
from toolkit.problems import Severity, ToolkitError
from toolkit.publishing import write_files
from toolkit.validation.duplicates import Likeness
from toolkit.validation.words import quote


@dataclass
class Interview:
    """Values of a new entry, and the questions for those that are missing.

    `sources` are those of a practice: an address or a title, and its role. What was `refused` is
    asked for again after going back.
    """

    kind: Kind
    content: Content
    values: dict[str, list[str]]
    sources: list[tuple[str, str]]
    asking: bool
    day: date = field(default_factory=as_of)
    refused: set[str] = field(default_factory=set)

    def draft(self, id_: str) -> Draft:
        """The entry, with everything that is required and the day on which it was added.

        Raises ToolkitError, which names what is missing, if there is nobody to ask.
        """
        if not self.asking:
            self._require()
        name = self._ask_all(id_) if self.asking else self._id(id_)
        values = self.values | {"added": [self.day.isoformat()]}
        return Draft(self.kind, name, values, tuple(self.sources))

    def _ask_all(self, id_: str) -> str:
        """Ask for everything missing, then for the name; `<` goes back to the last question."""
        click.echo("Type < to go back to the previous question, ? for help. Ctrl+C ends.", err=True)
        rows = list(fields_of(self.kind).values())
        place, asked = 0, list[int]()
        while True:
            try:
                while place < len(rows):
                    if self._ask(rows[place]):
                        asked.append(place)
                    place += 1
                return self._id(id_)
            except BackError:
                if not asked:
                    click.echo("This is the first question.", err=True)
                    continue
                place = asked.pop()
                if rows[place].name == "sources":
                    self.sources.pop()
                self.values.pop(rows[place].name, None)

    @property
    def command(self) -> str:
        """The command line with all answers so far."""
        words = ["toolkit", "new", self.kind.value]
        for name, texts in self.values.items():
            for text in texts:
                words += [f"--{name.replace('_', '-')}", text]
        for text, role in self.sources:
            words += ["--evaluation" if role == "evaluation" else "--source", text]
        # Neither of the shells of Windows takes what others do.
        return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)

    def _missing(self) -> list[str]:
        open_rows = [row for row in fields_of(self.kind).values() if row.name not in self.values]
        needed = [
            row.name for row in open_rows if self.kind in row.required and row.name != "sources"
        ]
        if "year" in needed and "year" in self.values.get("unverified", ()):
            needed.remove("year")
        if self.values.get("level") == ["national"] and "countries" not in self.values:
            needed.append("countries")
        for row in open_rows:
            need = row.needs
            if need and need.always and need.is_met(self._first(need.field)):
                needed.append(row.name)
        bodies = {"organisations", "partners"}
        if bodies <= fields_of(self.kind).keys() and not bodies & set(self.values):
            needed.append("organisations")
        if self.kind is Kind.PRACTICE and not self.sources:
            needed.append("source")
        return needed

    def _first(self, name: str) -> str:
        return next(iter(self.values.get(name, ())), "")

    def _require(self) -> None:
        if missing := self._missing():
            names = ", ".join(f"--{name.replace('_', '-')}" for name in missing)
            raise ToolkitError(
                f"Outside a terminal, all required options must be given. Missing: {names}.",
                f"add these options; toolkit new {self.kind.value} --help explains them.",
            )

    def _ask(self, field: Field) -> bool:
        """Ask for a field; False if there is nothing to ask."""
        if field.name == "sources":
            return self.kind in field.required and self._ask_sources(field)
        given = self.values.get(field.name)
        if given and not self._refuses(self._objections(field, given)):
            return False
        if given:
            self.refused.add(field.name)
        self.values.pop(field.name, None)
        needed = field.name in self._missing()
        if field.name == "organisations":
            needed = False
        elif field.name == "partners":
            needed = "organisations" not in self.values
        elif not needed and field.use is not Use.ASKED and field.name not in self.refused:
            return False
        if answers := self._answers(field, needed=needed):
            self.values[field.name] = answers
        if field.name == "title":
            self._show_look_alikes()
        return True

    def _refuses(self, complaints: Sequence[str]) -> bool:
        """Whether there are complaints about the value of an option; shown above the question."""
        if complaints:
            click.echo()
            complain(complaints)
        return bool(complaints)

    def _show_look_alikes(self) -> None:
        """Show at once what a title looks like: anyone who sees their work there can stop."""
        draft = Draft(self.kind, "draft", self.values)
        if likes := look_alikes(draft, self.content):
            _show(likes)
            click.echo("If yours is one of them, press Ctrl+C.", err=True)

    def _answers(self, field: Field, *, needed: bool) -> list[str]:
        question = field.name.replace("_", " ").capitalize()
        about = field.about.replace("`", "")

        object_to = partial(self._objections, field)
        several = field.number is Number.LIST
        if options := options_of(field, self.kind, self.content, LANGUAGES["en"]):
            return ask_options(question, about, options, object_to, several=several, needed=needed)
        if several:
            about = f"{about} Separate several with ;"
        example = field.parts[0].example if field.parts else field.example.strip("[]")
        about = f"{about} Example: {example}"
        if needed and field.name == "year":
            # No question is about `unverified`, which would say so.
            about += " If nobody knows it: press Ctrl+C, and add --unverified year to the command."

        def parts_of(answer: str) -> list[str]:
            apart = ";" if field.form is Form.TEXT else "[;,]"
            parts = re.split(apart, answer) if several else [answer]
            return [one.strip() for one in parts if one.strip()]

        answer = ask_text(
            question, about, lambda given: object_to(parts_of(given[0])), needed=needed
        )
        return parts_of(answer)

    def _objections(self, field: Field, values: Sequence[str]) -> list[str]:
        found = objections(field.name, values, self.kind, self.content, self.day)
        errors = [one for one in found if one.severity is Severity.ERROR]
        words = [
            f"{one.finding.message} {one.finding.label or one.finding.hint}".strip()
            for one in errors or found
        ]
        if not errors:  # what is only to be thought about may be right, or said in the text
            complain(words)
        return words if errors else []

    def _ask_sources(self, field: Field) -> bool:
        evaluated = self.values.get("evidence") == ["evaluated"]
        object_to = partial(self._objections, field)
        kept = [one for one in self.sources if not self._refuses(object_to([one[0]]))]
        is_refused, self.sources = len(kept) < len(self.sources), kept
        roles = {role for _, role in self.sources}
        if not is_refused and self.sources and (not evaluated or "evaluation" in roles):
            return False
        role = "evaluation" if evaluated else "description"
        about = f"{field.about} Give {'the evaluation' if evaluated else 'the most useful one'}."
        text = ask_text("Source (address or title)", about, object_to, needed=True)
        self.sources.append((text, role))
        return True

    def _id(self, given: str) -> str:
        """The given or suggested id, which nothing else of this kind may have."""
        title = self._first("title")
        taken = names_taken(self.kind, self.content)
        is_asked = self.asking and (not given or self._refuses(self._object_to_id([given])))
        suggestion = "" if is_asked else given
        suggestion = suggestion or suggest_id(title, self._first("year"), taken)
        if is_asked:
            about = "The name of the file and of the page: a-z, 0-9 and hyphens. It never changes."
            suggestion = ask_text(
                "File name", about, self._object_to_id, needed=True, default=suggestion
            )
        if complaint := self._object_to_id([suggestion]):
            none = f"No name can be made from the title {quote(title)}."
            raise ToolkitError(
                complaint[0] if suggestion else none,
                "choose a name with --id, for example unodc-toolkit-2008.",
            )
        return suggestion

    def _object_to_id(self, values: Sequence[str]) -> list[str]:
        complaint = objection_to_id(values[0], self.kind, self.content)
        return [complaint] if complaint else []


def by_value(values: dict[str, list[str]], kind: Kind, content: Content) -> dict[str, list[str]]:
    """The values, with typed names as they are in files: `ilo` for ILO, `fr` for French.

    Lists are split at commas.
    """
    rows = fields_of(kind)
    found = {}
    for name, texts in values.items():
        row = rows[name]
        names = Names(options_of(row, kind, content, LANGUAGES["en"]))
        if row.number is Number.LIST and row.form is not Form.TEXT:
            texts = [part for text in texts for part in names.split(text)]
        found[name] = [names.value(text) for text in texts]
    return found


def distinguished(draft: Draft, content: Content, *, asking: bool) -> Draft | None:
    """Show what looks like the draft, and ask how it differs; None if it doesn't.

    Raises ToolkitError if there is nobody to ask.
    """
    likes = [
        one for one in look_alikes(draft, content) if one.document.id not in draft.distinct_from
    ]
    if not likes:
        return draft
    _show(likes)
    if not asking:
        options = " ".join(f'--distinct-from {one.document.id}="..."' for one in likes)
        raise ToolkitError(
            "The entry looks like another one; nothing was written.",
            f"if it is a different one, say how it differs: {options}",
        )
    try:
        if not click.confirm("Is yours a different one?", err=True):
            return None
        reasons = dict(draft.distinct_from)
        for one in likes:
            about = f'How does it differ from "{one.document.text("title")}"? Readers see this.'
            answer = ask_text("In one sentence", about, lambda _: (), needed=True)
            reasons[one.document.id] = " ".join(answer.split())
    except BackError:
        return distinguished(draft, content, asking=asking)
    return replace(draft, distinct_from=reasons)


def _show(likes: Sequence[Likeness]) -> None:
    click.echo("\nThese entries look similar. Each work has only one entry:", err=True)
    for one in likes:
        click.echo(f'  {one.document.source.path}: "{one.document.text("title")}"', err=True)


def write(folder: Path, draft: Draft) -> Path:
    """Write the file of a draft. Raises ToolkitError if it already exists or can't be written."""
    path = folder / draft.path
    if os.path.lexists(path):
        raise ToolkitError(
            f"{path} already exists; nothing was written.", "choose another name with --id."
        )
    write_files({path: draft.text().encode()}, {path: None})
    return path
