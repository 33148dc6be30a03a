"""What the form's rules (in `client/`) take from the checks: severities, words, patterns."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import count
from typing import Any

from toolkit.content.values import PLACEHOLDER
from toolkit.languages.language import Language
from toolkit.problems import Severity
from toolkit.validation import hosts
from toolkit.validation.checks import (
    ambiguous_date,
    claimed_recognition,
    exact_coordinates,
    expiring_address,
    identity_number,
    load_checks,
    named_person,
    personal_email,
    repetitive_summary,
    search_address,
    shouted_text,
    street_address,
    undeclared_telephone,
    unfinished_text,
)

_CHECKS = (
    "missing-field dangling-field too-long empty-value unfinished-text repeated-value "
    "unknown-term broader-term unknown-choice invalid-year invalid-date invalid-address "
    "insecure-address invalid-language unknown-country unknown-organisation unknown-provision "
    "unknown-entry unknown-unverified-field self-reference invalid-identifier level-mismatch "
    "country-outside-region registered-partner unsourced-evidence shouted-text repetitive-summary "
    "file-sharing-address expiring-address tracking-parameter private-host personal-email "
    "named-person street-address exact-coordinates identity-number undeclared-telephone "
    "ambiguous-date claimed-recognition raw-html refused-link broken-link bare-address "
    "unclear-link-text stray-space wrong-sections choice-count unusable-choice unknown-task "
    "long-task search-address repeated-item unlisted-language incomplete-withdrawal wrong-folder "
    "broken-anchor repeated-front-matter"
)
# The checks that the form makes, too.
CHECKS = tuple(_CHECKS.split())

_PATTERNS: dict[str, Iterable[re.Pattern[str]]] = {
    "placeholder": [re.compile(rf"^(?:{PLACEHOLDER.pattern})$", PLACEHOLDER.flags)],
    "unfinished": [re.compile("|".join(unfinished_text.UNFINISHED)), unfinished_text.ALONE],
    "program": [re.compile("|".join(unfinished_text.BY_A_PROGRAM))],
    "copied": [re.compile("|".join(unfinished_text.AROUND))],
    "note": [re.compile("|".join(unfinished_text.NOTE))],
    "shouted": [shouted_text.SHOUTED],
    "long": [shouted_text.LONG],
    "email": [personal_email.ADDRESS],
    "login": [personal_email.LOGIN],
    "person": [named_person.PERSON],
    "invented": [named_person.INVENTED],
    "allInvented": [named_person.ALL_INVENTED],
    "street": [street_address.ADDRESS],
    "coordinates": [exact_coordinates.DECIMAL, exact_coordinates.DEGREES],
    "place": [exact_coordinates.SAID],
    "number": [*identity_number.NUMBERS, identity_number.MACHINE_READABLE],
    "account": [identity_number.ACCOUNT],
    "telephone": [
        undeclared_telephone.INTERNATIONAL,
        undeclared_telephone.NATIONAL,
        undeclared_telephone.IN_ADDRESS,
    ],
    "counted": [undeclared_telephone.COUNTED],
    "date": [ambiguous_date.DATE],
    "noDate": [ambiguous_date.NO_DATE],
    "shortened": [hosts.SHORTENED],
    "searchPath": [re.compile(f"^(?:{search_address.PATH.pattern})$")],
    "searchAnswer": [re.compile(f"^(?:{search_address.ANSWER.pattern})")],
    "denied": [claimed_recognition.DENIED],
}


def rules_data(language: Language) -> dict[str, Any]:
    """What the rules need to know on a site in a language, ready for JSON.

    Entries are in English, and people also write in the language of the site.
    """
    known = claimed_recognition.CLAIMS
    claims = [known[tag] for tag in dict.fromkeys(("en", language.tag)) if tag in known]
    return {
        "severities": _severities(),
        "emptyWords": sorted(repetitive_summary.EMPTY_WORDS),
        "asked": sorted(search_address.ASKED),
        "signed": expiring_address.SIGNED,
        "nobody": {
            "words": sorted(named_person.NOBODY),
            "in": sorted(named_person.IN),
            "from": sorted(named_person.FROM),
        },
        "patterns": {
            name: [in_javascript(one) for one in patterns]
            for name, patterns in {**_PATTERNS, "claim": claims}.items()
        },
    }


@cache
def _severities() -> dict[str, str]:
    """The severities of all but errors, by check."""
    severities = {one.id: one.severity for one in load_checks(CHECKS)}
    return {id_: one.value for id_, one in severities.items() if one is not Severity.ERROR}


_TOKEN = re.compile(
    r"\\b(?P<begins>(?=[(\[\w]|\\[dw]))?"
    r"|\(\?<(?P<sign>[=!])(?P<behind>\\.|\[(?:\\.|[^\]\\])+\]|[^\\\[])\)"
    r"|\[(?P<inside>(?:\\.|[^\]\\])+)\]|\\.|(?P<named>\(\?P<)|\(\?P=(?P<again>\w+)\)",
    re.DOTALL,
)
_LETTERS = {"w": r"\p{L}\p{N}_", "d": r"\p{Nd}"}
# What JavaScript escapes as Python does.
_SAME = frozenset("sSntu.*+?|^$()[]{}\\/-")


@cache
def in_javascript(pattern: re.Pattern[str]) -> tuple[str, str]:
    r"""A pattern and its flags for JavaScript, which finds the same.

    Safari before 16.4 can't look behind: what stands before becomes part of what is found, as a
    group, `b0` or so. It must be one character, and come first. A `\b` begins a word if a letter, a
    set such as `\d` or a group follows; elsewhere it ends one. Raises ValueError for what has no
    equal, such as flags inside.
    """
    numbers = count()
    none = ValueError(f"no equal in JavaScript: {pattern.pattern}")

    def before(match: re.Match[str], seen: str) -> str:
        if match.start() and match.string[match.start() - 1] not in "|(:":
            raise none
        return f"(?<b{next(numbers)}>{seen})"

    def letters(text: str, *, is_inside: bool) -> str:
        def one(match: re.Match[str]) -> str:
            letter = match[1]
            if letter in _LETTERS:
                return _LETTERS[letter] if is_inside else f"[{_LETTERS[letter]}]"
            if letter == "Z":
                return "$"
            if letter.isalnum() and letter not in _SAME:
                raise none
            return match[0] if letter in _SAME else letter

        return re.sub(r"\\(.)", one, text, flags=re.DOTALL)

    def token(match: re.Match[str]) -> str:
        word = _LETTERS["w"]
        if match[0] == r"\b":
            return f"(?![{word}])" if match["begins"] is None else before(match, f"^|[^{word}]")
        if match["behind"]:
            inside = letters(match["behind"].strip("[]"), is_inside=True)
            return before(match, f"^|[^{inside}]" if match["sign"] == "!" else f"[{inside}]")
        if match["inside"]:
            return f"[{letters(match['inside'], is_inside=True)}]"
        if match["again"]:
            return rf"\k<{match['again']}>"
        return "(?<" if match["named"] else letters(match[0], is_inside=False)

    made = _TOKEN.sub(token, pattern.pattern)
    is_flagged = pattern.flags & ~(re.IGNORECASE | re.UNICODE)
    if is_flagged or re.search(r"\(\?(?:-?[a-z]|<[=!])", made):
        raise none
    return made, "giu" if pattern.flags & re.IGNORECASE else "gu"
