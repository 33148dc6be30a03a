"""When each entry's record last changed, for harvesters that only ask for changes.

No date in an entry says so: most changes aren't declared anywhere, and a record also changes with
the name of an organization. So each site lists its records with their checksums, and the next build
compares against that list. Without one, every record counts as changed on the day of the build:
harvesters then get records again, but miss none.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.problems import ToolkitError

FOLDER = "data/oai"
RECORDS = "records.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The day of the last change, and the record's SHA-256; empty if the record was removed."""

    on: date
    sum: str = ""


def stamps_of(sums: Mapping[str, str], before: Mapping[str, Stamp], day: date) -> dict[str, Stamp]:
    """The stamps of records as of `day`, by id; those in `before` with the same sum are kept."""
    gone = {id_: "" for id_ in before if id_ not in sums}
    return {
        id_: before[id_] if id_ in before and before[id_].sum == sum_ else Stamp(day, sum_)
        for id_, sum_ in sorted({**sums, **gone}.items())
    }


def stamps_json(stamps: Mapping[str, Stamp]) -> bytes:
    """The list that the next build compares against."""
    listed = {id_: {"on": one.on.isoformat(), "sha256": one.sum} for id_, one in stamps.items()}
    return f"{json.dumps({'version': 1, 'records': listed}, indent=1)}\n".encode()


def read_stamps(site: Path) -> dict[str, Stamp]:
    """The list in a site's folder; raises ToolkitError if it is missing or broken."""
    file = site / FOLDER / RECORDS
    try:
        read = json.loads(file.read_bytes())["records"]
        return {
            id_: Stamp(date.fromisoformat(one["on"]), one["sha256"]) for id_, one in read.items()
        }
    except FileNotFoundError:
        raise ToolkitError(
            f"{file} is missing, which says when records changed.",
            "give the folder of a site that was built with a site_url and an address for mail "
            "(docs/contribute/hosting.md), or build without --published.",
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ToolkitError(
            f"{file} can't be read: {error}.",
            "take it from the published site again, or build without --published.",
        ) from error
