"""After changes to everything, checks report the same with the cache as without.

These are a few rounds; `make prove` goes on for as long as you like.
"""

import pytest

from tests.cache.checks_proof import Step, prove

pytestmark = pytest.mark.slow

ROUNDS: tuple[tuple[Step, ...], ...] = (
    # A check that looks at all texts, and what it looks at in them: a heading, a link, a title,
    # shared sentences, what replaces what.
    (("anchor", 1),),
    (("anchor", 2), ("dead_link", 3)),
    (("renamed_heading", 3),),
    (("moved_lines", 0),),
    (("copied_text", 3), ("copied_text", 4), ("copied_text", 5), ("copied_text", 6)),
    (("wrong_relation", 5), ("wrong_relation", 6)),
    # One field of one entry; a copy of an entry, and later of a different one.
    (("circle", 0),),
    (("circle", 0),),
    (("same_text", 1),),
    (("same_text", 2),),
    (("same_text", 5),),
    (("named_title", 7),),
    (("discouraged_title", 7),),
    (("wording_rule", 0), ("moved_lines", 5)),
    (("wording_rule", 0),),
    (("moved_lines", 1),),
    (("entry_title", 8),),
    # What documents are checked against, what they are not, and the day.
    (("policy", 0),),
    (("policy", 2),),
    (("linked_term", 9),),
    (("renamed_term", 9),),
    (("other_article", 0), ("other_countries", 1)),
    (("other_article", 0), ("other_site", 0)),
    (("term", 4), ("organisation", 2)),
    (("questions_for_nothing", 9),),
    (("questions_for_nothing", 10),),
    (("review_due", 11),),
    (("day", 2),),
    (("translation", 11), ("translated_title", 12)),
    (("moved_lines", 2),),
    # Other files, names and bytes.
    (("stray_translation", 13),),
    (("copied_entry", 13), ("wrong_bytes", 14), ("file_beside", 15)),
    (("wrong_folder", 16), ("link_for_file", 17), ("damaged_cache", 18)),
    (("back", 2), ("day", 0)),
    (("nothing", 0),),
    (("link_for_list", 0),),
)


@pytest.mark.long
@pytest.mark.usefixtures("files_read_once")
def test_no_problem_is_out_of_date() -> None:
    skipped = list(prove(ROUNDS))
    assert len(skipped) == len(ROUNDS) + 1
    assert skipped[-1] == 0
