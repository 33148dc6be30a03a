"""Keeps the characters that turn texts round to the text that contains them.

The names and titles that a page shows come from many hands, and stand beside each other. One such
character too many, and the facts after a title are read backwards.
"""

import re

_OVERRIDES = "\u202d\u202e"
_EMBEDDINGS = "\u202a\u202b"
_ISOLATES = "\u2066\u2067\u2068"
_END, _END_OF_ISOLATE = "\u202c", "\u2069"
_ALL = _OVERRIDES + _EMBEDDINGS + _ISOLATES + _END + _END_OF_ISOLATE
_SIGN = re.compile(f"[{_ALL}]")
# What a <bdi> contains turns nothing outside of it anyway, and our own isolates hold some.
_IN_MARKUP = re.compile(rf"[{_ALL}](?:[^<>]|</?bdi\b[^<>]*>)*")
_IN_JSON = re.compile(f'[{_ALL}][^"]*')


def contained(markup: str) -> str:
    """HTML or XML in which no text between two tags turns what is outside of it, nor its letters.

    Embeddings and isolates stay if they end in the same text. Overrides never do: what they show is
    not what is written.
    """
    return _contained(markup, _IN_MARKUP)


def contained_json(json: str) -> str:
    """The same for each string in JSON."""
    return _contained(json, _IN_JSON)


def _contained(text: str, pattern: re.Pattern[str]) -> str:
    # Hardly any text has one, and this is twice as fast as a pattern.
    if not any(sign in text for sign in _ALL):
        return text
    return pattern.sub(lambda found: balanced(found[0]), text)


def balanced(text: str) -> str:
    """A text that turns nothing outside of it: without the signs that have no other end in it."""
    kept: set[int] = set()
    begun: list[re.Match[str]] = []
    isolates: list[int] = []  # places in `begun`
    for sign in _SIGN.finditer(text):
        ended = None
        if sign[0] == _END:
            if len(begun) > (isolates[-1] + 1 if isolates else 0):
                ended = begun.pop()
        elif sign[0] != _END_OF_ISOLATE:
            isolates += [len(begun)] * (sign[0] in _ISOLATES)
            begun.append(sign)
        elif isolates:
            # It also ends the embeddings in the isolate (Unicode Standard Annex 9, BD9 and X6a).
            ended = begun[isolates[-1]]
            del begun[isolates.pop() :]
        if ended is not None and ended[0] not in _OVERRIDES:
            kept |= {ended.start(), sign.start()}
    return _SIGN.sub(lambda sign: sign[0] if sign.start() in kept else "", text)
