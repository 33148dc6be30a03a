"""The coverage tables. Kept free of heavy imports, since the command line offers their names."""

from collections.abc import Mapping

PROTOCOL = "tip-protocol"
WORLD = "world"

# Each table by name, with its rows and its columns.
TABLES: Mapping[str, tuple[str, str]] = {
    "articles-regions": ("articles", "regions"),
    "articles-audiences": ("articles", "audiences"),
    "themes-regions": ("themes", "regions"),
    "themes-audiences": ("themes", "audiences"),
    "exploitation-regions": ("exploitation", "regions"),
}
