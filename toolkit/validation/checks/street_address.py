"""A text contains the address of a house.

A street and a number lead to a door, as coordinates do: that of a shelter, a witness or a workplace
under observation. Readers of the toolkit never need them; the town or the country is enough.

## What to do

Name the town or the country instead. If it is the address of a shelter or of a person, tell the
maintainers at once: older copies of the text must be removed too. To say how an office can be
reached, link to its page.

## Example

Wrong:

```markdown
The shelter is at 14 Garden Street, behind the station.
```

Right:

```markdown
The shelter is in the capital.
```
"""

import re

from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import SPACE
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_NAME = (
    r"(?:(?:de|du|des|d['’]|la|las|le|les|los|del|l['’]) ?){0,3}"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
)
_BEFORE = "(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]alle|[Aa]venida|Av[.]|[Cc]arrera|[Rr]ua|[Vv]ia)"
_BEHIND = "(?:Street|Avenue|Road|Lane|Boulevard|Drive|Square)"
# A year, and what is counted or follows in a name: in 2011 Tahrir Square, Via Skype 12 women, 300
# Street Children.
_HOUSE = r"(?!(?:19|20)\d\d(?!\d))\d{1,5}"
_COUNTED = (
    r"(?!\w| ?%| (?:hours?|days|weeks|months|years|times|women|men|people|heures|jours|fois|ans"
    r"|mois|femmes|personnes|horas|días|veces|años|meses|mujeres|personas|час|раз|дн|лет|мес|жен|чел"
    r"|ساع|مر[ةا]|يوم|سن[ةو]|امرأة|شخص))"
)
_NO_STREET = r"(?!(?:[A-Z]\w+ ){0,2}(?:Silk Road|Sesame Street|Wall Street))"
# A line may end at any space.
ADDRESS = re.compile(
    rf"(?<![\w.])(?:{_HOUSE}[a-z]?,? {_NO_STREET}(?:[A-Z][\w'’-]+ ){{1,3}}{_BEHIND}"
    r"(?![\w-]| (?:Based|Child|Committee|Health|Map|Safety|Vendor|Work))"
    rf"|{_HOUSE}(?: bis| ter)?,? {_BEFORE} {_NAME}"
    rf"|{_BEFORE} {_NAME},? (?:[Nn][.°ºo]+ ?|#)?{_HOUSE}{_COUNTED}"
    r"|[A-Z][a-zäöüß]+(?:straße|strasse|gasse|straat) \d{1,4}[a-z]?(?!\w)"
    rf"|(?:ул\.|улица|проспект) [А-Я][\w-]+,? (?:д(?:ом|\.) ?)?{_HOUSE}{_COUNTED}"
    rf"|شارع \w+(?: \w+)?،? (?:رقم )?{_HOUSE}{_COUNTED})"
    r"|(?:(?!一?带一路)[\u4e00-\u9fff]){2,6}[路街]\d{1,5}号".replace(" ", SPACE)
)
# Each address has one of these. Few texts do, and what begins with one character is found fast.
_STREET = re.compile(
    r"Street|venue|Road|Lane|oulevard|Drive|Square|rue\s|Rue\s|alle\s|venida|Av[.]|arrera|rua\s"
    r"|Rua\s|via\s|Via\s|straße|strasse|gasse|straat|ул|проспект|شارع|路|街"
)


def check(context: Context) -> Findings:
    """Look for a street with a number."""
    for passage in context.shown:
        for match in ADDRESS.finditer(passage.text) if _STREET.search(passage.text) else ():
            message = f"{quote(match[0])} is the address of a house."
            label = "name the town or the country instead"
            hint = "an address can lead to people who must not be found."
            yield passage.finding(match, message, label, hint)
