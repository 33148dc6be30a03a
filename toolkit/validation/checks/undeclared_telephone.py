"""A text contains a telephone number that is not declared as a helpline.

A wrong or old number can send a person in danger to the wrong people, and the number of a person
can put that person in danger. So texts contain only numbers of official bodies, each declared with
its country, the body that answers, and the day on which somebody checked the number.

## What to do

If it is the helpline of an official body, declare it in the field `helplines`. Remove every other
number and name the page of the organization instead.

## Example

Wrong:

```markdown
Call +54 11 4555 1234.
```

Right:

```yaml
helplines: [{number: "145", country: AR, body: Ministry of Justice, on: 2026-11-25}]
```
"""

import re
from collections.abc import Iterator

from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.problems import Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote

_GROUPS = r"\(?\d{1,6}\)?(?:[ \u00a0./-]{0,2}\(?\d{1,6}\)?){0,8}"
# Where something must follow, trying all ways to split long digits would take seconds. The form's
# script, which has the other patterns, has no such quantifier.
_SPLIT_ONCE = _GROUPS.replace("{1,6}", "{1,6}+")
# Numbers of files and articles begin with 00 behind a colon: "PMID:0012345678".
INTERNATIONAL = re.compile(
    rf"(?:(?<![\w/=+.-])\+|(?<![\w/:=+.-])00 ?(?=[1-9]\d))[ \u00a0]?{_GROUPS}"
)
NATIONAL = re.compile(
    r"(?<![\w/=+.,-])(?:\(0\d{1,5}\)[ -]?\d{3,8}(?:[ -]\d{2,5}){0,4}"
    r"|0\d{1,4}[ /-]\d{3,4}[ -]\d{3,5}|\(\d{3}\) ?\d{3}[ -]\d{4}|\d{3}-\d{3}-\d{4}"
    # In pairs, as in France, and toll-free numbers.
    r"|0\d(?:[ .\u00a0\u202f]\d\d){4}|0[ \u00a0-]?80\d(?:[ .\u00a0\u202f-]\d{2,4}){2,4}"
    r"|1[ .-]8(?:00|33|44|55|66|77|88)[ .-]\d{3}[ .-]\d{4})(?![\w/-])"
)
# A full stop ends a sentence, and a number may begin the next one; only "tel." and such have one.
_AFTER_A_WORD = re.compile(
    r"\b(?:(?:tel|fax|mob)\.|(?:tele)?phone|tel|mobile|cell|fax|whatsapp|sms|dial|ring"
    # Libraries have call numbers: "Call number 341.481/2010".
    r"|(?<!\ba )(?<!\bthe )call(?! numbers?:? \d{3}\.\d{1,6}(?![ .-]?\d))"
    r"|(?:hot|help|life|crisis|emergency|free|telephone|support)[ -]?line)"
    r"(?::?\s{0,2}(?:numbers?|no\.|nr\.?|on|us at|at)?:?\s{1,2}|:\s{0,2})[*_]{0,2}"
    rf"(?P<number>{_SPLIT_ONCE})"
    # A following noun makes it a count: "the hotline 519 kebeles have".
    r"(?=\s{0,2}(?:$|[;:!?)\]|\"'”»*_<]|[.,](?!\d))"
    r"|\s{1,2}(?:and|at|for|free|from|if|in|is|or|to|when)\b)",
    re.IGNORECASE,
)
# "Call 911 or 112": what follows each of them must say even more surely that it is no count.
_FURTHER = re.compile(
    rf"(?:,|,?\s(?:and|or))\s{{1,2}}(?P<number>{_SPLIT_ONCE})"
    r"(?=\s{0,2}(?:$|[;:!?)\]|\"'”»*_<]|[.,](?!\d))|\s{1,2}(?:for|if|when)\b"
    # Nor may the one after it be a count: "112 and 300 or 400 migrants".
    r"|\s{1,2}(?:and|or)\b(?!\s{1,2}\d+(?:,\d{3})*\s(?!(?:and|or|for|if|when)\b)[^\W\d]))"
)
# Links to a person in messaging apps.
IN_ADDRESS = re.compile(
    r"(?:\b(?:wa|t)\.me/|\bsignal\.me/#p/|[?&](?:phone|tel)=)\+?(?P<number>\d{8,15})(?!\w)",
    re.IGNORECASE,
)
# Of a link that can be called, refused-link tells all.
_BEFORE_A_LINK = re.compile(r"[*_ ]{0,3}\]\(<?tel:", re.IGNORECASE)
_LINK = re.compile(r"\](?:\(|:\s{1,3})<?[a-z]{1,20}:\Z", re.IGNORECASE)
COUNTED = re.compile(
    r"(?:isbn|issn|doi|sales no|numbers? of)[^\n]{0,12}$"
    r"|\b(?:calls|cases|contacts|reports|visits)(?!\w)[^.\n]{0,30}$",
    re.IGNORECASE,
)
_ISSN = re.compile(r"\bissn:? ?\Z", re.IGNORECASE)
_COLUMN = re.compile(
    r'"?(?:(?:contact|mobile|home|work) )?(?:t[eé]l[eé](?:phone|fono)|phone|mobile'
    r'|cell|fax|tel\.?|whatsapp)(?: ?(?:numbers?|no\.?))?"?',
    re.IGNORECASE,
)
_OTHER_USE = re.compile(
    r"(?:19|20)\d\d(?:[-/](?:\d\d|(?:19|20)\d\d))?|24/7|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{4}-\d\d-\d\d|\d{1,4}/\d{1,4}|\d+ \((?:19|20)\d\d\)"  # the last two: document symbols
)


