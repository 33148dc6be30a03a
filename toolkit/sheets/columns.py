"""The columns of a sheet, made from the table of fields and the sections of a practice."""

from collections.abc import Collection
from dataclasses import dataclass

from toolkit.authoring.draft import prompts
from toolkit.authoring.editing import WHOLE_TEXT
from toolkit.content.schema import Field, Form, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.languages import LANGUAGES

ID = "id"
SHEETS = {Kind.RESOURCE: "Resources", Kind.PRACTICE: "Practices"}

# As the form on the site explains the fields; everything in a sheet is English.
_WORDS = LANGUAGES["en"].strings
_ID_HELP = "Leave it empty for a new entry. Never change it for an existing one."
_TEXT_HELP = "Where the summary says too little."
_SEVERAL = " Separate several with ;."
_GROUPS = " One on each line, its parts separated by |"
_REASONS = " One on each line: the id of the entry, a colon, the reason."


@dataclass(frozen=True, slots=True)
class Column:
    """One column: for a field, a part of a field, or a section (`section` is its heading).

    `field` is what a cell holds, which may be a part; `top` is the field in the file. Columns that
    aren't `foremost` are collapsed in a workbook to fill in.
    """

    name: str
    label: str
    help: str
    top: str = ""
    field: Field | None = None
    section: str | None = None
    required: bool = False
    foremost: bool = True
    other_names: str = ""

    @property
    def other_labels(self) -> tuple[str, ...]:
        """What else people may call it; among that, what the site does."""
        return (*self.other_names.split(), str(_WORDS.get(f"field.{self.name}", self.label)))

    @property
    def is_long(self) -> bool:
        """Whether its cells contain sentences."""
        return self.section is not None or self.name == "summary"


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns for a kind, from left to right; those for tasks are only used in emails."""
    columns = [Column(ID, _label(ID), _ID_HELP)]
    for field in fields_of(kind).values():
        if field.form is Form.GROUP and field.number is Number.ONE:
            columns += [_part(field, part) for part in field.parts]
        else:
            columns.append(_column(field, kind))
    words = "write.task-section" if kind is Kind.TASK else "write.section"
    columns += [
        Column(heading, heading, str(_WORDS[f"{words}.{place}"]), section=heading)
        for place, (heading, _) in enumerate(prompts(kind), 1)
    ]
    if kind is Kind.RESOURCE:
        columns.append(Column("text", "Text", _TEXT_HELP, section=WHOLE_TEXT))
    return tuple(columns)


def absent_parts(kind: Kind, present: Collection[Column]) -> tuple[Column, ...]:
    """The columns that a sheet lacks while it has others for parts of the same group."""
    groups = {one.top for one in present if one.name != one.top} - {""}
    return tuple(one for one in columns_of(kind) if one.top in groups and one not in present)


def label_of(kind: Kind, name: str) -> str:
    """The heading of the column with this name."""
    return next((one.label for one in columns_of(kind) if one.name == name), _label(name))


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _column(field: Field, kind: Kind) -> Column:
    required = kind in field.required
    help_text = _WORDS.get(f"write.help.{field.name}", field.about)
    about = str(help_text).replace("`", "")
    if field.form is Form.PROVISION:  # the form on the site offers names, cells don't
        about = f"{field.about} As {field.example.strip('[]')}."
    if field.form is Form.GROUP:
        about += f"{_GROUPS}: {' | '.join(part.name for part in field.parts)}"
    elif field.number is Number.KEYED:
        about += _REASONS
    elif field.number is not Number.ONE:
        about += _SEVERAL
    start = "Required. " if required else ""
    return Column(
        field.name,
        _label(field.name),
        f"{start}{about}",
        field.name,
        field,
        required=required,
        foremost=required or field.use is Use.ASKED,
        other_names=field.other_names,
    )


def _part(field: Field, part: Field) -> Column:
    about = part.about.replace("`", "")
    several = _SEVERAL if part.number is not Number.ONE else ""
    name = f"{field.name}.{part.name}"
    label = f"{_label(field.name)}: {part.name.replace('_', ' ')}"
    words = f"{about}{several}"
    return Column(name, label, words, field.name, part, foremost=False, other_names=part.name)
