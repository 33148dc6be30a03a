"""The table of the fields of a translation, in the same form as that of entries."""

from dataclasses import replace
from functools import partial

from toolkit.content.entry_schema import FIELDS
from toolkit.content.schema import TRANSLATIONS, Field, Form, Kind
from toolkit.content.task_schema import TASK_FIELDS

_OF_TASK = frozenset({Kind.TASK_TRANSLATION})


def _shared(name: str, kinds: frozenset[Kind], table: tuple[Field, ...]) -> Field:
    """A row from another table that translations share, without its length, since theirs differ."""
    row = next(field for field in table if field.name == name)
    parts = tuple(
        replace(part, kinds=kinds, required=kinds) for part in row.parts if part.name != "digest"
    )
    return replace(row, kinds=kinds, required=kinds, parts=parts, max_length=0)


_part = partial(Field, kinds=TRANSLATIONS, required=TRANSLATIONS)

TRANSLATION_FIELDS: tuple[Field, ...] = (
    _shared("title", TRANSLATIONS, FIELDS),
    _shared("summary", TRANSLATIONS, FIELDS),
    _shared("asked", _OF_TASK, TASK_FIELDS),
    _shared("choices", _OF_TASK, TASK_FIELDS),
    # Programs that translate whole files translate the names of fields, too.
    _part(
        "translator",
        Form.TEXT,
        "Who translated it; `machine` where nobody did.",
        "machine",
        other_names="translated_by traducteur traductrice traductor traductora переводчик المترجم "
        "译者",
    ),
    Field(
        "reviewed",
        Form.GROUP,
        "Who read the translation against the original, and when; `false` where nobody did.",
        "false",
        TRANSLATIONS,
        other_names="reviewed_by reviewer revu revise relu revisado проверено مراجعة 已审核",
        parts=(
            _part("by", Form.TEXT, "Who reviewed it.", "UNODC, language services"),
            _part("on", Form.DATE, "The day.", "2026-11-25"),
        ),
    ),
    _part(
        "source_digest",
        Form.DIGEST,
        "The text of the original that was translated. `toolkit translation stamp` writes it.",
        "sha256:1f0c...",
    ),
)