def check(context: Context) -> Findings:
    """Look for numbers that people can call."""
    document, entry, declared = None, None, _declared(None)
    for passage, stretches in context.numbered:
        if passage.name.startswith(("helplines", "identifiers")):
            continue
        if passage.document is not document:
            document = passage.document
            # A translation names the helplines of its original.
            entry = document
            if document is not None:
                entry = context.content.by_path.get(document.of, document)
            declared = _declared(entry)
        if entry is not None and (not entry.is_read or any(map(_of_helplines, entry.faults))):
            continue  # nobody knows which ones it declares
        seen: set[int] = set()
        text = passage.text
        found = [
            one for near in stretches for one in _numbers(text, near) if not _is_link(text, *one)
        ]
        if passage.is_table:
            found += _in_columns(text)
        for start, number in found:
            if start not in seen and not _is_declared(_digits(number), declared):
                seen.update(range(start, start + len(number)))
                message = f"The telephone number {quote(number)} is not declared as a helpline."
                label, of = "remove it", " of an entry"
                if document and document.is_entry:
                    label, of = "remove it, or declare it in the field helplines", ""
                hint = (
                    "only helplines of official bodies are allowed, each declared in "
                    f"helplines{of} with the day on which somebody checked it."
                )
                yield passage.finding(passage.at(start, len(number)), message, label, hint)


def _numbers(text: str, near: tuple[int, int]) -> Iterator[tuple[int, str]]:
    for match in INTERNATIONAL.finditer(text, *near):
        number = _bare(match[0])
        is_serial = _ISSN.search(text, max(0, match.start() - 10), match.start())
        if 8 <= len(_digits(number)) <= 17 and not is_serial:
            yield match.start(), number
    for match in IN_ADDRESS.finditer(text, *near):
        yield match.start("number"), match["number"]
    for match in NATIONAL.finditer(text, *near):
        if not _is_counted(text, match.start()):
            yield match.start(), match[0]
    for first in _AFTER_A_WORD.finditer(text, *near):
        one = None if _is_counted(text, first.start()) else first
        while one is not None:
            number = _bare(one["number"])
            if len(_digits(number)) < 3 or _OTHER_USE.fullmatch(number.strip("()")):
                break
            yield one.start("number"), number
            one = _FURTHER.match(text, one.end())


def _digits(number: str) -> str:
    return "".join(str(int(letter)) for letter in number if letter.isdecimal())  # Arabic ones too


def _bare(number: str) -> str:
    """A number without the closing bracket that follows it."""
    return number[:-1] if number.count(")") > number.count("(") else number


def _in_columns(table: str) -> Iterator[tuple[int, str]]:
    """The numbers in the columns of a table that are called telephone numbers."""
    head = table.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    columns = {i for i, name in enumerate(head.split(separator)) if _COLUMN.fullmatch(name.strip())}
    start = len(head) + 1
    for line in table.split("\n")[1:] if columns else ():
        column = 0
        for piece in re.finditer(rf'"[^"]*"|[^"{separator}]+|{separator}', line):
            if piece[0] == separator:
                column += 1
            elif column in columns and len(_digits(piece[0])) >= 3:
                bare = piece[0].strip(' "\r')
                yield start + piece.start() + piece[0].index(bare), bare
        start += len(line) + 1


def _is_link(text: str, start: int, number: str) -> bool:
    """Whether a number is the words or the address of a link that can be called."""
    before = _LINK.search(text, max(0, start - 30), start)
    return bool(before or _BEFORE_A_LINK.match(text, start + len(number)))


def _is_counted(text: str, start: int) -> bool:
    return COUNTED.search(text, max(0, start - 50), start) is not None


def _of_helplines(fault: Fault) -> bool:
    return fault.field.startswith("helpline") or fault.detail == "helplines"


def _declared(document: Document | None) -> set[str]:
    if document is None:
        return set()
    numbers = (_digits(leaf.text) for leaf in document.below("helplines"))
    return set(filter(None, numbers))


def _is_declared(digits: str, declared: set[str]) -> bool:
    return any(digits.lstrip("0").endswith(number.lstrip("0")) for number in declared)
