"""The field tables for the files of `docs/recognition`, which explain what their fields mean."""

from toolkit.content.data_files import YES_OR_NO, data_field
from toolkit.content.schema import Field, Form

Table = dict[str, Field]


def _table(*fields: Field) -> Table:
    return {field.name: field for field in fields}


_ENTRY = data_field("entry", Form.ENTRY, required=True)
_DIGEST = data_field("digest", Form.DIGEST, required=True)
_ON = data_field("on", Form.DATE, required=True)

# The states of recognition, each with a page; toolkit.recognition defines what they mean.
STATES = (
    *("recognized", "partly", "circulating", "joint", "changed", "objected", "proposed"),
    *("superseded", "withdrawn"),
)
PROCEDURES = ("all-members", "no-objection")

_RULES = (
    data_field("procedure", Form.CHOICE, required=True, choices=PROCEDURES),
    data_field("secretariat", Form.ORGANISATION, required=True),
    data_field("circulation_days", Form.NUMBER, required=True),
)
POLICY = _table(
    *_RULES, data_field("membership_complete", Form.CHOICE, required=True, choices=YES_OR_NO)
)
# The list of former rules in the policy, and what an item says: `until` is its last day.
EARLIER = "earlier"
EARLIER_RULES = _table(data_field("until", Form.DATE, required=True), *_RULES)
CIRCULATION = _table(
    _ENTRY,
    _DIGEST,
    data_field("opens", Form.DATE, required=True),
    data_field("closes", Form.DATE, required=True),
)
EDITORIAL_LINK = _table(
    _ENTRY,
    data_field("from", Form.DIGEST, required=True),
    data_field("to", Form.DIGEST, required=True),
    _ON,
    data_field("by", Form.ORGANISATION, required=True),
    data_field("reason", required=True),
)
# The lists of an organization's register.
STATEMENTS: dict[str, Table] = {
    "recognises": _table(_ENTRY, _DIGEST, _ON, data_field("note")),
    "objections": _table(_ENTRY, _DIGEST, _ON, data_field("reason", required=True)),
    "withdrawals": _table(_ENTRY, _DIGEST, _ON, data_field("reason")),
}
