"""A text is not in the language that its file name says.

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
from collections import Counter

from toolkit.content.document import Document
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage, of_body
from toolkit.validation.places import is_misnamed_translation, is_misplaced

SEVERITY = Severity.WARNING

# Names of works and people keep their language.
_SPARED = frozenset({"title", "asked", "sources", "partners", "translator", "reviewed"})
_WORD = re.compile(r"[^\W\d_]+")
# Whole sentences, rather than headings and lists of names; without titles of works, quotations and
# addresses.
_BLOCK = re.compile(r"(?m)^[ \t]*[^\s>].*(?:\n(?![ \t]*(?:[-*+|#>]|\d{1,9}[.)])[ \t]).*\S.*)*")
_SENTENCE_ENDS = re.compile(r"[.!?؟。！？][\"'”’»)\]*_]*\s*\Z")
_NAMED = re.compile(
    r"([*_]{1,3}|\")[^*_\"\n]+\1|“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|《[^《》]+》"
    r"|(?<=\])\([^()\s]*\)|https?://[!-~]+"
)
_FIRST_WORDS = re.compile(r"[^\W\d_]+(?:[^\w\n]+[^\W\d_]+){0,4}")
_FEWEST_LETTERS = 30
# The lowest share in a real text is a third, in Chinese among many names of fields and programs.
_OWN_LETTERS = 0.2
# Many times what any real text has: its other words are at most a fifth of its own.
_FEWEST_WORDS, _TIMES = 5, 3
# Of a practice, at this level of headings; some names of sections are the same in two languages.
_FEWEST_SECTIONS, _SECTION = 3, 2
# The language of each word that no other one has, and that no text can do without.
_COMMON_WORDS = {
    word: tag
    for tag, language in LANGUAGES.items()
    for word in language.stop_words.difference(
        *(other.stop_words for other in LANGUAGES.values() if other is not language)
    )
}


def check(context: Context) -> Findings:
    """Compare the letters and the common words of each text with those of its language."""
    for document in context.content.texts:
        is_elsewhere = is_misplaced(document) or is_misnamed_translation(document)
        if document.source.path in context.unstamped or is_elsewhere:
            continue
        found = foreign_passage(context, document)
        if found is not None and not foreign_sections(context, document):
            yield in_another_language(document, *found)


def in_another_language(
    document: Document, passage: Passage, words: re.Match[str], tag: str
) -> Finding:
    """The finding for what `foreign_passage` has found."""
    names = LANGUAGES["en"].language_name
    own, other = names(document.language), names(tag) if tag else "another language"
    file = f"{(document.of or document.path).rpartition('/')[2]}.{tag}.md"
    hint = "translate it."
    if tag and not document.of:
        hint = f"write it in English. This text can then be its translation, {file}."
    elif tag not in ("", "en"):
        hint = (
            f"if the file name has the wrong language, and there is no {file}, rename it to that; "
            "or translate it."
        )
    message = f"By its file name, this text is {own}, but it looks like {other}."
    label = "in another language"
    return passage.finding(words, message, label, hint)


def foreign_sections(context: Context, document: Document) -> Finding | None:
    """The finding for a practice all of whose text and headings are in one other language."""
    headings = {one.text for one in document.outline.headings if one.level == _SECTION}
    found = foreign_passage(context, document) if len(headings) >= _FEWEST_SECTIONS else None
    tag = found[2] if found else ""
    if found is None or not tag or not headings <= {*LANGUAGES[tag].sections}:
        return None
    return in_another_language(document, *found)


def foreign_passage(
    context: Context, document: Document
) -> tuple[Passage, re.Match[str], str] | None:
    """Where a text in another language begins, its first words, and the tag of that language.

    The tag is empty if unknown. Texts are the body, and all fields together: a few words alone tell
    too little.
    """
    if document.front is None:
        return None
    fields = [one for one in context.fields(document) if one.top not in _SPARED]
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
    words = _WORD.findall(text.lower())
    # The range of a script has digits and punctuation, too.
    letters = "".join(words)
    if len(letters) < _FEWEST_LETTERS:
        return own
    script = LANGUAGES[own].letters
    if _number_of(script, letters) < _OWN_LETTERS * len(letters):
        scripts = dict.fromkeys(one.letters for one in LANGUAGES.values())
        script = max(scripts, key=lambda one: _number_of(one, letters))
        if _number_of(script, letters) < _OWN_LETTERS * len(letters):
            return ""
    counts = Counter(map(_COMMON_WORDS.get, words))
    tags = [tag for tag, language in LANGUAGES.items() if language.letters == script]
    likely = max(tags, key=lambda tag: counts[tag])
    if own not in tags or counts[likely] >= max(_FEWEST_WORDS, _TIMES * counts[own] + 1):
        return likely
    return own


def _number_of(script: str, letters: str) -> int:
    return len(letters) - len(re.sub(f"[{script}]+", "", letters))
