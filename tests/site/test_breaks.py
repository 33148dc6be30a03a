"""Line breaks in templates: removed around blocks, kept between words."""

import jinja2
import pytest

from toolkit.site.breaks import WithoutBreaks

ENVIRONMENT = jinja2.Environment(extensions=[WithoutBreaks], trim_blocks=True, autoescape=True)


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("<ul>\n<li>1</li>\n\n<li>2</li>\n</ul>\n<p>3", "<ul><li>1</li><li>2</li></ul><p>3"),
        ("<ul>{% for n in 'ab' %}<li>{{ n }}\n{% endfor %}</ul>", "<ul><li>a\n<li>b\n</ul>"),
        ("{% for n in 'ab' %}<li>{{ n }}</li>\n{% endfor %}", "<li>a</li><li>b</li>"),
        ('<p class="a">\n<a>1</a>\n<a>2</a>\n</p>', '<p class="a"><a>1</a>\n<a>2</a></p>'),
        ("<p>1\n2 <i>3</i>\n<b>4</b></p>", "<p>1\n2 <i>3</i>\n<b>4</b></p>"),
        ("<p>{{ text }}</p>\n<div>", "<p>&lt;li&gt;\n</p><div>"),
        ("<pre>\none\n  two</pre>\n<picture>\n", "<pre>\none\n  two</pre>\n<picture>"),
    ],
)  # fmt: skip
def test_breaks(template: str, made: str) -> None:
    assert ENVIRONMENT.from_string(template).render(text="<li>\n") == made
