"""Characters that turn texts round: kept to their text, or taken out of it."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.languages.directions import contained, contained_json

LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (f"<b>a{RLO}b</b>, c{PDF}", "<b>ab</b>, c"),
        (f"<b>a{RLO}b{PDF}c</b>", "<b>abc</b>"),
        (f"a{RLI}b<br>c{PDI}", "ab<br>c"),
        (f"<p>{LRI}41{PDI} and {RLE}b{PDF}</p>", f"<p>{LRI}41{PDI} and {RLE}b{PDF}</p>"),
        (f"<p>{LRI}a{RLE}b{PDI}c{PDF}</p>", f"<p>{LRI}ab{PDI}c</p>"),
        (f"<p>{RLE}a{LRI}b{PDF}c</p>", "<p>abc</p>"),
        (f"<p>{RLE}a{LRI}b{PDF}c{PDI}d{PDF}</p>", f"<p>{RLE}a{LRI}bc{PDI}d{PDF}</p>"),
        (f"<p>{LRE}a{LRO}b{PDF}c{PDF}</p>", f"<p>{LRE}abc{PDF}</p>"),
        (f"<p>{RLO}a{FSI}b{PDI}c</p>", f"<p>a{FSI}b{PDI}c</p>"),
        (f'{LRI}<bdi lang="en">1</bdi>{PDI}, 2', f'{LRI}<bdi lang="en">1</bdi>{PDI}, 2'),
        (f"<bdi>a{RLI}</bdi>, 2<b>{PDI}</b>", "<bdi>a</bdi>, 2<b></b>"),
        (f'<p>{RLI}"a"{PDI}</p>', f'<p>{RLI}"a"{PDI}</p>'),
        (f'<a title="a{RLO}b">{PDF}c', '<a title="ab">c'),
    ],
)
def test_what_stays_in_html(written: str, shown: str) -> None:
    assert contained(written) == shown


def test_strings_in_json_are_apart() -> None:
    assert contained_json(f'["a{RLI}","b{PDI}","{LRI}c{PDI}",{{"{RLO}d":1}}]') == (
        f'["a","b","{LRI}c{PDI}",{{"d":1}}]'
    )


@given(st.text(f"ab<>{LRE}{RLE}{PDF}{LRO}{RLO}{LRI}{RLI}{FSI}{PDI}", max_size=30))
@example(f"{RLE}{LRI}{PDF}{PDI}{PDF}")
def test_every_beginning_has_its_end(text: str) -> None:
    shown = contained(text)
    assert contained(shown) == shown
    assert "".join(filter("ab<>".__contains__, shown)) == "".join(filter("ab<>".__contains__, text))
    for run in shown.replace(">", "<").split("<"):
        open_: list[str] = []
        for kind in map(unicodedata.bidirectional, run):
            assert kind not in ("LRO", "RLO")
            if kind in ("PDF", "PDI"):
                assert open_.pop().endswith("E" if kind == "PDF" else "I")
            elif kind != "L" and kind != "ON":
                open_.append(kind)
        assert open_ == []


@pytest.mark.slow
def test_as_many_as_a_file_can_hold_take_no_time() -> None:
    deep = RLI * 100_000 + (RLE + PDI) * 100_000
    assert len(contained(deep)) == 200_000
