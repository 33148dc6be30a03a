"""A ledger for a single test: three members, and what they say."""

from datetime import date
from pathlib import Path

from tests import content_case
from toolkit.content.reader import read_content
from toolkit.recognition.acts import ActKind
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.statements import Wish, keep, present_digest, state

ORGANISATIONS = """\
- id: unodc
  name: United Nations Office on Drugs and Crime
  abbreviation: UNODC
  kind: un-entity
  membership: {status: member, verified: true, joined: 2007}
  maintainers: ["@unodc"]
- id: iom
  name: International Organization for Migration
  abbreviation: IOM
  kind: un-entity
  membership: {status: member, verified: true, joined: 2016-05}
  maintainers: ["@iom/recognition"]
- id: ilo
  name: International Labour Organization
  abbreviation: ILO
  kind: un-entity
  membership: {status: member, verified: true}
- id: icat
  name: Inter-Agency Coordination Group
  abbreviation: ICAT
  kind: group
"""
POLICY = """\
procedure: {procedure}
secretariat: unodc
circulation_days: 30
membership_complete: {complete}
"""
MEMBERS = ("unodc", "iom", "ilo")
MANUAL = "prevention/resources/manual"


def found_ledger(docs: Path, *, procedure: str = "all-members", complete: bool = True) -> None:
    """Write a policy and members, with no statements."""
    (docs / "registers/organisations.yml").write_text(ORGANISATIONS)
    (docs / "recognition").mkdir(exist_ok=True)
    policy = POLICY.format(procedure=procedure, complete=str(complete).lower())
    (docs / "recognition/policy.yml").write_text(policy)


def say(
    docs: Path,
    organisations: tuple[str, ...],
    on: str,
    kind: ActKind = ActKind.RECOGNITION,
    words: str = "",
    entry: str = "manual",
) -> None:
    """Let organizations make a statement about the current text."""
    for name in organisations:
        wish = Wish(kind, name, (entry,), date.fromisoformat(on), words)
        state(make_ledger(read_content(docs)), docs, wish)


def circulate(docs: Path, opens: str, closes: str, entry: str = "manual") -> None:
    """Circulate the current text."""
    digest = keep_present(docs, entry)
    with (docs / "recognition/circulations.yml").open("a") as file:
        file.write(f'- {{entry: {entry}, digest: "{digest}", opens: {opens}, closes: {closes}}}\n')


def declare_editorial(docs: Path, source: str, on: str, reason: str, entry: str = "manual") -> None:
    """Declare the change from a former text to the current one editorial."""
    target = keep_present(docs, entry)
    with (docs / "recognition/editorial.yml").open("a") as file:
        file.write(
            f'- {{entry: {entry}, from: "{source}", to: "{target}", on: {on}, by: unodc, '
            f'reason: "{reason}"}}\n'
        )


def keep_present(docs: Path, entry: str = "manual") -> str:
    """Keep the current text; returns its digest."""
    ledger = make_ledger(read_content(docs))
    digest = present_digest(ledger, entry)
    keep(ledger, docs, {entry: digest})
    return digest


def edit(docs: Path, old: str, new: str, path: str = MANUAL) -> None:
    """Change the text of an entry."""
    content_case.edit(docs / f"{path}.md", old, new, 1)
