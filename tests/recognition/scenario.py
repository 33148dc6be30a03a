"""Turns a scenario into a content folder and its expectation into words: see scenarios.yml."""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit.content.reader import read_content
from toolkit.recognition.digest import canonical_form, digest_of
from toolkit.recognition.status import State, Status

ENTRY = {
    "title": "A manual for trainers",
    "summary": "How to train people who answer hotlines.",
    "type": "handbook",
    "year": "2019",
    "pillars": "[prevention, prosecution]",
    "themes": "[hotlines, training]",
    "audiences": "[trainers]",
    "level": "global",
    "regions": "[world]",
    "languages": "[en]",
    "organisations": "[alpha]",
    "provisions": "['tip-protocol:6(3)']",
}
BODY = "A first short sentence. A second sentence."
HANDBOOK = """\
---
title: A handbook
summary: Another work.
organisations: [alpha]
---
"""
MEMBER = "  membership: {{status: {status}, verified: {verified}{dates}}}\n"


@dataclass
class Scene:
    """A content folder during a story. `texts` are canonical forms by digest."""

    folder: Path
    front: dict[str, str] = field(default_factory=lambda: dict(ENTRY))
    body: str = BODY
    render: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[str]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return self.folder / "prevention/resources/manual.md"

    def start(self, case: dict[str, Any]) -> None:
        for part in ("prevention/resources", "registers", "recognition/texts"):
            (self.folder / part).mkdir(parents=True)
        self.write_entry()
        (self.folder / "prevention/resources/handbook.md").write_text(HANDBOOK)
        members = {"alpha": "", "beta": "", "gamma": ""} | case.get("members", {})
        text = "".join(organisation(id_, words) for id_, words in members.items())
        text += "- {id: icat, name: The Group, kind: group}\n"
        (self.folder / "registers/organisations.yml").write_text(text)
        (self.folder / "recognition/policy.yml").write_text(
            f"procedure: {case.get('procedure', 'all-members')}\n"
            "secretariat: alpha\n"
            "circulation_days: 30\n"
            f"membership_complete: {case.get('complete', 'true')}\n"
        )

    def write_entry(self) -> None:
        pairs = [f"{name}: {value}" for name, value in self.front.items()]
        if "another order" in self.render:
            pairs.reverse()
        if "quotation marks" in self.render:
            pairs = [re.sub(r": ([A-Z2].*)$", r": '\1'", pair) for pair in pairs]
        if "white space" in self.render:
            pairs = [re.sub(r" (?=\w+ )", "\n    ", pair) for pair in pairs]
        text = "---\n" + "\n".join(pairs) + f"\n---\n\n{self.body}\n"
        if "white space" in self.render:
            text = text.replace("sentence. ", "sentence.\n\n\u00a0")
        if "CRLF" in self.render:
            text = text.replace("\n", "\r\n")
        if "NFD" in self.render:
            text = unicodedata.normalize("NFD", text)
        self.path.write_bytes(text.encode())
        form = canonical_form(read_content(self.folder).by_id["manual"])
        self.texts.setdefault(digest_of(form), form)
        self.now = digest_of(form)

    def digest(self, number: str | None) -> str:
        digest = list(self.texts)[int(number) - 1] if number else self.now
        name = digest.removeprefix("sha256:")
        (self.folder / f"recognition/texts/{name}.json").write_bytes(self.texts[digest].encode())
        return digest

    def tell(self, told: str | dict[str, Any]) -> None:
        """Carry out one line of the story."""
        line = told if isinstance(told, str) else ": ".join(map(flow, *told.items()))
        dated = re.fullmatch(r"(\d{4}-\d\d-\d\d) (.*)", line)
        verb, _, rest = line.partition(" ")
        if dated:
            self.act(dated[1], dated[2])
        elif verb == "edit":
            name, _, value = rest.partition(": ")
            if name == "body":
                self.body = value
            else:
                self.front[name] = value
            self.write_entry()
        elif verb == "render":
            self.render = rest
            self.write_entry()
        elif verb == "write":
            name, _, text = rest.partition(": ")
            (self.folder / "recognition" / name).write_text(text)
        elif verb == "translate":
            text = "---\ntitle: Un manuel\nsummary: Pour la formation.\n---\n"
            self.path.with_name("manual.fr.md").write_text(text)
        elif verb == "superseded":
            text = HANDBOOK.replace("---\n", "---\nsupersedes: [manual]\n", 1)
            self.path.with_name("handbook.md").write_text(text)
        elif verb == "alter":
            name = list(self.texts)[int(rest[-1]) - 1].removeprefix("sha256:")
            with (self.folder / f"recognition/texts/{name}.json").open("a") as file:
                file.write(" ")
        else:
            raise ValueError(line)

    def act(self, day: str, line: str) -> None:
        words, _, reason = line.partition(": ")
        parts = words.split()
        if parts[0] == "circulates":
            row = f"digest: {self.digest(None)}, opens: {day}, closes: {parts[2]}"
            self.add("circulations.yml", "", row)
        elif parts[0] == "editorial":
            by = parts[7] if len(parts) > 7 else "alpha"
            ends = f"from: {self.digest(parts[2])}, to: {self.digest(parts[5])}"
            self.add("editorial.yml", "", f"{ends}, on: {day}, by: {by}, reason: {reason}")
        else:
            name = {"recognises": "recognises", "objects": "objections"}.get(
                parts[1], "withdrawals"
            )
            digest = self.digest(parts[-1] if len(parts) > 2 else None)
            said = f", reason: {reason}" if reason else ""
            self.add(f"{parts[0]}.yml", name, f"digest: {digest}, on: {day}{said}")

    def add(self, file: str, name: str, row: str) -> None:
        path = self.folder / "recognition" / file
        self.rows.setdefault(file, []).append(name)
        text = path.read_text() if path.exists() else ""
        head = f"{name}:\n" if name else ""
        line = f"- {{entry: manual, {row}}}\n"
        if head and head in text:
            text = text.replace(head, head + line)
        else:
            text += head + line
        path.write_text(text)


