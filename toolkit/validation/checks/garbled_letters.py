"""Letters were damaged when the text was copied or saved.

A text that is saved in one encoding and opened in another shows `Ã©` for `é` and `â€™` for an
apostrophe, or a black diamond in place of a letter. Text that is copied from a PDF can have one
character for two letters, such as `ﬁ`, and no search finds its words. In a title or a summary,
which is plain text, `&amp;` and `&nbsp;` are shown as they are written, too.

## What to do

Type the letter that belongs there. If there are many, copy the text again from the document, and
save the file as UTF-8.

## Example

Wrong:

```yaml
title: CafÃ© &amp; Co.
```

Right:

```yaml
title: Café & Co.
```
"""

import html
import re
import unicodedata

from toolkit.problems import Finding, Findings, Fix, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import Passage
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

# Two or three bytes of UTF-8 read as Windows-1252. In capitals, "MAÇû" is a word.
_LETTER = re.compile(
    "(?<![A-ZÀ-Þ])[ÃÂ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ˜“”¦¢\u009d]?|[\ufffd\ue000-\uf8ff]+|[ﬀ-ﬆ]|[Ａ-Ｚａ-ｚ]+"
)
# A letter of one alphabet next to one of another.
_MIXED = re.compile(r"(?<!\w)\w*(?:[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z])\w*")
# An abbreviation with the ending of a Russian case.
_INFLECTED = re.compile(r"[A-Z][A-Z0-9]+[а-яё]{1,3}")
_CYRILLIC, _LATIN = "асеорхуіјѕАВСЕНКМОРТХІЈЅ", "aceopxyijsABCEHKMOPTXIJS"
# What programs that write texts put around their sources; unfinished-text reports it.
CITED = re.compile("\ue200\\w+\ue202[^\ue201\n]{0,200}\ue201?")
# A word that was cut at the end of a line, as in PDF files; "pre- and post-" is none.
_CUT = re.compile(
    r"(?<=[^\W\d_]{2})-\n[ \t>]{0,8}"
    r"(?=[^\W\d_]{2})(?!(?:and|as|but|into|nor|not|or|plus|rather|than|through|to|versus"
    r"|et|ou|ainsi|y|e|o|u|así|и|или|а|либо)\b)"
)
# Each damaged letter has one of these, which are found fast.
_SUSPECT = re.compile("[ÃÂâ\ufffd\ue000-\uf8ffﬀ-ﬆＡ-Ｚａ-ｚ]|[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,5}|#x[0-9A-Fa-f]{2,5});")


def check(context: Context) -> Findings:
    """Look at everything that readers get to read, and for HTML entities in plain text."""
    for document in context.content.texts:
        for passage in context.fields(document):
            yield from _damaged(passage)
            for match in _ENTITY.finditer(passage.text):
                letter = html.unescape(match[0])
                if letter != match[0]:
                    message = f"Readers would see {quote(match[0])}: this field is plain text."
                    label = "write a space" if letter.isspace() else f"write {letter}"
                    hint = "only web pages are written with such codes."
                    yield passage.finding(match, message, label, hint)
    for passage in context.bodies:
        yield from _damaged(passage)


def _damaged(passage: Passage) -> Findings:
    yield from _cut_words(passage)
    if _SUSPECT.search(passage.text):
        yield from _mixed_words(passage)
        yield from _damaged_letters(passage)


def _cut_words(passage: Passage) -> Findings:
    for match in _CUT.finditer(passage.text) if "-\n" in passage.text else ():
        message = "Readers would see a space after this hyphen, in the middle of a word."
        label = "join the word on one line"
        hint = "a line break is shown as a space."
        yield passage.finding(passage.at(match.start(), 1), message, label, hint)


def _mixed_words(passage: Passage) -> Findings:
    for match in _MIXED.finditer(passage.text):
        if meant := _in_one_alphabet(match[0]):
            place = passage.of(match)
            message = f"{quote(match[0])} mixes letters of two alphabets that look the same."
            hint = "no search finds such a word; toolkit check --fix corrects it."
            fix = Fix(place, meant)
            yield Finding(message, place, f"write {meant}", hint, passage.name, (fix,))


def _damaged_letters(passage: Passage) -> Findings:
    cited = {place for match in CITED.finditer(passage.text) for place in range(*match.span())}
    for match in _LETTER.finditer(passage.text):
        if match.start() in cited:
            continue
        place = passage.of(match)
        fixes: tuple[Fix, ...] = ()
        if "ﬀ" <= match[0] < "\ufffd":
            letters = unicodedata.normalize("NFKC", match[0])
            message = f"{quote(match[0])} is one character for {letters}, which no search finds."
            hint = "such characters come from PDF files; toolkit check --fix corrects it."
            if match[0] > "ﬆ":
                message = f"{quote(match[0])} is written in wide letters."
                hint = "such letters are for columns of Chinese; toolkit check --fix corrects it."
            label = f"write {letters}"
            fixes = (Fix(place, letters),)
        else:
            lost = match[0][0] >= "\ue000"
            at_start = passage.text[match.start() - 1 : match.start()] in ("", "\n")
            if lost and at_start and passage.text[match.end() : match.end() + 1].isspace():
                continue  # the bullet of a list, which typed-bullet reports
            meant = _meant(match[0]).strip()
            message = (
                "A letter was lost here." if lost else f"{quote(match[0])} is a damaged letter."
            )
            label = f"write {meant}" if meant else "type the letter that belongs here"
            hint = "copy the text again from the document, and save the file as UTF-8."
        yield Finding(message, place, label, hint, passage.name, fixes)


def _in_one_alphabet(word: str) -> str:
    """A word of which a few letters are from another alphabet, and look the same; or nothing."""
    if _INFLECTED.fullmatch(word):
        return ""
    latin = [letter for letter in word if letter.isascii() and letter.isalpha()]
    cyrillic = [letter for letter in word if "Ѐ" <= letter <= "ӿ"]
    if len(cyrillic) < len(latin) and set(cyrillic) <= set(_CYRILLIC):
        return word.translate(str.maketrans(_CYRILLIC, _LATIN))
    if len(latin) < len(cyrillic) and set(latin) <= set(_LATIN):
        return word.translate(str.maketrans(_LATIN, _CYRILLIC))
    return ""


def _meant(text: str) -> str:
    """The letter whose bytes were read as Windows-1252; empty if unclear."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
