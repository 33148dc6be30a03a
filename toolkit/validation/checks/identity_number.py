"""A text contains the number of a person's passport, card, account or file.

Such a number identifies one person for good, whatever else is changed in a story. It helps nobody
who reads the toolkit, and it can harm the person.

## What to do

Remove the number. If it belongs to a real person, tell the maintainers at once: older copies of the
text must be removed too. If it is the number of an organization's document, write the symbol of the
document.

## Example

Wrong:

```markdown
Her passport number L898902C3 was kept by the employer.
```

Right:

```markdown
The employer kept her passport.
```
"""

import re
from collections.abc import Iterable, Iterator

from toolkit.problems import Findings
from toolkit.validation.context import Context

_AFTER_A_WORD = re.compile(
    r"\b(?P<what>passport|identity card|id card|identity|national id|identification|"
    r"social security|social insurance|visa|residence permit|work permit|driving licence|"
    r"driver'?s licen[cs]e|bank account|account|case file|refugee|registration)"
    r"(?:(?:\s(?:numbers?|no\.?|nr\.?)|:)(?:\s(?:is|was))?[:\s]{1,2}|\s?#[:\s]{0,2})"
    r"(?P<number>(?=[A-Z0-9./-]{0,20}\d{3})[A-Z]{0,3}[A-Z0-9][A-Z0-9./-]{4,24}[A-Z0-9])(?!\w)",
    re.IGNORECASE,
)
# The same in other languages; these documents are named together with their number.
_ELSEWHERE = re.compile(
    r"(?:\b(?:DNI|NIE|CURP|RUT|NIR|c[ée]dula(?: de identidad)?|pasaporte|passeport"
    r"|carte d['’]identité|(?:tarjeta|carné) de (?:identidad|residencia)|titre de séjour"
    r"|паспорт\w*|СНИЛС)"
    r"|جواز (?:ال)?سفر\w*|(?:ال)?هوية|护照|身份证)"
    r"(?:\s?(?:num[ée]ro|número|номер|серии|رقم|号码|号|[Nn]\.?[°ºo]\.?|№|:|：)){0,2}\s?"
    r"(?P<number>(?=(?:[A-Z. -]{0,4}\d){6})(?!(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d(?!\d))"
    r"(?:[A-Z]{0,4}|[XYZ]-)\d[A-Z0-9. -]{4,18}[A-Z0-9])(?!\w)"
)
_OF_SOMEBODY = re.compile(
    r"\b(?:(?:her|his|their|the (?:victim|survivor|child|man|woman)['’]s) id(?: number| no\.?)?"
    r"(?: is| was|:)?|passport) (?P<number>[A-Z]{0,2}\d{6,12})\b",
    re.IGNORECASE,
)
MACHINE_READABLE = re.compile(r"\b[PIAC][A-Z<][A-Z]{3}[A-Z]{1,30}<<[A-Z<]{2,40}")
_UNITED_STATES = re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])")
NUMBERS = (_AFTER_A_WORD, _ELSEWHERE, _OF_SOMEBODY, _UNITED_STATES)
ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")


def check(context: Context) -> Findings:
    """Look for numbers that identify one person."""
    for passage, near in context.numbered:
        if passage.name.startswith(("identifiers", "helplines")):
            continue
        for start, length in _found(passage.text, near):
            message = "This looks like the number of a person's document, account or file."
            label = "remove the number"
            hint = "no text here needs a number that identifies a person."
            yield passage.finding(passage.at(start, length), message, label, hint)


def _found(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if "<<" in text:
        for match in MACHINE_READABLE.finditer(text):
            yield match.start(), len(match[0])
    for near in stretches:
        for pattern in NUMBERS:
            part = "number" if "number" in pattern.groupindex else 0
            for match in pattern.finditer(text, *near):
                yield match.start(part), len(match[part])
        for match in ACCOUNT.finditer(text, *near):
            if _is_account(match[0].replace(" ", "")):
                yield match.start(), len(match[0])


def _is_account(text: str) -> bool:
    """Whether the check digits of an international account number are right."""
    turned = f"{text[4:]}{text[:4]}"
    return int("".join(str(int(one, 36)) for one in turned)) % 97 == 1
