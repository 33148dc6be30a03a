"""Reads the labelled pairs and makes them into entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PAIRS = Path(__file__).parent / "pairs.yml"
_HELD_OUT_EVERY = 3

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Pair:
    """Two ids, whether they are one work or practice, and how they differ."""

    first: str
    second: str
    is_duplicate: bool
    is_held_out: bool
    what: str

    @property
    def ids(self) -> frozenset[str]:
        """Both ids, unordered."""
        return frozenset({self.first, self.second})


def read_pairs() -> tuple[dict[str, Record], list[Pair]]:
    """All records by id, and all pairs."""
    data = yaml.load(PAIRS.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    records: dict[str, Record] = dict(data["works"])
    pairs: list[Pair] = []
    for name, is_duplicate in (("duplicates", True), ("near_misses", False)):
        for number, item in enumerate(data[name], 1):
            second = item.get("and") or f"{name.replace('_', '-')}-{number:02}"
            if "record" in item:
                records[second] = item["record"]
            held_out = number % _HELD_OUT_EVERY == 0
            pairs.append(Pair(item["of"], second, is_duplicate, held_out, item["what"]))
    return records, pairs


def write_entries(records: Mapping[str, Record], docs: Path) -> None:
    """Write each record as an entry to the content folder `docs`."""
    for id_, record in records.items():
        front = {key: value for key, value in record.items() if key != "body"}
        folder = docs / "prevention" / ("practices" if "since" in front else "resources")
        if "type" in front:
            front.setdefault("languages", ["en"])
        folder.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(front, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        body = record.get("body", "")
        (folder / f"{id_}.md").write_text(f"---\n{text}---\n\n{body}", encoding="utf-8")
