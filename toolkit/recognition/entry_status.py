"""Computes the status of entries as of a date."""

from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date

from toolkit.content.document import Document
from toolkit.recognition.acts import Act, ActKind, EditorialLink, Policy
from toolkit.recognition.history import (
    Matter,
    count_acts,
    recognized_by_all,
    recognized_by_silence,
)
from toolkit.recognition.in_force import InForce, in_turn
from toolkit.recognition.ledger import Ledger
from toolkit.recognition.links import ancestors
from toolkit.recognition.membership import GROUP
from toolkit.recognition.present import Made
from toolkit.recognition.status import State, Status


def all_statuses(ledger: Ledger, day: date) -> Mapping[str, Status]:
    """The status of every entry as of `day`, by id, in alphabetical order."""
    ids = dict.fromkeys(sorted(ledger.content.by_id))
    return Made(ids, lambda id_: status_of(ledger, id_, day))


def status_of(ledger: Ledger, entry: str, day: date) -> Status:
    """The status of one entry as of `day`."""
    if not ledger.is_mentioned(entry):
        return _unmentioned(ledger, entry, day)
    members, policy = ledger.members, ledger.policy
    digest = ledger.now.digests.get(entry, "")
    links = ledger.links_of(entry, day)
    counted, left_out = count_acts(ledger.acts.get(entry, ()), members, day)
    circulations = tuple(item for item in ledger.circulations.get(entry, ()) if item.opens <= day)
    texts = ledger.texts_of(entry, links)
    matter = Matter(tuple(counted), circulations, links, members, day, texts)
    in_force = matter.in_force(day)
    ways = recognized_by_all(matter), recognized_by_silence(matter, policy)
    recognized = min(filter(None, ways), key=lambda one: one.since, default=None)
    counting = recognized.members if recognized is not None else members.on(day)
    by = tuple(
        in_turn(act for one in counting if (act := in_force.recognition(one, texts)) is not None)
    )
    without = counting - {act.organisation for act in by}
    last = {act.organisation: act for act in counted}
    withdrawals = in_turn(act for act in last.values() if act.kind is ActKind.WITHDRAWAL)
    decisive, late = _objections(matter, in_force, policy)
    recognizers = {
        act.organisation
        for act in counted
        if act.kind is ActKind.RECOGNITION and act.digest in texts
    }
    former, former_objections = _former(matter, in_force, recognizers)
    formerly_silent = None if recognized else _formerly_silent(ledger, matter)
    running = next((item for item in matter.circulated() if day <= item.closes), None)
    changed = (former or formerly_silent) and not any(in_force.about(texts))
    since = recognized.since if recognized else None
    # Each state, whether it holds, and since which day.
    order = (
        (State.UNDETERMINED, ledger.doubts_about(entry), None),
        (State.OBJECTED, decisive, decisive[0].on if decisive else None),
        (State.RECOGNIZED, recognized and policy.complete, since),
        (State.CIRCULATING, running, running.opens if running else None),
        (State.CHANGED, changed, None),
        (State.PARTLY, by or recognized, since),
        (State.PROPOSED, True, None),
    )
    recorded, _, since = next(row for row in order if row[1])
    silent = recognized is not None and recognized.circulation is not None
    return Status(
        entry=entry,
        digest=digest,
        as_of=day,
        state=_first_of_all(ledger, entry) or recorded,
        recorded=recorded,
        since=since,
        complete=policy.complete,
        by=by,
        members=tuple(sorted(counting)),
        missing=() if recognized else tuple(sorted(without)),
        once=bool(recognizers),
        withdrawals=tuple(withdrawals),
        taken_back=()
        if silent or not recognized
        else tuple(act for act in withdrawals if act.organisation in without),
        silent=silent,
        objections=decisive,
        late_objections=late,
        circulation=running or (recognized.circulation if recognized is not None else None),
        former=former,
        former_objections=former_objections,
        formerly_silent=formerly_silent,
        links=tuple(
            link for link in links if isinstance(link, EditorialLink) and link.target in texts
        ),
        left_out=tuple(left_out),
        doubts=ledger.doubts_about(entry),
    )


def _unmentioned(ledger: Ledger, entry: str, day: date) -> Status:
    """The status of an entry that no register mentions, without computing its digest."""
    doubts = ledger.doubts_about(entry)
    recorded = State.UNDETERMINED if doubts else State.PROPOSED
    members = ledger.members.in_order(day)
    return Status(
        entry=entry,
        as_of=day,
        state=_first_of_all(ledger, entry) or recorded,
        recorded=recorded,
        complete=ledger.policy.complete,
        members=members,
        missing=members,
        doubts=doubts,
    )


def _first_of_all(ledger: Ledger, entry: str) -> State | None:
    """The state that the entry itself determines, whatever the registers say."""
    document = ledger.content.by_id[entry]
    if document.text("status") == "withdrawn":
        return State.WITHDRAWN
    if entry in ledger.superseded:
        return State.SUPERSEDED
    return State.JOINT if is_joint(document) else None


def is_joint(document: Document) -> bool:
    """Whether an entry says that it is a work in the name of the Group alone."""
    return document.texts("organisations") == (GROUP,)


def _objections(
    matter: Matter, in_force: InForce, policy: Policy
) -> tuple[tuple[Act, ...], tuple[Act, ...]]:
    """The objections in force that decide, and those that came too late."""
    found = in_turn(matter.objections(in_force, matter.day))
    circulated = matter.circulated_by_silence(policy)
    closes = circulated[-1].closes if circulated else date.max
    in_time = tuple(act for act in found if act.on <= closes)
    return in_time, tuple(act for act in found if act.on > closes)


def _former(
    matter: Matter, in_force: InForce, recognizers: Container[str]
) -> tuple[tuple[Act, ...], tuple[Act, ...]]:
    """What is in force on other texts, of bodies that have no statement on this one.

    The last recognition of each, and the objections of members that said nothing more.
    """
    recognitions: list[Act] = []
    objections: list[Act] = []
    for body, acts in in_force.live.items():
        if body in recognizers or any(act.digest in matter.texts for act in acts):
            continue
        recognitions += [act for act in acts if act.kind is ActKind.RECOGNITION][-1:]
        if matter.members.is_member(body, matter.day):
            objections += [act for act in acts[-1:] if act.kind is ActKind.OBJECTION]
    return tuple(in_turn(recognitions)), tuple(in_turn(objections))


def _formerly_silent(ledger: Ledger, matter: Matter) -> date | None:
    """The latest day on which another text became recognized without objection."""
    days = []
    for digest in {item.digest for item in matter.circulations} - matter.texts:
        other = replace(matter, texts=ancestors(digest, matter.links))
        recognized = recognized_by_silence(other, ledger.policy)
        if recognized is not None:
            days.append(recognized.since)
    return max(days, default=None)
