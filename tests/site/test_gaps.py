"""Spaces next to punctuation: removed after Chinese, unbreakable before French."""

import pytest

from toolkit.languages import LANGUAGES
from toolkit.site.gaps import with_gaps


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
    assert with_gaps(written, LANGUAGES["zh"]) == made
    assert with_gaps(written, LANGUAGES["en"]) == written


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("<h1>Recours : par région</h1>", "<h1>Recours\u00a0: par région</h1>"),
        ("25 % de plus", "25\u00a0% de plus"),
        ("<a>Où</a> ; « <b>ici</b> » ?", "<a>Où</a>\u00a0; «\u00a0<b>ici</b>\u00a0»\u00a0?"),
        ('<p title="a : b" lang="fr">deux : trois', '<p title="a : b" lang="fr">deux\u00a0: trois'),
        ("<code>a ? b : c</code> <pre>« d »</pre>", "<code>a ? b : c</code> <pre>« d »</pre>"),
        ("<p>Convention (n° 29)", "<p>Convention (n°\u00a029)"),
        ('<script>{"a" : 1}</script>oui !', '<script>{"a" : 1}</script>oui\u00a0!'),
    ],
)
def test_french_marks_begin_no_line(written: str, made: str) -> None:
    assert with_gaps(written, LANGUAGES["fr"]) == made


def test_no_russian_line_begins_with_a_dash() -> None:
    written = "<p>Это — группа: одна «из» них"
    assert with_gaps(written, LANGUAGES["ru"]) == written.replace(" —", "\u00a0—")
