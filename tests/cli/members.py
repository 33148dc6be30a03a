"""The organizations of the recognition commands, and the digests of entries."""

from tests.program import Toolkit

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
  maintainers: ["@iom/recognition", "@iom/focal-point"]
- id: who
  name: World Health Organization
  abbreviation: WHO
  kind: un-entity
"""


def digest_of(toolkit: Toolkit, entry: str) -> str:
    return toolkit("digest", entry).out.strip()
