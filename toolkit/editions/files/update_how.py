"""How to apply an update by hand, in the six languages of the United Nations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from toolkit.editions.files.texts import plain_text

_HOW: Final[Mapping[str, str]] = {
    "ar": """\
هذا تحديث لنسخة من مجموعة الأدوات: من نسخة {before} إلى نسخة {after}.
لا يصلح إلا لنسخة {before}. تجد تاريخ نسختك في كل صفحة من صفحاتها.

1. فُكّ ضغط هذا التحديث في مجلد نسختك، أي المجلد الذي يحتوي على index.html.
   دع ملفات التحديث تحل محل ملفات النسخة.
2. احذف كل ملف مذكور في DELETE.txt. كل سطر يذكر ملفاً واحداً من ذلك المجلد.
   ومن هذه الملفات DELETE.txt و update.json وهذا النص.
3. افتح index.html. التاريخ على الصفحة هو الآن {after}.

إذا كان لنسختك تاريخ آخر، أو إذا نقصت صفحة بعد ذلك، فاحصل على النسخة الكاملة بدلاً من التحديث.""",
    "en": """\
This is an update for a copy of the toolkit: from the copy dated {before} to the one dated {after}.
It works only with the copy dated {before}. The date of your copy is on each of its pages.

1. Unzip this update into the folder of your copy: the folder that holds index.html.
   Let the files of the update replace those of the copy.
2. Delete every file that is named in DELETE.txt. Each line names one file of that folder.
   DELETE.txt, update.json and this text are among them.
3. Open index.html. The date on the page is now {after}.

If your copy has another date, or if a page is missing afterwards, get the whole copy instead.""",
    "es": """\
Esto es una actualización de una copia de la caja de herramientas:
de la copia del {before} a la copia del {after}.
Solo sirve para la copia del {before}. La fecha de su copia figura en cada una de sus páginas.

1. Descomprima esta actualización en la carpeta de su copia: la que contiene index.html.
   Deje que los archivos de la actualización sustituyan a los de la copia.
2. Borre cada archivo que se nombra en DELETE.txt. Cada línea nombra un archivo de esa carpeta.
   Entre ellos están DELETE.txt, update.json y este texto.
3. Abra index.html. La fecha de la página es ahora {after}.

Si su copia tiene otra fecha, o si después falta una página, consiga la copia completa.""",
    "fr": """\
Ceci est une mise à jour d’une copie de la boîte à outils :
de la copie du {before} à la copie du {after}.
Elle ne convient qu’à la copie du {before}. La date de votre copie figure sur chacune de ses pages.

1. Décompressez cette mise à jour dans le dossier de votre copie : celui qui contient index.html.
   Laissez les fichiers de la mise à jour remplacer ceux de la copie.
2. Supprimez chaque fichier que nomme DELETE.txt. Chaque ligne nomme un fichier de ce dossier.
   DELETE.txt, update.json et ce texte en font partie.
3. Ouvrez index.html. La date sur la page est maintenant {after}.

Si votre copie porte une autre date, ou si une page manque ensuite, prenez plutôt la copie
entière.""",
    "ru": """\
Это обновление копии: от копии с датой {before} к копии с датой {after}.
Оно подходит только к копии с датой {before}. Дата вашей копии указана на каждой её странице.

1. Распакуйте это обновление в папку вашей копии: в ту, где лежит файл index.html.
   Пусть файлы обновления заменят файлы копии.
2. Удалите каждый файл, названный в DELETE.txt. В каждой строке назван один файл этой папки.
   Среди них DELETE.txt, update.json и этот текст.
3. Откройте index.html. Теперь на странице стоит дата {after}.

Если у вашей копии другая дата или если потом не хватает какой-нибудь страницы, возьмите копию
целиком.""",
    "zh": """\
这是副本的更新：从 {before} 的副本更新到 {after} 的副本。
它只适用于 {before} 的副本。副本的日期写在每一页上。

1. 将此更新解压到副本所在的文件夹，即含有 index.html 的文件夹。
   让更新中的文件替换副本中的文件。
2. 删除 DELETE.txt 中列出的每个文件。每行列出该文件夹中的一个文件，
   其中包括 DELETE.txt、update.json 和本文件。
3. 打开 index.html。页面上的日期现在是 {after}。

如果您的副本是其他日期的，或者之后缺少页面，请改用完整的副本。""",
}


def update_how(before: date, after: date) -> bytes:
    """The text of UPDATE-HOW.txt, for an update from the copy of one date to that of another."""
    return plain_text(how.format(before=before, after=after) for how in _HOW.values())
