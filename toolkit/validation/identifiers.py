"""Check digits and forms of ISBN, ISSN and DOI."""

import re

from toolkit.validation.hosts import without_tracking
from toolkit.validation.web_addresses import without_width
from toolkit.validation.words import in_western_digits

_ISBN = re.compile(r"[0-9](?:[ -]?[0-9]){8}[ -]?[0-9Xx]|[0-9](?:[ -]?[0-9]){12}")
_ISBN_WITHIN = re.compile(rf"(?<![0-9])(?<![0-9][ -])(?:{_ISBN.pattern})(?![ -]?[0-9])")
# As set by word processors and publishers.
_HYPHENS = re.compile("[\u2010-\u2015\u2212\u00ad]")
_ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
# Not within a longer number, where it would be looked for from each part on. Those of old articles
# have their first page in angle brackets: 10.1175/1520-0493(1998)126<0001:TAO>2.0.CO;2.
_OF_DOI = r"[^\s<>\"{}|\\^`]"
_DOI = re.compile(
    rf"(?<![0-9])(?<![0-9]\.)10\.[0-9]{{4,9}}(?:\.[0-9]+)*/(?:{_OF_DOI}|<[0-9A-Za-z.-]*:{_OF_DOI}*>)+"
)


def identifier_objection(kind: str, text: str) -> tuple[str, str]:
    """Why `text` isn't an identifier of its kind, as the end of a sentence, and the correction.

    Both are empty if nothing is wrong, or if the kind has no rule.
    """
    rule = _RULES.get(kind)
    return rule(text) if rule is not None else ("", "")


def identifier_in(kind: str, text: str) -> str:
    """The one identifier of a kind with a rule that `text` is, or holds; empty where it is none."""
    if kind not in _RULES:
        return ""
    for _ in range(2):
        reason, label = identifier_objection(kind, text)
        if not reason:
            return text
        found = re.fullmatch(r"write (?:only )?(\d\S*)", label)
        text = found[1] if found else ""
    return ""


def _isbn(text: str) -> tuple[str, str]:
    if not _ISBN.fullmatch(text):
        digits = in_western_digits(without_width(text))
        plain = _HYPHENS.sub("-", digits)
        found = [match[0] for match in _ISBN_WITHIN.finditer(plain)]
        grouped = re.sub(r"[^\w\s]+|_+", "-", plain).strip("-")
        if grouped != plain and _ISBN.fullmatch(grouped) and not any(_isbn(grouped)):
            found = [plain := grouped]
        if len(found) > 1:
            return "is more than one number.", f"write [{', '.join(found)}]"
        if found and found[0] != plain.strip():
            return "is more than the number.", f"write only {found[0]}"
        if found:
            return "has other characters than digits and hyphens in it.", f"write {found[0]}"
        return "does not have the 10 or 13 digits of an ISBN.", "write it like 978-92-2-121321-5"
    digits = text.replace("-", "").replace(" ", "").upper()
    if len(digits) == 13:
        total = sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits[:12]))
        expected = str(-total % 10)
    else:
        expected = _modulo_11(digits[:9])
    if digits[-1] != expected:
        return "has a wrong check digit.", _last_digit(expected)
    if len(digits) == 13 and not digits.startswith(("978", "979")):
        return "does not begin with 978 or 979.", "compare it with the publication"
    return "", ""


def _issn(text: str) -> tuple[str, str]:
    if not _ISSN.fullmatch(text):
        if found := _ISSN.search(_HYPHENS.sub("-", text)):
            return "is not only the number.", f"write only {found[0]}"
        return "is not written as an ISSN.", "write it like 2049-3630"
    expected = _modulo_11(text[:8].replace("-", ""))
    return ("", "") if text[8] == expected else ("has a wrong check digit.", _last_digit(expected))


def _doi(text: str) -> tuple[str, str]:
    if _DOI.fullmatch(text):
        return "", ""
    plain = without_tracking(text)
    found = {match[0].rstrip(".,;:)") for match in _DOI.finditer(plain)}
    if len(found) == 1:
        return "is more than the DOI.", f"write only {found.pop()}"
    return "is not written as a DOI.", "write it like 10.2839/74342"


def _modulo_11(digits: str) -> str:
    """The check digit behind these, the last of which weighs 2, the one before it 3, and so on."""
    total = sum(int(digit) * weight for weight, digit in enumerate(reversed(digits), 2))
    return "0123456789X"[-total % 11]


def _last_digit(expected: str) -> str:
    return f"the other digits require {expected} at the end"


_RULES = {"isbn": _isbn, "issn": _issn, "doi": _doi}
