"""Names of countries that the United Nations uses where those of Unicode CLDR differ."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def official_names() -> Mapping[str, Mapping[str, str]]:
    """What `countries.csv` has: by ISO 3166-1 code, the names by the tag of their language."""
    table = files("toolkit.languages").joinpath("countries.csv").read_text(encoding="utf-8")
    return {row["code"]: row for row in csv.DictReader(table.splitlines())}
