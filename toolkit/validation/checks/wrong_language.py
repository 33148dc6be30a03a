"""A text is written in another language than its file says.

`guide.md` is in English, `guide.fr.md` in French. Under a wrong name, readers are offered a text
that they may not understand, searches don't find it, and programs that read aloud mispronounce it.

## What to do

If the file name has the wrong language, rename the file. Otherwise, translate the text. An entry in
English comes first; a text in another language can then be saved as its translation.

## Example

Wrong, in `guide.md`:

```yaml
summary: Il explique aux inspecteurs et aux avocats comment ils peuvent reconnaître la traite.
```

Right:

```yaml
summary: It explains to inspectors and lawyers how they can recognize trafficking.
```
"""

import re

from toolkit.content.document import Document
from toolkit.content.schema import Form
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage, of_body, of_leaf
from toolkit.validation.places import is_misnamed_translation, unstamped

SEVERITY = Severity.WARNING

# Names of works and people keep their language.
_SPARED = frozenset({"title", "asked", "sources", "partners", "translator", "reviewed"})
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
# Whole sentences, rather than headings and lists of names; without titles of works and quotations.
_BLOCK = re.compile(r"(?m)^[ \t]*[^\s>].*(?:\n(?![ \t]*(?:[-*+|#>]|\d{1,9}[.)])[ \t]).*\S.*)*")
_SENTENCE_ENDS = re.compile(r"[.!?؟。！？][\"'”’»)\]*_]*\s*\Z")
_NAMED = re.compile(r"([*_]{1,3}|\")[^*_\"\n]+\1|“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|《[^《》]+》")
_FIRST_WORDS = re.compile(r"[^\W\d_]+(?:[^\w\n]+[^\W\d_]+){0,4}")
_FEWEST_LETTERS = 30
# The lowest share in a real text is a third, in Chinese among many names of fields and programs.
_OWN_LETTERS = 0.2
# Many times what any real text has: its other words are at most a fifth of its own.
_FEWEST_WORDS, _TIMES = 5, 3
# The words of each language that no other one has, and that no text can do without.
_COMMON_WORDS = {
    tag: language.stop_words.difference(
        *(other.stop_words for other in LANGUAGES.values() if other is not language)
    )
    for tag, language in LANGUAGES.items()
}


def check(context: Context) -> Findings:
    """Compare the letters and the common words of each text with those of its language."""
    copied = unstamped(context.content)
    for document in context.content.texts:
        if document.source.path in copied or is_misnamed_translation(document):
            continue
        found = foreign_passage(document)
        if found is None:
            continue
        passage, words, tag = found
        names = LANGUAGES["en"].language_name
        own, other = names(document.language), names(tag) if tag else "another language"
        file = f"{(document.of or document.path).rpartition('/')[2]}.{tag}.md"
        hint = "translate it."
        if tag and not document.of:
            hint = f"write it in English. This text can then be its translation, {file}."
        elif tag not in ("", "en"):
            hint = f"if the file name has the wrong language, rename it to {file}; or translate it."
        yield Finding(
            f"By its file name, this text is {own}, but it looks like {other}.",
            passage.of(words),
            "in another language",
            hint,
            passage.name,
        )


def foreign_passage(document: Document) -> tuple[Passage, re.Match[str], str] | None:
    """Where a text in another language begins, its first words, and the tag of that language.

    The tag is empty if unknown. Texts are the body, and all fields together: a few words alone tell
    too little.
    """
    if document.front is None:
        return None
    fields = [of_leaf(one, document) for one in document.of_form(Form.TEXT)]
    fields = [one for one in fields if re.split(r"[.\[]", one.name)[0] not in _SPARED]
    body = of_body(document)
    blocks = [one for one in _BLOCK.finditer(body.text) if _SENTENCE_ENDS.search(one[0])]
    begin = blocks[0].start() if blocks else 0
    for first, start, texts in (
        (body, begin, [one[0] for one in blocks]),
        (next(iter(fields), body), 0, [one.text for one in fields]),
    ):
        tag = _language_of(_NAMED.sub(" ", " ".join(texts)), document.language)
        words = _FIRST_WORDS.search(first.text, start)
        if tag != document.language and words:
            return first, words, tag
    return None


def _language_of(text: str, own: str) -> str:
    letters = len(_LETTER.findall(text))
    if letters < _FEWEST_LETTERS:
        return own
    scripts = dict.fromkeys((LANGUAGES[own].letters, *(one.letters for one in LANGUAGES.values())))
    shares = {one: len(re.findall(f"[{one}]", text)) / letters for one in scripts}
    script = max(shares, key=lambda one: shares[one])
    if shares[LANGUAGES[own].letters] >= _OWN_LETTERS:
        script = LANGUAGES[own].letters
    elif shares[script] < _OWN_LETTERS:
        return ""
    words = _WORD.findall(text.lower())
    counts = {
        tag: sum(word in common for word in words)
        for tag, common in _COMMON_WORDS.items()
        if LANGUAGES[tag].letters == script
    }
    likely = max(counts, key=lambda tag: counts[tag])
    if own not in counts or counts[likely] >= max(_FEWEST_WORDS, _TIMES * counts[own] + 1):
        return likely
    return own
