"""Blanks of templates after Chinese marks: gone between sentences, kept where they part things."""

from __future__ import annotations

import pytest

from toolkit.site.gaps import without_gaps


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ('<p>独立版本。 <a href="a">关于</a>', '<p>独立版本。<a href="a">关于</a>'),
        ("<strong>注意：</strong> 它出版了。\n本条", "<strong>注意：</strong>它出版了。本条"),
        ("<a>哪些保护？</a> <span>手册</span>", "<a>哪些保护？</a> <span>手册</span>"),
        ("（未核对） · ILO。 ILO", "（未核对） · ILO。 ILO"),
        ("<pre>一。\n<span>二</span></pre>三。 四", "<pre>一。\n<span>二</span></pre>三。四"),
    ],
)  # fmt: skip
def test_gaps(written: str, made: str) -> None:
    assert without_gaps(written) == made
