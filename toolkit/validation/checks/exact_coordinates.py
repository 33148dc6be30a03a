"""A text contains the exact coordinates of a place.

Coordinates lead straight to a door: that of a shelter, a witness or a workplace under observation.
Readers of the toolkit never need them; the town or the country is enough.

## What to do

Remove the coordinates and name the town, the region or the country. If they are those of a shelter
or of a person, tell the maintainers at once: older copies of the text must be removed too. If they
are figures of a study, three decimals are enough.

## Example

Wrong:

```markdown
The shelter is at 48.20849, 16.37208.
```

Right:

```markdown
The shelter is in the capital.
```
"""

import re

from toolkit.problems import Findings
from toolkit.validation.context import Context
from toolkit.validation.words import quote

# `48.20849, 16.37208`, `N 48.2085, E 16.3721`, `lat: 48.2085, lon: 16.3721` and
# `48,20849; 16,37208`; in addresses of maps, `@48.20849,16.37208,17z`,
# `mlat=48.20849&mlon=16.37208` and `!3d48.20849!4d16.37208`. Arabic and Chinese have marks of their
# own, and Chinese letters stand next to numbers.
DECIMAL = re.compile(
    r"(?:(?<![\da-z_.,٫])(?:[NS]:?\s?)?|!3d)[-+−]?(?P<north>\d{1,2}(?P<sign>[.,٫])\d{4,12})[°度]?\s?"
    r"(?:[NS]|[сю]\.\s?ш\.|شمالا?|جنوبا?)?"
    r"(?:[,;/ ،؛，；、]\s{0,2}(?:lon|long|lng|longitude|долгота|[东西]经|经度)?[:=：]?"
    r"|(?P<map>&m?(?:lon|lng)=|!4d))"
    r"\s?(?:[EWO]:?\s?)?[-+−]?(?P<east>\d{1,3}(?P=sign)\d{4,12})°?\s?[EWO]?"
    r"(?![\da-z_]|[.٫]\d|,\d(?![\d.]{0,9}[zma]\b))",
    re.IGNORECASE,
)
# Maps give five digits or more. Small numbers and those with fewer digits are more often results of
# a study: they are a place only if the text says so.
_DIGITS_OF_MAPS = 5
_SMALL = 10
SAID = re.compile(
    r"\b(?:at|near|lat|latitude|gps|locat\w+|position|place|maps?|address|shelter|house|office"
    r"|coord\w+|adresse|située?|ubicad[ao]|координат\w*|широт\w*|адрес\w*|расположен\w*)\b"
    r"|@|坐标|纬|位于|地址|إحداثي|خط العرض|عنوان",
    re.IGNORECASE,
)
_BEFORE = 40
_MINUTES = r"\d{1,2}\s?°\s?\d{1,2}(?:\.\d+)?\s?['′’](?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:[\"″”]|''))?"
DEGREES = re.compile(
    rf"(?<![\w.]){_MINUTES}\s?(?:[NS](?!\w)|[сю]\.\s?ш\.|شمال|جنوب)(?:[^\n]{{0,40}}?[EW](?!\w))?"
    rf"|(?:(?<![\w.])[NS]|[北南]纬)\s?{_MINUTES}(?:[^\n]{{0,9}}?(?:[EWO]|[东西]经)\s?\d?{_MINUTES})?"
)


def check(context: Context) -> Findings:
    """Look for pairs of coordinates."""
    for passage, stretches in context.numbered:
        text = passage.text
        found = [
            match
            for near in stretches
            for match in DECIMAL.finditer(text, *near)
            if _is_place(match)
        ]
        found += DEGREES.finditer(text) if "°" in text else ()
        for match in found:
            shown = match[0].removeprefix("!3d").rstrip()
            yield passage.finding(
                passage.at(match.start() + match[0].index(shown), len(shown)),
                f"{quote(shown)} are the exact coordinates of a place.",
                "name the town or the country instead",
                "coordinates can lead to people who must not be found.",
            )


def _is_place(match: re.Match[str]) -> bool:
    north, east = (re.sub("[,٫]", ".", match[part]) for part in ("north", "east"))
    if float(north) > 90 or float(east) > 180:
        return False
    digits = min(len(one.partition(".")[2]) for one in (north, east))
    if max(float(north), float(east)) >= _SMALL and digits >= _DIGITS_OF_MAPS:
        return True
    if match["map"] or re.search("[°NSEW]", match[0]):
        return True
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    sentence = re.split(r"\n|[.!?] ", before)[-1]
    return SAID.search(f"{sentence}{match[0]}") is not None
