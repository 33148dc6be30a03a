"""The form's script without a page, run by QuickJS as browsers would run it."""

import json
from functools import cache
from typing import Any

import quickjs

from toolkit.authoring.editing import sections_of
from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.schema import Kind
from toolkit.forms.data import form_data, works_data, works_in_language
from toolkit.forms.entries import entry_data, values_of
from toolkit.forms.files import form_script
from toolkit.languages import LANGUAGES

_SETUP = """\
// All contents have the same patterns; to make them would take most of the time of a form.
const patterns = {};
RegExp = new Proxy(RegExp, {
  construct: (kind, given) => patterns[given] || (patterns[given] = new kind(...given)),
});
function make(raw, day) {
  const data = toolkitWrite.prepare(JSON.parse(raw));
  const likes = toolkitWrite.makeLikes(data);
  const asked = {
    check: (entry) => toolkitWrite.check(data, entry, day),
    file: (entry) => toolkitWrite.newFile(data, entry),
    changed: (given) => toolkitWrite.changedFile(data, ...given),
    message: ([entry, source]) => toolkitWrite.messageOf(data, entry, source),
    likes: ([values, id]) => likes(values, id).map((one) => toolkitWrite.idOf(one[0])),
    headings: (kind) => data.sections[kind].map((one) => one[0]),
    typed: ([row, text]) => toolkitWrite.textTyped(row, text),
    chosen: ([name, text]) => {
      const names = toolkitWrite.makeNames(data.lists[name]);
      return toolkitWrite.valuesTyped(names, text, names.has);
    },
    label: ([name, value]) => toolkitWrite.makeNames(data.lists[name]).label(value),
    meant: ([name, text]) => toolkitWrite.makeNames(data.lists[name]).meant(text),
    divided: ([kind, text]) => toolkitWrite.dividedText(text, data.sections[kind], ""),
    years: (text) => toolkitWrite.yearsOf(text),
    id: ([title, year, taken]) => toolkitWrite.suggestId(title, year, new Set(taken)),
  };
  return (name, given) => JSON.stringify(asked[name](JSON.parse(given)));
}
"""


@cache
def script() -> Any:
    """The script as a browser has it once the page is loaded; it keeps nothing of a form."""
    context: Any = quickjs.Context()
    context.eval("var window = globalThis;")
    # QuickJS has none.
    context.eval(
        "class TextEncoder { encode(text) { return "
        "Array.from(unescape(encodeURIComponent(text)), (one) => one.charCodeAt(0)); } }"
    )
    context.eval(form_script())
    context.eval(_SETUP)
    return context


class Form:
    """The form for some content in a language, as of a day."""

    def __init__(self, content: Content, day: str, tag: str = "en") -> None:
        titles = {one.path: one.text("title") for one in (*content.entries, *content.tasks)}
        data = form_data(content, LANGUAGES[tag])
        raw = json.dumps(data | works_in_language(works_data(content), titles))
        # Cases differ in one entry: cache the answers about the others.
        self._ask = cache(script().eval("make")(raw, day))

    def ask(self, name: str, given: object) -> Any:
        """The result of one of the script's functions."""
        return json.loads(self._ask(name, json.dumps(given)))


def written(entry: Document) -> dict[str, Any]:
    """An entry or task as the form holds it."""
    sections = sections_of(entry)
    whole = sections.pop("")
    if entry.kind is Kind.RESOURCE:
        sections = {"": whole}
    return {
        "kind": entry.kind.value,
        "id": entry.id,
        "values": values_of(entry),
        "sections": {name: text.strip("\n") for name, text in sections.items()},
        "home": entry.pillar,
        "was": sections,
    }


def source_of(entry: Document) -> dict[str, Any]:
    """An entry as the form opens it for correction."""
    return entry_data(entry, "0" * 64)
