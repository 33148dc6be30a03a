"""The impact of a change in Markdown, for the summary of a pull request.

Anything that people wrote is put in backticks, so it can't contain formatting or mention anyone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.languages.language import Language
from toolkit.problems import counted
from toolkit.recognition.acts import Act, ActKind, Circulation, EditorialLink
from toolkit.recognition.canonical import fold_spaces
from toolkit.recognition.digest import shortened
from toolkit.recognition.guards import May, OwnerRule, may_change, owners_of
from toolkit.recognition.impact import Delta, Impact, Power, SetBack
from toolkit.recognition.words import state_name

_LONGEST = 300
_SAYS = {
    ActKind.RECOGNITION: "recognizes",
    ActKind.OBJECTION: "objects to",
    ActKind.WITHDRAWAL: "withdraws its statement on",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who proposes a change, by their known handles, and the rules that apply."""

    handles: tuple[str, ...]
    rules: tuple[OwnerRule, ...]

    def verdict(self, path: str) -> str:
        """Whether the person may change a file, in words."""
        owners = owners_of(path, self.rules)
        named = ", ".join(map(code, owners))
        who = code(self.handles[0]) if self.handles else ""
        return {
            May.YES: f"{who} may, as an owner",
            May.NO: f"{who} **may not**: it belongs to {named}",
            May.IF_IN_TEAM: f"{who} may only as a member of {named}",
            May.NOBODY_NAMED: "**No owner is named**",
            May.PERSON_UNKNOWN: f"Only {named} may",
        }[may_change(self.handles, owners)]


def code(text: str) -> str:
    """A text written by others, made harmless in Markdown."""
    shown = fold_spaces(text).replace("`", "'")
    return f"`{shown[:_LONGEST]}…`" if len(shown) > _LONGEST else f"`{shown}`"


def markdown(impact: Impact, person: Person, prefix: str, language: Language) -> str:
    """The impact as Markdown; `prefix` is what reports call the content folder."""
    return (
        "\n".join(["## Recognition: who must look", "", *_lines(impact, person, prefix, language)])
        + "\n"
    )


def _lines(impact: Impact, person: Person, prefix: str, language: Language) -> Iterator[str]:
    if impact.is_nothing:
        yield "Nobody needs to: this change touches no recognition."
        return
    if impact.undetermined:
        yield "**The registers have faults, so states cannot be determined. Run `toolkit check`.**"
        yield ""
    if not impact.power.is_nothing:
        yield from _power(impact.power, person, prefix)
    if impact.set_back:
        yield f"### It sets back the recognition of {counted(len(impact.set_back), 'entry')}"
        yield ""
        for item in impact.set_back:
            yield _set_back(item)
        yield ""
        yield (
            "The statements stay with the earlier texts. If a change is editorial, the secretariat "
            f"can declare so in {code(f'{prefix}/recognition/editorial.yml')}."
        )
        yield ""
    yield from _statements(impact.statements, person)
    others = (*_rows(impact.circulations), *_rows(impact.links))
    if others:
        yield "### By the secretariat and the Group"
        yield ""
        for line, path in others:
            yield f"- {line}. {person.verdict(path)}."
        yield ""
    if impact.turns:
        yield "### States that change"
        yield ""
        for turn in impact.turns:
            names = (state_name(turn.before, language), state_name(turn.after, language))
            by = f", recognized by {_codes(turn.bodies)}" if turn.bodies else ""
            yield f"- {code(turn.entry)}{by}: from “{names[0]}” to “{names[1]}”"
        yield ""


def _power(power: Power, person: Person, prefix: str) -> Iterator[str]:
    """Who decides, which comes first because everything else depends on it."""
    yield "### It changes who decides"
    yield ""
    register = f"{prefix}/registers/organisations.yml"
    own = {handle.casefold() for handle in person.handles}
    for one in power.keepers:
        if one.come:
            itself = own & {handle.casefold() for handle in one.come}
            who = f"{_codes(one.come)}, **who proposes this**," if itself else _codes(one.come)
            yield (
                f"- Makes {who} maintainer "
                f"of {code(one.organisation)}, with the right to state what it recognizes. "
                f"{person.verdict(register)}."
            )
        if one.gone:
            yield (
                f"- Removes {_codes(one.gone)} from the maintainers of {code(one.organisation)}. "
                f"{person.verdict(register)}."
            )
    if power.members:
        yield f"- Changes the membership of {_codes(power.members)}. {person.verdict(register)}."
    if power.names:
        whose = _codes(power.names)
        yield f"- Changes the names by which readers know {whose}. {person.verdict(register)}."
    if power.policy:
        path = f"{prefix}/recognition/policy.yml"
        yield f"- Changes the policy: {_codes(power.policy)}. {person.verdict(path)}."
    for path in power.rules:
        yield f"- Changes {code(path)}, which says who may change what. {person.verdict(path)}."
    yield ""


def _codes(texts: Iterable[str]) -> str:
    return ", ".join(map(code, texts))


def _statements(delta: Delta, person: Person) -> Iterator[str]:
    way = "To take back a statement, add a withdrawal; do not remove or change its line."
    for verb, rows, advice in (("adds", delta.added, ()), ("removes", delta.removed, (way, ""))):
        if rows:
            yield from (f"### It {verb} {counted(len(rows), 'statement')}", "", *advice)
        for act in rows:
            if isinstance(act, Act):
                yield f"- {_act(act)}. {person.verdict(act.location.source.path)}."
        if rows:
            yield ""


def _act(act: Act) -> str:
    words = f": {code(act.words)}" if act.words else ""
    return (
        f"{code(act.organisation)} {_SAYS[act.kind]} {code(act.entry)}, text "
        f"{code(shortened(act.digest))}, on {act.on}{words}"
    )


def _rows(delta: Delta) -> Iterator[tuple[str, str]]:
    for verb, rows in (("Adds", delta.added), ("Removes", delta.removed)):
        for row in rows:
            path = row.location.source.path
            if isinstance(row, Circulation):
                dates = f"from {row.opens} to {row.closes}"
                yield f"{verb} a circulation of {code(row.entry)} {dates}", path
            elif isinstance(row, EditorialLink):
                what = f"{verb} an editorial change of {code(row.entry)} on {row.on}"
                yield f"{what}: {code(row.reason)}", path


def _set_back(item: SetBack) -> str:
    bodies = ", ".join(map(code, item.bodies))
    by = f"by {counted(len(item.bodies), 'organization')} ({bodies})" if bodies else ""
    how = " and ".join(filter(None, (by, "without objection" if item.silent else "")))
    if item.gone:
        return f"- {code(item.entry)}, recognized {how}: the entry is removed"
    diff = f"toolkit diff {item.entry} --since {shortened(item.digest)}"
    return f"- {code(item.entry)}, recognized {how}. What changed: {code(diff)}"
