"""The file of a new entry: the facts given, what else can be said, and where to write it."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from toolkit.authoring.ids import is_id
from toolkit.authoring.yaml_lines import field_lines
from toolkit.content.document import Document
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import Content
from toolkit.content.schema import LONGEST_ID, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.content.task_schema import TASK_SECTIONS
from toolkit.languages import LANGUAGES
from toolkit.problems import Problem
from toolkit.source import SourceFile
from toolkit.validation.duplicates import Duplicates, Likeness
from toolkit.validation.runner import problems_at
from toolkit.validation.words import quote

# What each section of a practice must say, in the order of the sections.
PROMPTS = (
    "To be written: what the problem was, where, and for whom; what had been tried before.",
    "To be written: who does what, since when, and how; enough to imagine the first steps.",
    "To be written: what is known about the results; each figure with its year and its source.",
    "To be written: what is needed for it to work elsewhere: law, money, people, trust.",
    "To be written: what does not work, who is left out, what is not known; never leave it empty.",
)
# The same for a task, below the headings that all tasks have.
TASK_PROMPTS = (
    "To be written: what to find out or to agree on before anything else.",
    "To be written: what to do, in order, in numbered lines.",
    "To be written: what would harm people or the case.",
)
# And for each entry that a task chooses.
_CHOICE = {
    "use": "To be written: what to take from it, and for which step.",
    "caution": "To be written: how old it is, where it does not apply, what it leaves out.",
}
_WIDTH = 100
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")

# What a draft with only one field always has.
_OF_THE_REST = frozenset(
    ("missing-field", "dangling-field", "level-mismatch", "wrong-folder", "unfinished-text")
)

Values = Mapping[str, Sequence[str]]


def path_of(kind: Kind, pillar: str, id_: str) -> str:
    """Where the file of a new entry or task goes, relative to the content folder."""
    return f"tasks/{id_}.md" if kind is Kind.TASK else f"{pillar}/{kind.value}s/{id_}.md"


def names_taken(kind: Kind, content: Content) -> Mapping[str, Document]:
    """What a new entry or task can't be named, since these are: entries or tasks, by id."""
    return {task.id: task for task in content.tasks} if kind is Kind.TASK else content.by_id


def objection_to_id(id_: str, kind: Kind, content: Content) -> str:
    """Why a new or renamed entry or task can't have an id; empty if it can."""
    what = "a task" if kind is Kind.TASK else "an entry"
    taken = names_taken(kind, content)
    # Many disks take Guide.md and guide.md for one file.
    same = id_ if id_ in taken else next((one for one in taken if one.casefold() == id_), None)
    if same is not None:
        return f'"{same}" is already the name of {what}: {taken[same].source.path}.'
    former = content.renamed_tasks if kind is Kind.TASK else content.renamed
    if id_ in former:
        return f'"{id_}" is the former name of {what}: {taken[former[id_]].source.path}.'
    if not is_id(id_):
        return (
            f"{quote(id_)} can't name {what}: use at most {LONGEST_ID} of a-z, 0-9 and hyphens, "
            "not only digits."
        )
    return ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A new entry.

    `values` are texts by field name; `sources` are pairs of text and role, and `distinct_from` maps
    the ids of entries that look like it to the reasons why it is a different one.
    """

    kind: Kind
    id: str
    values: Values
    sources: Sequence[tuple[str, str]] = ()
    distinct_from: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where the file goes, relative to the content folder; an entry's first pillar decides."""
        pillar = next(iter(self.values.get("pillars", ())), "prevention")
        return path_of(self.kind, pillar, self.id)

    def text(self) -> str:
        """The whole file."""
        lines = ["---", *self._given(), *self._possible(), "---"]
        for heading, prompt in prompts(self.kind):
            lines += ["", f"## {heading}", "", f"*{prompt}*"]
        return "\n".join(lines) + "\n"

    def _given(self) -> Iterator[str]:
        for name, row in fields_of(self.kind).items():
            values = self.values.get(name, ())
            if name == "sources" and self.sources:
                yield from field_lines(row, [_source(*source) for source in self.sources])
            elif name == "distinct_from" and self.distinct_from:
                yield from field_lines(row, self.distinct_from)
            elif name == "choices" and values:
                yield from field_lines(row, [{"entry": value, **_CHOICE} for value in values])
            elif values:
                yield from field_lines(row, values if row.number is Number.LIST else values[0])

    def _possible(self) -> Iterator[str]:
        yield "# Lines that begin with # are notes for you. To say more, remove the # from a"
        yield "# line below and write your own value; then delete the notes that you do not need."
        for name, row in fields_of(self.kind).items():
            open_ = self.kind not in row.required and name not in self.values
            if open_ and row.use in (Use.ASKED, Use.NOTED):
                about = row.about.replace("`", "")
                yield "#"
                yield from textwrap.wrap(about, _WIDTH, initial_indent="# ", subsequent_indent="# ")
                yield f"# {name}: {row.example}"


def prompts(kind: Kind) -> Iterable[tuple[str, str]]:
    """The headings of a new file, each with a prompt for what to write below it."""
    if kind is Kind.PRACTICE:
        return zip(LANGUAGES["en"].sections, PROMPTS, strict=True)
    return zip(TASK_SECTIONS, TASK_PROMPTS, strict=True) if kind is Kind.TASK else ()


def document_of(draft: Draft, content: Content) -> Document:
    """The draft as it would be read from its file."""
    source = SourceFile(f"{content.prefix}/{draft.path}", draft.text())
    folder = "" if draft.kind is Kind.TASK else draft.path.partition("/")[0]
    return document_from(source, draft.path, place=(draft.kind, folder))


def look_alikes(draft: Draft, content: Content) -> list[Likeness]:
    """The entries that look like the draft, most similar first."""
    if draft.kind is Kind.TASK:
        return []
    return Duplicates(content).of(document_of(draft, content))


def problems_of(draft: Draft, content: Content, day: date) -> list[Problem]:
    """What the checks would say about the draft if it were among the other entries.

    Unwritten sections are not reported, since that is what makes it a draft.
    """
    found = _found_in(document_of(draft, content), content.documents, content, day)
    return [one for one in found if one.id != "unfinished-text"]


def objections(
    name: str, values: Sequence[str], kind: Kind, content: Content, day: date
) -> list[Problem]:
    """What the checks say about the values of one field alone."""
    if name == "sources":
        draft = Draft(kind, "draft", {}, [(text, "description") for text in values])
    else:
        draft = Draft(kind, "draft", {name: values})
    # The checks judge a task by the entries that it chooses.
    others = content.documents if kind is Kind.TASK else ()
    own = re.compile(rf"{name}(?:\[|$)")
    return [
        one
        for one in _found_in(document_of(draft, content), others, content, day)
        if (own.match(one.finding.field) or one.id == "control-character")
        and one.id not in _OF_THE_REST
    ]


def _found_in(
    document: Document, others: Iterable[Document], content: Content, day: date
) -> list[Problem]:
    """What the checks would find in a document if it and the others were the content.

    Without translations: they say nothing about it, and their originals may not be there.
    """
    documents = sorted((*others, document), key=lambda one: one.source.path)
    whole = replace(content, documents=tuple(documents), translations=())
    return problems_at({document.source.path}, whole, day)


def _source(text: str, role: str) -> dict[str, str]:
    return {"url" if ADDRESS.match(text) else "title": text, "role": role}
