"""The pages of coverage say what the tables count, and each cell leads to its entries."""

from __future__ import annotations

import re
from typing import Any

from tests.checkouts import SAMPLE
from tests.coverage.recount import TABLES, recount
from tests.pages.small import sample_pages
from tests.site.test_rendering import sample_html


def test_each_cell_leads_to_a_list_of_exactly_its_entries() -> None:
    counted = recount(SAMPLE)
    seen = 0
    for table, _rows, _columns in TABLES:
        page: Any = sample_pages()[f"coverage/{table}"]
        for row in page.rows:
            listed: Any = sample_pages()[row.path]
            by_anchor = {column.anchor: column for column in listed.columns}
            for cell in row.cells:
                ids = {item.id for item in by_anchor[cell.anchor].entries}
                key = row.path.rpartition("/")[2].replace("tip-protocol-", "tip-protocol:")
                kinds = counted.get((table, key, cell.anchor), {})
                assert ids == kinds.get("practices", set()) | kinds.get("resources", set())
                assert (cell.practices, cell.resources) == (
                    len(kinds.get("practices", ())),
                    len(kinds.get("resources", ())),
                )
                assert bool(cell.gap) == (not ids)
                assert bool(by_anchor[cell.anchor].reason) == (not ids)
                seen += bool(ids)
    assert seen == len(counted)


def test_links_of_cells_lead_to_headings_that_are_there() -> None:
    html = sample_html()
    for path, text in html.items():
        if re.fullmatch(r"coverage/[a-z]+-[a-z]+", path):
            found = re.findall(r'href="\.\./(coverage/[^"]+)\.html#([^"]+)"', text)
            assert found
            assert not [one for one in found if f'id="{one[1]}"' not in html[one[0]]]


def test_what_stands_out_is_said_in_words() -> None:
    page: Any = sample_pages()["coverage/index"]
    assert all(one.says for one in page.tables)
    assert "No practice yet for:" in sample_html()["coverage/index"]
