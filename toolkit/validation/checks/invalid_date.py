"""A date is not written as year, month and day, or cannot be right.

Dates begin with the year: `2026-11-25` for a day, `2027-06` for a month. Other ways of writing them
mean different days in different countries. No instrument is in force before it is adopted.

## What to do

Write the year, the month and the day with hyphens, the month and the day with two digits each.

## Example

Wrong:

```yaml
review_by: June 2027
verified: {by: iom, on: 3/4/2027}
```

Right:

```yaml
review_by: 2027-06
verified: {by: iom, on: 2027-04-03}
```
"""

import re
from datetime import date, timedelta
from functools import cache

from babel.dates import get_month_names

from toolkit.content.matching import Leaf, by_item
from toolkit.content.schema import Form
from toolkit.languages import LANGUAGES
from toolkit.problems import Finding, Findings
from toolkit.recognition.partial_dates import first_day, last_day
from toolkit.validation.context import Context
from toolkit.validation.web_addresses import without_width
from toolkit.validation.words import in_western_digits, quote

# Hyphens, and what word processors make of them.
_BETWEEN = "[-./_ ‐‑‒–—−]{1,2}"
_NUMBERS = re.compile(
    rf"([0-9]{{4}}){_BETWEEN}([0-9]{{1,2}})(?:{_BETWEEN}([0-9]{{1,2}}))?(?:[T ].*)?"
)
# The number of a day in Excel, from 1982 to 2064.
_OF_EXCEL = re.compile(r"[345][0-9]{4}")
_LONGEST = 60
_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[^\W\d_]{3,12})"
_DAY_FIRST = re.compile(rf"(?:(?P<day>[0-9]{{1,2}})[. ]+)?{_MONTH}\.?,? {_YEAR}")
_MONTH_FIRST = re.compile(rf"{_MONTH}\.? (?P<day>[0-9]{{1,2}}),? {_YEAR}")
_ONLY_NUMBERS = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}}){_BETWEEN})?(?P<month>[0-9]{{1,2}}){_BETWEEN}{_YEAR}"
)
# What languages put around the numbers and names of a date: 1st, 1er, de, г., 年.
_AROUND = re.compile(
    r"(?<=\d)(?:st|nd|rd|th|er|º|°)(?=[ ,])|\b(?:del?|of) |,? (?:г\.?|года|م)$|日$"
)
_FORMS = {
    Form.DATE: (
        re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        "day",
        "year, month and day",
        "2026-11-25",
    ),
    Form.MONTH: (re.compile(r"[0-9]{4}-[0-9]{2}"), "month", "year and month", "2027-06"),
    Form.PARTIAL_DATE: (
        re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}"),
        "year, month or day",
        "a year, a month or a day",
        "2016, 2016-05 or 2016-05-31",
    ),
}


def check(context: Context) -> Findings:
    """Look at all days and months."""
    for form, (pattern, what, parts, example) in _FORMS.items():
        for leaf in context.content.leaves(form):
            if not pattern.fullmatch(leaf.text):
                message = f"{quote(leaf.text)} is not written as {parts}."
                label = f"write {_meant(leaf) or f'it like {example}'}"
                hint = f"write the year first, with four digits, and hyphens in between: {example}."
            elif not first_day(leaf.text):
                message, label = f"{leaf.text} does not exist.", f"there is no such {what}"
                hint = "correct the date."
            else:
                continue
            yield Finding.about(leaf, message, label, hint)
    if "instruments" not in context.content.listed:
        return
    instruments = context.content.instruments
    for one in instruments.items.values():
        adopted, in_force = first_day(one.adopted), last_day(one.in_force)
        if adopted and in_force and in_force < adopted:
            own = (leaf for id_, leaf in by_item(instruments.leaves) if id_ == one.id)
            yield Finding.about(
                next(leaf for leaf in own if leaf.name == "in_force"),
                f"{quote(one.id)} is in force since {one.in_force}, before it was adopted.",
                f"the date of its adoption is {one.adopted}",
                "correct one of the two dates.",
            )


def _meant(leaf: Leaf) -> str:
    """The date that a text stands for, as it must be written; empty if unclear."""
    form = leaf.field.form
    if _OF_EXCEL.fullmatch(leaf.text):
        of_excel = date(1899, 12, 30) + timedelta(days=int(leaf.text))
        return f"{of_excel:%Y-%m}" if form is Form.MONTH else of_excel.isoformat()
    typed = _plain(leaf.text)
    if numbers := _NUMBERS.fullmatch(typed):
        year, month = numbers[1], int(numbers[2])
        day = int(numbers[3]) if numbers[3] and form is not Form.MONTH else None
    else:
        year, month, day = _in_words(typed)
        day = day if form is not Form.MONTH else None
    fits = form is Form.PARTIAL_DATE or (day is not None) is (form is Form.DATE)
    text = f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return text if fits and first_day(text) else ""


def _plain(text: str) -> str:
    """A date in ASCII digits, without what some languages write around them."""
    digits = in_western_digits(without_width(text[:_LONGEST]).strip())
    plain = re.sub(r" ?[年月] ?", "-", _AROUND.sub("", digits)).rstrip("-")
    return re.sub(r"^(20\d\d)(\d\d)(\d\d)$", r"\1-\2-\3", plain)


@cache
def _months() -> dict[str, int]:
    """The numbers of the months by name, long and short, in all languages."""
    return {
        name.casefold().removesuffix("."): number
        for tag in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=tag).items()
    }


def _in_words(typed: str) -> tuple[str, int, int | None]:
    """Year, month and day where the month has a name, or the day can't be a month; 0 if unclear."""
    if found := _DAY_FIRST.fullmatch(typed) or _MONTH_FIRST.fullmatch(typed):
        name = found["month"].casefold()
        month = _months().get(name) or _months().get(name[:3], 0)
        return found["year"], month, int(found["day"] or 0) or None
    found = _ONLY_NUMBERS.fullmatch(typed)
    day, month = (int(found["day"] or 0), int(found["month"])) if found else (0, 0)
    if month > 12:
        day, month = month, day  # as in the United States
    elif day <= 12 and day not in (0, month):
        month = 0  # the third of April, or the fourth of March
    return found["year"] if found else "", month, day or None
