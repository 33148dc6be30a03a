"""The United Nations' names of countries, where they differ from those in Unicode CLDR."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def official_names() -> Mapping[str, Mapping[str, str]]:
    """The content of `countries.csv`: for each ISO 3166-1 code, the names by language tag."""
    table = files("toolkit.languages").joinpath("countries.csv").read_text(encoding="utf-8")
    return {row["code"]: row for row in csv.DictReader(table.splitlines())}
