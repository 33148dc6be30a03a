"""The impact of a change in Markdown, for the summary of a pull request.

Anything that people wrote is put in backticks, so it can't contain formatting or mention anyone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.languages.language import Language
from toolkit.problems import counted
from toolkit.recognition.acts import Act, ActKind, Circulation, EditorialLink
from toolkit.recognition.beside import DIFFERENCES, Beside
from toolkit.recognition.canonical import fold_spaces
from toolkit.recognition.digest import shortened
from toolkit.recognition.guards import May, OwnerRule, may_change, owners_of
from toolkit.recognition.impact import Checked, Delta, Impact, Power, SetBack, Turn
from toolkit.recognition.reviewed import Reviewed
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
    lines = ("## Recognition: who must look at this", "", *_lines(impact, person, prefix, language))
    return "".join(f"{line}\n" for line in lines)


def _lines(impact: Impact, person: Person, prefix: str, language: Language) -> Iterator[str]:
    if impact.is_nothing:
        yield "Nobody: this change does not affect any recognition."
        return
    if impact.undetermined:
        yield "**Registers or entries have errors, so not every state can be determined.** Run "
        yield "`toolkit check`."
        yield ""

    def judged(changes: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Each change, with whether the person may make it in the file at its path."""
        return (f"{words}. {person.verdict(path)}." for words, path in changes)

    # Who decides comes first, because everything else depends on it.
    stale = impact.power.stale_rules
    yield from _section(
        "It changes who decides",
        judged(_power(impact.power, person, prefix)),
        after=f"**{code(stale)} does not change with it**, and decides who may change a register. "
        "Take its lines from `toolkit codeowners`."
        if stale
        else "",
    )
    yield from _section(
        f"It ends the recognition of {counted(len(impact.set_back), 'entry')}",
        map(_set_back, impact.set_back),
        after="The statements stay with the earlier texts. If a change is editorial, the "
        f"secretariat can declare it in {code(f'{prefix}/recognition/editorial.yml')}.",
    )
    said = impact.statements
    yield from _section(
        f"It adds {counted(len(said.added), 'statement')}", judged(map(_act, said.added))
    )
    yield from _section(
        f"It removes {counted(len(said.removed), 'statement')}",
        judged(map(_act, said.removed)),
        before="To take back a statement, add a withdrawal; do not remove or change its line.",
    )
    yield from _section(
        f"It says that organizations checked {counted(len(impact.checked), 'entry')}",
        judged(
            (_checked(one), f"{prefix}/recognition/{one.organisation}.yml")
            for one in impact.checked
        ),
        before="Pages tell readers this in the name of the organization.",
    )
    yield from _section(
        f"It says that {counted(len(impact.reviewed), 'translation')} "
        f"{'was' if len(impact.reviewed) == 1 else 'were'} reviewed",
        map(_reviewed, impact.reviewed),
        before="Pages tell readers this in the name of the reviewer.",
    )
    yield from _section(
        "It changes what is shown beside recognized texts",
        map(_beside, impact.beside),
        before="No statement covers this: look at it yourself.",
    )
    others = (*_others(impact.circulations), *_others(impact.links))
    yield from _section("By the secretariat and the Group", judged(others))
    yield from _section("States that change", (_turn(turn, language) for turn in impact.turns))


def _section(
    heading: str, items: Iterable[str], *, before: str = "", after: str = ""
) -> Iterator[str]:
    """A list under a heading, with a paragraph before or after it; nothing without items."""
    points = [f"- {item}" for item in items]
    if points:
        for block in ([f"### {heading}"], [before], points, [after]):
            if any(block):
                yield from (*block, "")


