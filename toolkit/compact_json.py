"""JSON in as few bytes as possible, for programs."""

import json

# Made once: `json.dumps` would make a new one for every text.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: object) -> str:
    """A value as JSON on one line, without escaping letters."""
    return _ENCODER.encode(value)


def in_script(value: object) -> str:
    """The same for a script: before ES2019, two more characters end a line inside a string."""
    return compact(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
