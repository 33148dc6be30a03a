"""A text may name a person and give their age.

Reports often speak of a victim, a witness or a child by name and age. Families, traffickers and
employers read too, and a first name with an age and a village can be enough to find somebody.

## What to do

Say who it was without a name: a girl of 17, a farm worker. An invented name needs a remark in the
same paragraph: (not her real name). If the text says that all names have been changed, that is
enough. If the name is real, tell the maintainers at once: older copies of the text must be removed
too.

## Example

Wrong:

```markdown
Fatou, aged 17, was sold by a neighbour.
```

Right:

```markdown
A girl of 17 was sold by a neighbour.
```
"""

import re
from collections.abc import Iterator

from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.countries import is_country_name
from toolkit.validation.passages import SPACE
from toolkit.validation.words import quote

SEVERITY = Severity.WARNING

_FIRST = r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ’'-]+"
_NEXT = r"(?: (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][a-zà-ÿ’'-]*))"
_AGE = r"(?:[5-9]|[1-6]\d)"
_YEARS = "(?: (?:years? old|years|ans|años))"
# A line may end at any space.
PERSON = re.compile(
    rf"{_FIRST}{_NEXT}{{0,3}}[*]{{0,3}}(?:"
    rf"(?:, | \()(?:(?:a|an) (?:girl|boy|woman|man) )?aged {_AGE}(?=[,.;)])"
    rf"|(?:, | \()(?:who (?:is|was) )?{_AGE}{_YEARS}[,)]"
    rf"|(?:, | \()(?:âgée? de|de) {_AGE} (?:ans|años)(?=[,.;)])"
    rf"|, {_AGE},(?= (?:who|was|is|from|a|an|had|left|came|worked|met|lived)\b))"
    rf"|{_FIRST}{_NEXT}{{0,2}} [A-ZÀ-Þ]\. \({_AGE}\)"
    r"|(?<!\w)[А-Я][а-яё]+(?: [А-Я]\.?[а-яё]*){0,2}"
    r"(?:, | \()[1-6]?\d (?:лет|года?)(?=[,.;)])".replace(" ", SPACE)
)
# Words that begin with a capital before an age, and name nobody: people in general, and works.
_GENERAL = """
girl girls boy boys child children woman women man men worker workers pupil pupils student
students victim victims survivor survivors witness adult adults minor minors adolescent
adolescents teenager teenagers migrant migrants people persons youth she he they one another
some most both all those programme program convention protocol project law act plan union centre
network
fille filles garçon garçons femme femmes homme hommes enfant enfants victime victimes mineur
mineure mineurs mineures jeune jeunes témoin elle elles il ils protocole projet loi réseau
niña niño niñas niños mujer mujeres hombre hombres víctima víctimas joven jóvenes adolescente
adolescentes testigo ella él ellas ellos convención protocolo programa proyecto ley red
девочка девушка мальчик юноша женщина мужчина ребенок ребёнок дети подросток жертва потерпевшая
потерпевший пострадавшая пострадавший свидетель она он они конвенция протокол программа проект
план закон срок арест стаж
"""
NOBODY = frozenset(_GENERAL.split())
# What is behind these is a place; behind those, it may also be a person.
IN = frozenset(("in", "across", "throughout", "en", "au", "aux", "в", "во"))
FROM = frozenset(("from", "to", "of"))
# A short number as above: few texts have one, and it is found fast.
_NUMBER = re.compile(r"\d(?<=[\s(]\d)\d?(?:[,.;)]|\s+(?:years?|ans|años|лет|года?))")
# What is said of one name holds where that name is; what is said of all, in the whole text.
INVENTED = re.compile(
    r"not\s(?:her|his|the)\sreal|name\s(?:was\s|has\sbeen\s|is\s)?changed|pseudonym"
    r"|nom d['’]emprunt|prénom (?:a été )?(?:modifié|changé)|nombre ficticio|seudónimo|имя изменено"
    r"|псевдоним",
    re.IGNORECASE,
)
ALL_INVENTED = re.compile(
    r"not their real|(?:names|noms|nombres|имена)\s(?:\w+,?\s){0,9}(?:changed|invented|fictitious"
    r"|fictional|pseudonyms|d['’]emprunt|modifiés|changés|fictifs|ficticios|cambiado|измен[её]ны"
    r"|вымышлен)|(?:all|are|use) pseudonyms|pseudonyms (?:are|were) used"
    r"|pseudonymes (?:sont|ont été) utilisés|cambiado los nombres|(?:usan|utilizan) seudónimos",
    re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n\s*\n")


def check(context: Context) -> Findings:
    """Look for names that are followed by an age, unless the text says that they are invented."""
    for passage in context.shown:
        if not _NUMBER.search(passage.text):
            continue
        found = [one for one in PERSON.finditer(passage.text) if _is_somebody(one)]
        for match in _real(found, passage.text) if found else ():
            message = f"{quote(match[0])} may reveal who a person is."
            label = "say who it was without a name"
            hint = "readers may know the person, or look for them."
            yield passage.finding(match, message, label, hint)


def _real(found: list[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """Those of the names found of which no remark says that they are invented."""
    if ALL_INVENTED.search(text):
        return
    invented = [one for one in _BLANK_LINES.split(text) if INVENTED.search(one)]
    for match in found:
        name = re.split(r"[\s,*]", match[0], maxsplit=1)[0]
        if not any(name in one for one in invented):
            yield match


def _is_somebody(match: re.Match[str]) -> bool:
    words = re.split(r",|\s+\(", match[0], maxsplit=1)[0].lower().split()
    before = match.string[max(0, match.start() - 20) : match.start()].lower()
    lead = set(re.sub(r"the\s+$", "", before).split()[-1:])
    if IN & {*lead, words[0]} or (FROM & lead and is_country_name(" ".join(words))):
        return False
    # The last word counts: the girl Fatou is somebody, victim A is not.
    return next((one for one in words[::-1] if len(one) > 1), "").rstrip("*") not in NOBODY