def _power(power: Power, person: Person, prefix: str) -> Iterator[tuple[str, str]]:
    register = f"{prefix}/registers/organisations.yml"
    own = {handle.casefold() for handle in person.handles}
    for one in power.keepers:
        organisation = code(one.organisation)
        if one.come:
            itself = own & {handle.casefold() for handle in one.come}
            who = f"{_codes(one.come)}, **who proposes this**," if itself else _codes(one.come)
            right = "with the right to state what it recognizes"
            yield f"Makes {who} maintainer of {organisation}, {right}", register
        if one.gone:
            yield f"Removes {_codes(one.gone)} from the maintainers of {organisation}", register
    if power.members:
        yield f"Changes the membership of {_codes(power.members)}", register
    if power.names:
        yield f"Changes the names by which readers know {_codes(power.names)}", register
    for organisation, address in power.sites:
        yield f"Sends readers from the page of {code(organisation)} to {code(address)}", register
    if power.policy:
        yield f"Changes the policy: {_codes(power.policy)}", f"{prefix}/recognition/policy.yml"
    for path in power.rules:
        if path.endswith("CODEOWNERS"):
            yield f"Changes {code(path)}, which says who may change what", path
        else:
            what = "is part of the program that checks and shows everything"
            yield f"Changes {code(path)}, which {what}", f"{path}/"  # as rules name a folder


def _codes(texts: Iterable[str]) -> str:
    return ", ".join(map(code, texts))


def _act(act: Act) -> tuple[str, str]:
    words = f": {code(act.words)}" if act.words else ""
    said = (
        f"{code(act.organisation)} {_SAYS[act.kind]} {code(act.entry)}, text "
        f"{code(shortened(act.digest))}, on {act.on}{words}"
    )
    return said, act.location.source.path


def _checked(one: Checked) -> str:
    organisation, entry = code(one.organisation), code(one.entry)
    if one.before:
        return f"{entry} changes, and still says that {organisation} checked it on {code(one.on)}"
    return f"{entry} says that {organisation} checked it on {code(one.on)}"


def _reviewed(one: Reviewed) -> str:
    said = f"says that {code(one.by)} reviewed it on {code(one.on)}"
    return f"{code(one.path)} {'changes, and still ' if one.before else ''}{said}"


def _beside(one: Beside) -> str:
    entry, place = code(one.entry), code(one.place)
    if one.place == DIFFERENCES:
        return f"{entry} says in {place}: {code(one.to)}"
    if one.to:
        return f"{entry} will send readers from {place} to {code(one.to)}"
    return f"{entry} shows another file as {place}"


def _others(delta: Delta[Circulation] | Delta[EditorialLink]) -> Iterator[tuple[str, str]]:
    for verb, rows in (("Adds", delta.added), ("Removes", delta.removed)):
        for row in rows:
            if isinstance(row, Circulation):
                what = f"a circulation of {code(row.entry)} from {row.opens} to {row.closes}"
            else:
                what = f"an editorial change of {code(row.entry)} on {row.on}: {code(row.reason)}"
            yield f"{verb} {what}", row.location.source.path


def _set_back(item: SetBack) -> str:
    by = f"by {counted(len(item.bodies), 'organization')} ({_codes(item.bodies)})"
    ways = (by if item.bodies else "", "without objection" if item.silent else "")
    how = " and ".join(filter(None, ways))
    if item.gone:
        return f"{code(item.entry)}, recognized {how}: the entry is removed"
    diff = f"toolkit diff {item.entry} --since {shortened(item.digest)}"
    return f"{_named(item)}, recognized {how}. What changed: {code(diff)}"


def _turn(turn: Turn, language: Language) -> str:
    after = state_name(turn.after, language)
    if turn.before is None:
        return f"{code(turn.entry)}, a new entry: “{after}”"
    before = state_name(turn.before, language)
    by = f", recognized by {_codes(turn.bodies)}" if turn.bodies else ""
    return f"{_named(turn)}{by}: from “{before}” to “{after}”"


def _named(one: SetBack | Turn) -> str:
    now = code(one.entry)
    return now if one.was == one.entry else f"{code(one.was)}, now {now}"
