"""How to open an unpacked copy, in the six languages of the United Nations."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from babel import Locale
from markupsafe import escape

from toolkit.editions.copy import Copy
from toolkit.editions.files.texts import plain_text

HTML: Final = "START-HERE.html"
TEXT: Final = "START-HERE.txt"


@dataclass(frozen=True, slots=True)
class _Words:
    direction: str
    title: str
    unpack: str
    open: str
    phone: str
    safety: str
    begin: str
    read: str
    written_in: str


# The language of the toolkit first to mind when somebody gets a stick may not be the reader's.
_WORDS: Final[Mapping[str, _Words]] = {
    "ar": _Words(
        "rtl",
        "ابدأ من هنا",
        "فُكّ ضغط الملف كله أولاً: فالصفحات داخل الملف المضغوط لا يصل بعضها إلى بعض.",
        "ثم افتح الملف index.html في متصفح. لا حاجة إلى شبكة.",
        "إذا لم يستطع هاتفك فتح مجلد من الصفحات فاستعمل الملف ذا الصفحة الواحدة (html) أو الكتاب "
        "الإلكتروني (epub).",
        "تبقى هذه النسخة على الجهاز إلى أن تحذفها. إذا كان بإمكان شخص آخر أن يطّلع على هذا الجهاز "
        "فاقرأ أولاً صفحة السلامة.",
        "افتح النسخة",
        "صفحة السلامة",
        "لغة النصوص: {language}.",
    ),
    "en": _Words(
        "ltr",
        "Start here",
        "Unzip the whole file first: pages inside a zip file can't find each other.",
        "Then open the file index.html in a browser. No network is needed.",
        "If your phone can't open a folder of pages, use the one-page file (html) or the e-book "
        "(epub) instead.",
        "This copy stays on the device until you delete it. If somebody else may look at this "
        "device, read the page on safety first.",
        "Open the copy",
        "The page on safety",
        "Language of the texts: {language}.",
    ),
    "es": _Words(
        "ltr",
        "Empiece aquí",
        "Primero descomprima todo el archivo: dentro de un archivo comprimido las páginas no se "
        "encuentran unas a otras.",
        "Después abra el archivo index.html con un navegador. No hace falta conexión.",
        "Si su teléfono no puede abrir una carpeta de páginas, use el archivo de una sola página "
        "(html) o el libro electrónico (epub).",
        "Esta copia permanece en el dispositivo hasta que usted la borre. Si otra persona puede "
        "mirar este dispositivo, lea antes la página sobre seguridad.",
        "Abrir la copia",
        "La página sobre seguridad",
        "Idioma de los textos: {language}.",
    ),
    "fr": _Words(
        "ltr",
        "Commencez ici",
        "Décompressez d’abord tout le fichier : dans un fichier compressé, les pages ne se "
        "trouvent pas les unes les autres.",
        "Ouvrez ensuite le fichier index.html dans un navigateur. Aucun réseau n’est nécessaire.",
        "Si votre téléphone ne peut pas ouvrir un dossier de pages, prenez plutôt le fichier d’une "
        "seule page (html) ou le livre numérique (epub).",
        "Cette copie reste sur l’appareil jusqu’à ce que vous la supprimiez. Si une autre personne "
        "peut regarder cet appareil, lisez d’abord la page sur la sécurité.",
        "Ouvrir la copie",
        "La page sur la sécurité",
        "Langue des textes : {language}.",
    ),
    "ru": _Words(
        "ltr",
        "Начните здесь",
        "Сначала распакуйте весь файл: внутри архива страницы не находят друг друга.",
        "Затем откройте файл index.html в браузере. Сеть не нужна.",
        "Если телефон не открывает папку со страницами, возьмите файл из одной страницы (html) или "
        "электронную книгу (epub).",
        "Эта копия остаётся на устройстве, пока вы её не удалите. Если кто-то другой может "
        "смотреть это устройство, сначала прочитайте страницу о безопасности.",
        "Открыть копию",
        "Страница о безопасности",
        "Язык текстов: {language}.",
    ),
    "zh": _Words(
        "ltr",
        "从这里开始",
        "请先解压整个文件：压缩包内的页面无法互相打开。",
        "然后用浏览器打开文件 index.html，不需要网络。",
        "如果手机无法打开网页文件夹，请改用单页文件（html）或电子书（epub）。",
        "这份副本会一直留在设备上，直到您将它删除。如果别人可能查看这台设备，请先阅读安全说明。",
        "打开副本",
        "安全说明",
        "内容语言：{language}。",
    ),
}

_STYLE: Final = (
    "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;"
    "overflow-wrap:break-word}"
    "h1,h2{font-size:1.3rem;line-height:1.3}"
    "section{border-top:1px solid;padding:.5rem 0 1rem}"
    "a{display:inline-block;min-height:24px;padding:.25rem 0;margin-inline-end:1.5rem}"
)


def text_file(copy: Copy) -> bytes:
    """The plain text."""
    blocks = [f"{copy.language.text('site.name')}\n{_line(copy)}"]
    for tag, words in _WORDS.items():
        lines = (words.title, words.unpack, words.open, words.phone, words.safety)
        blocks.append("\n".join((*lines, _written_in(copy, tag, words))))
    return plain_text(blocks)


def html_file(copy: Copy) -> bytes:
    """The same as a page, with links to the copy and to what it says on safety."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    sections = "\n".join(_section(copy, tag, words) for tag, words in _ordered(copy))
    first = _WORDS.get(copy.language.tag, _WORDS["en"])
    return f"""<!doctype html>
<html lang="{copy.language.tag}" dir="{copy.language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" \
content="default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<title>{escape(first.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{escape(copy.language.text("site.name"))}</h1>
<p>{escape(_line(copy))}</p>
{sections}
</main>
</body>
</html>
""".encode()


def _ordered(copy: Copy) -> list[tuple[str, _Words]]:
    return sorted(_WORDS.items(), key=lambda item: (item[0] != copy.language.tag, item[0]))


def _section(copy: Copy, tag: str, words: _Words) -> str:
    lines = "\n".join(
        f"<p>{escape(line)}</p>"
        for line in (
            words.unpack,
            words.open,
            words.phone,
            words.safety,
            _written_in(copy, tag, words),
        )
    )
    return f"""<section lang="{tag}" dir="{words.direction}" aria-labelledby="{tag}">
<h2 id="{tag}">{escape(words.title)}</h2>
{lines}
<p><a href="index.html">{escape(words.begin)}</a> \
<a href="about/safety.html">{escape(words.read)}</a></p>
</section>"""


def _line(copy: Copy) -> str:
    """Which copy it is: `Prosecutors and judges. Copy dated 25 November 2026.`"""
    return f"{copy.title}. {copy.language.text('foot.copy', date=copy.day)}"


def _written_in(copy: Copy, tag: str, words: _Words) -> str:
    name = Locale.parse(copy.language.tag, sep="-").get_display_name(tag) or copy.language.name
    return words.written_in.format(language=name)