def flow(value: Any) -> str:
    """A value as written on one line of YAML."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def organisation(id_: str, words: str) -> str:
    text = f"- id: {id_}\n  name: {id_.capitalize()}\n  kind: other\n"
    text += f"  maintainers: ['@{id_}']\n"
    if words == "other":
        return text
    dates = "".join(
        f", {part.replace(' ', ': ', 1)}"
        for part in words.split(", ")
        if part.startswith(("joined", "left", "earlier"))
    )
    status = words if words in ("partner", "former", "Member") else "member"
    verified = "false" if words == "unverified" else "true"
    return text + MEMBER.format(status=status, verified=verified, dates=dates)


def summary(status: Status) -> str:
    """A status in the scenarios' words."""
    text = _state(status, status.recorded)
    return text if status.state is status.recorded else f"{status.state} ({text})"


def _state(status: Status, state: State) -> str:
    text = str(state)
    if state is State.CIRCULATING and status.circulation:
        return f"{text} until {status.circulation.closes}"
    if status.since:
        text += f" since {status.since}"
    if state is State.OBJECTED:
        text += f" by {' '.join(act.organisation for act in status.objections)}"
    if state in (State.RECOGNIZED, State.PARTLY):
        known = len(status.members) if status.silent else len(status.by)
        text += f", {known} of {len(status.members)}"
        if status.missing:
            text += f", without {' '.join(status.missing)}"
    if status.former and state in (State.CHANGED, State.PARTLY):
        text += f", formerly {' '.join(act.organisation for act in status.former)}"
    if status.late_objections:
        text += (
            f"; late objection of {' '.join(act.organisation for act in status.late_objections)}"
        )
    if status.former_objections:
        names = " ".join(act.organisation for act in status.former_objections)
        text += f"; objections of {names} to a former text"
    return text
