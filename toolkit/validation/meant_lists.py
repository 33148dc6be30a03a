"""The list that somebody meant who wrote something else."""

import re
from collections.abc import Callable

from toolkit.content.entry_schema import FIELDS
from toolkit.content.matching import BETWEEN_ITEMS
from toolkit.content.schema import Form
from toolkit.content.tables import ROWS
from toolkit.validation.language_tags import un_languages
from toolkit.validation.several import parts, provisions
from toolkit.validation.words import unquoted, yaml_item

VOCABULARIES = {field.name: field.vocabulary for field in FIELDS if field.vocabulary}
FORMS = {field.name: field.form for field in ROWS}
_CODES = re.compile(r"[A-Za-z]{2}(?: [A-Za-z]{2})+")
_WORD = re.compile(r"[a-z0-9-]+|[A-Z]{2}")
_BULLET = re.compile(r"^(?:- |\d{1,2}[.)] )?[•·‣◦▪●■○–—*]*")
LONGEST = 200


def as_items(written: str, *, begins_line: bool) -> str:
    """The label for a value in a file of lists: the list that it was meant to be."""
    if len(written) > LONGEST and "\n" not in written:
        return ""
    first = written.partition("\n")[0]
    if re.match(r"\{?(?:en|fr|es|ar|ru|zh):", written):
        return "write only the list, without its language"
    if written.startswith("{") and not begins_line:
        return f"write it in brackets: [{written}]"
    if written.startswith("{") or re.match(r"[a-z_]+: ", written):
        more = ", and two spaces before each line below it" if "\n" in written else ""
        return f"write a hyphen and a space before it: - {first}{more}"
    if "\n" in written or re.match(r"[-–—•*]", written):
        return "begin each line of the list with a hyphen and a space"
    # Between quotation marks, an apostrophe is doubled.
    text = unquoted(written.strip("[] ")).replace("''", "'")
    items = (one.strip() for one in BETWEEN_ITEMS.split(text))
    return f"write it in brackets: [{', '.join(map(yaml_item, filter(None, items)))}]"


def as_list(name: str, text: str, meant: Callable[[str, str], str]) -> str:
    """The value as the list that it was meant to be; empty where that is not clear."""
    form = FORMS.get(name)
    if re.fullmatch(r"\[.*\]", unquoted(text)) and unquoted(text) != text:
        return f"remove the quotation marks: {unquoted(text)}"
    if form is Form.LANGUAGE and (tags := un_languages(text)):
        return f"write it in brackets: [{tags}]"
    items = [*filter(None, (_BULLET.sub("", line.strip()).strip() for line in text.split("\n")))]
    if form is Form.TEXT and len(items) == 1:
        items = [part.strip() for part in items[0].split(";") if part.strip()]
    if form is None or len(text) > LONGEST or not re.search(r"\w", text):
        return ""
    if len(items) == 1 and form is Form.PROVISION:
        found = provisions(unquoted(items[0]))
        return f"write it in brackets: [{', '.join(found)}]" if found else ""
    if len(items) == 1 and form is Form.PATH:
        items = [items[0].removeprefix("/").removesuffix(".html")]
    elif len(items) == 1 and form is not Form.TEXT and meant(name, items[0]) in ("", items[0]):
        # A name of one term may hold a space, and a comma.
        items = parts(items[0])
        words = form in (Form.TERM, Form.ENTRY) or _CODES.fullmatch(items[0])
        several = parts(items[0], words=bool(words)) if len(items) == 1 else []
        if all(_WORD.fullmatch(item) or meant(name, item) not in ("", item) for item in several):
            items = several or items
    elif len(items) == 1 and "," in items[0] and form is Form.TEXT:
        names = ", ".join(yaml_item(part.strip()) for part in items[0].split(","))
        return f"write it in brackets: [{names}], or if it is one name: [{yaml_item(items[0])}]"
    items = list(dict.fromkeys(meant(name, item) for item in items))
    if not all(items):
        terms = VOCABULARIES.get(name)
        return f"write a list of terms of docs/vocabularies/{terms}.yml" if terms else ""
    if any(", " in item for item in items) and name in VOCABULARIES:
        return f"choose from these, in brackets: [{', '.join(items)}]"
    if any(sign in item for item in items for sign in "[]{}'\":#,"):
        return ""
    return f"write it in brackets: [{', '.join(items)}]"
