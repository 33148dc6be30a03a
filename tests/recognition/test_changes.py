"""How two texts are compared, whatever they contain."""

from time import process_time

from toolkit.recognition.changes import Passage, compare, differences


def test_the_longest_texts_are_compared_sentence_by_sentence() -> None:
    """As many sentences as an entry can have, of a hundred characters each."""
    before = [f"{'A sentence of the usual length ' * 3} {number}." for number in range(2_000)]
    after = [*before[:1_000], "Something else.", *before[1_001:]]
    signs = [passage.sign for passage in compare(" ".join(before), " ".join(after))]
    assert signs == [" ", "-", "+", " "]


def test_a_text_that_repeats_itself_keeps_no_build_busy() -> None:
    """A hundred times as much, which anyone can write into a kept text, would take a year."""
    before, after = "One. Two. " * 250, "One. Three. " * 250
    assert [*compare(before, after)] == [
        Passage("-", before.strip()),
        Passage("+", after.strip()),
    ]


def test_a_kept_text_with_line_breaks_keeps_no_build_busy() -> None:
    """Entries have none once they are folded; anyone can write one into a kept text."""
    marks = '"' * 40_000
    begun = process_time()
    assert [*compare(f"One. {marks}\n{marks}", "One.")] == [
        Passage(" ", "One."),
        Passage("-", f"{marks}\n{marks}"),
    ]
    assert process_time() - begun < 3


def test_a_long_list_is_compared_item_by_item() -> None:
    old = '{"partners":["A body",{"title":"A source"}]}'
    new = '{"partners":["A body","Another body"]}'
    assert [*differences(old, new)][2:] == ['- {"title":"A source"}', "+ Another body"]
