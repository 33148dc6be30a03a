"""Texts as pages show them: escaped letters become the letters they stand for."""

import re
import unicodedata
from dataclasses import replace

from toolkit.content.references import REFERENCE, meant
from toolkit.validation.passages import Passage

# The last is percent-encoding, as in addresses.
_REFERENCE = rf"{REFERENCE}|%[2-7][0-9a-f]"
# Backslashes before a character or reference belong to it; programs that convert double them.
_MARKDOWN = rf"{_REFERENCE}|\\+(?:{_REFERENCE}|[!-/:-@\[-`{{-~])"
# Marks of emphasis and code within a word, full-width characters of Chinese keyboards, and
# characters that nobody sees. Overrides, for which there is a check, are among them within a word.
_UNSEEN = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff"
_MARKS = (
    r"|[*`](?<=[\w@.+-][*`])[*`]{0,2}(?=[\w@.+&%\\-])|[＠﹫＋．－]"
    rf"|(?:[{_UNSEEN}]|(?<=[\w@.+-])[\u202d\u202e])[{_UNSEEN}\u202d\u202e]*"
)
# In quotation marks, YAML has its own escapes.
_YAML = r"|\\(?-i:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U000[0-9A-Fa-f]{5})"
_CHARACTER = re.compile(rf"[\\&%*`＠﹫＋．－{_UNSEEN}\u202d\u202e]")
_IN_BODIES = re.compile(_MARKDOWN + _MARKS, re.IGNORECASE)
_IN_FIELDS = re.compile(_MARKDOWN + _MARKS + _YAML, re.IGNORECASE)


def as_shown(passage: Passage) -> Passage:
    """The passage with the letters that readers see, each on its line.

    Backslashes and references in code are replaced too: readers can tell what they stand for.
    """
    text = passage.text
    if not _CHARACTER.search(text):
        return passage
    pieces: list[str] = []
    lost: list[tuple[int, int]] = []
    done = length = 0
    for match in (_IN_FIELDS if passage.name else _IN_BODIES).finditer(text):
        letters = _letters(match[0])
        pieces += (text[done : match.start()], letters)
        length += match.start() - done + len(letters)
        done = match.end()
        lost.append((length, done - length))
    return replace(passage, text="".join((*pieces, text[done:])), lost=tuple(lost))


def _letters(written: str) -> str:
    if written[0] in "*`\u034f" or not written[0].isprintable():
        return ""
    bare = written.lstrip("\\")
    if bare.startswith("&") and len(bare) > 1:
        letters = meant(bare)
    elif len(bare) > 1:
        letters = chr(int(bare[1:], 16))
    else:
        return unicodedata.normalize("NFKC", bare) or "\\"
    # White space becomes a space, since no line ends here, and invisible characters are dropped.
    spaced = (" " if one.isspace() else one for one in letters)
    return "".join(one for one in spaced if unicodedata.category(one) not in ("Cf", "Cc"))
