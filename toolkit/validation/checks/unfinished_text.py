"""A text still contains a placeholder, or something from the place it was copied from.

`toolkit new` puts a sentence into each section of a practice that says what to write there.
Readers would take it for the text, and miss what the section should tell them. The same is true
of `TBD`, `TODO:`, `XX women`, `[COUNTRY]`, `Lorem ipsum`, of a paragraph that only says `n/a` or
`None`, and of what a program that writes texts left behind (`As an AI, ...`, `【4†source】`), or a
word processor that lost the target of a reference (`Error! Reference source not found.`) or left
the number of a comment (`[AB1]`). Text that was copied from a message, a web page or a printed
page brings along greetings, `Read more »`, `Page 14 of 62` and `ibid.` If a heading has no words,
no PDF can be made of the text. An unfinished entry can't be published: keep it on a branch while
you write.

## What to do

Write the section, and remove the placeholder. If nothing is known, say so in your own words: that
is worth knowing too.

## Example

Wrong:

```markdown
## Results

*To be written: what is known about the results; each figure with its year and its source.*
```

Right:

```markdown
## Results

Nobody has counted yet. The ministry plans an evaluation.
```
"""

import re

from toolkit.content.document import Document
from toolkit.content.markdown import Heading
from toolkit.content.references import unescaped
from toolkit.content.schema import Kind
from toolkit.problems import Finding, Findings
from toolkit.validation.checks.garbled_letters import CITED
from toolkit.validation.context import Context
from toolkit.validation.passages import written
from toolkit.validation.words import quote

# What is alone below a heading or blank line. A fixed first character makes finding it fast.
ALONE = re.compile(
    r"\n(?:#[^\n]*\n|[ \t]*\n)[ \t*_(\[]*"
    r"(?P<alone>n/a|n\.a\.|not applicable|none|unknown|todo|tb[acd]|xxx+|\?+|\.{3}|…|[–—-]"
    r"|to be (?:added|announced|completed|confirmed|determined|done|drafted|filled in|written)"
    r"|(?:text |details )?to follow|coming soon|(?:see|as|same as) (?:above|below|attached|annexed)"
    r"|à compléter|(?:a|por) completar|to be translated|à traduire|por traducir|перевести"
    r"|待翻译|待补充|للترجمة)"
    r"[ \t*_)\].]*(?=\n[ \t]*\n|\n#|\n?$)",
    re.IGNORECASE,
)
# What programs that write texts leave in them. Interviewers also ask what they should rephrase.
BY_A_PROGRAM = (
    r"【\d[^】\n]{0,20}†[^】\n]{0,20}】",
    r":contentReference\[oaicite[^\n]{0,40}",
    r"turn\d+(?:search|view|news)\d+",
    CITED.pattern,
    r"\[cite(?:_start|: ?[\d, ]+)\]",
    r"As an AI(?: language model|(?: assistant)?,)",
    r"As a large language model",
    r"As of my last (?:knowledge|training|update)",
    r"(?:Sure|Certainly|Of course|Absolutely)[!,.] (?:Here|Below)(?!\w)",
    r"I hope this helps[.!]",
    r"Here(?: is|[’']s) (?:the|a|an|your) [^.:\n]{0,30}(?:draft|entry|summary|text|translation"
    r"|version)[^.:\n]{0,30} you (?:asked for|requested)",
    r"Would you like me to (?:add|continue|create|draft|expand|include|revise|summari[sz]e)(?!\w)",
    r"(?<=\n)(?:Bien sûr|Por supuesto|Claro|Конечно|当然|بالطبع)[ ]?[,!،，！] ?"
    r"(?:[Vv]oici|[Aa]quí|[Вв]от|以下是|إليك)",
    # Only what announces the rest of the text: people write of translations, and of DeepL, too.
    r"(?<=\n)(?:Voici (?:la|votre) traduction|Aquí (?:está|tiene) la traducción"
    r"|Вот (?:ваш )?перевод|以下是(?:[^\n，。]{0,8}(?:中文|文本的|原文的|内容的))?(?:译文|翻译)"
    r"|(?:إليك|فيما يلي) (?:ال)?ترجمة)(?!\w)(?=[^\n.:：]{0,24}[:：] *(?:\n|$))",
    r"DeepL\.com(?:/Translator)?(?= ?[(（](?:free version|version gratuite|versión gratuita"
    r"|бесплатная версия|免费版|(?:ال)?نسخة (?:ال)?مجانية)[)）](?:翻译)? *(?:\n|$))",
    r"Traducción realizada con la versión gratuita del traductor (?:www\.)?DeepL",
    r"Let me know if you(?:[’']d| would) like me to"
    r" (?:draft|expand|refine|rephrase|revise|rewrite|shorten)(?!\w)",
)
# What stood around a text in a message, on a web page, or at the edge of a printed page.
AROUND = (
    r"(?<=\n)Dear (?:M[rs]s?\. )?[^,.:\n]{2,30}[,:]",
    r"(?<=\n)(?:Estimad[oa]s? (?!(?:por|en|a|según) )[^,.:\n]{2,30}[,:]"
    r"|Ch(?:er|ère)s? [^,.:\n]{2,30},(?=\n)|Уважаемые коллеги(?=[,!]))",
    r"[Pp]lease find (?:attached|enclosed|below)|[Vv]euillez trouver ci-joint",
    r"(?<=\n)(?:(?:Best|Kind(?:est)?|Warm) regards|(?:Bien )?[Cc]ordialement|[Ss]aludos cordiales"
    r"|С уважением),?(?=\n|$)",
    r"(?<=\n)(?:Sent from my|Envoyé de(?:puis)? mon|Enviado desde mi|Отправлено с) "
    r"(?=[A-Z]|i[A-Z])[^.\n]{1,30}|发自我的 ?(?:[A-Za-z]|华为|小米|手机)\w{0,9}"
    r"|[أا]رسلت? من (?:الآيفون|آيفون|هاتفي)(?!\w)",
    r"(?<=\n)(?:> ?)?On (?=[^\n]{0,30}(?:\d[/.:]\d|[MTWFS][a-z]{2}, ))[^\n]{6,60} wrote:(?=\n|$)",
    r"(?<=\n)-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}",
    r"Share (?:this )?on (?:Facebook|LinkedIn|Twitter|WhatsApp|X)(?!\w| [a-z])",
    r"(?:Accept (?:all )?cookies|Skip to (?:main )?content)(?!\w| [a-z])",
    r"(?:(?:[Rr]ead|[Ss]ee|[Ll]earn) more|[Ll]ire (?:la suite|plus)|[Ll]eer más|[Чч]итать далее"
    r"|阅读更多|اقر[أا] المزيد) ?(?:»|›|→|>>|(?:\.\.\.|…)(?=\n|$))",
    r"(?<=\n)Home (?:>|›|»|/) [^.\n]{1,80}(?=\n|$)",
    r"(?:All rights reserved|[Tt]ous droits réservés|[Tt]odos los derechos reservados"
    r"|Все права защищены|版权所有|جميع الحقوق محفوظة)"
    r"(?!\w| (?:to|for|in|aux?|à|al?|los|para|за|لل\w+)(?!\w))",
    r"[Cc]lick here to (?:download|read|see|view)",
    r"(?<=\n)(?:(?:Page|Página|Страница|صفحة) \d{1,4} (?:of|sur|de|из|من) \d{1,4}"
    r"|第 ?\d{1,4} ?页[，,]? ?共 ?\d{1,4} ?页)(?=\n|$)",
    # A line of a table of contents; and a title as the properties of a file have it.
    r"(?<!\.)\.{6,} ?\d{1,4}(?=\n|$)",
    r"(?<=\n)(?:Microsoft (?:Word|PowerPoint) - |Untitled document)[^\n]{0,80}",
    r"(?<=\n)[^\s/:]{1,80}\.(?:pdf|docx?|pptx?|indd)(?=\n|$)",
)
# Notes at the foot of a page, which isn't there.
NOTE = (
    r"(?<![\w.])(?:[Ii]bid(?:em)?\.?|(?:[Oo]p|[Ll]oc)\. ?cit\."
    r"|Там же, с\.|同上，第 ?\d+ ?页|المرجع نفسه، ص"
    r"|[Ss]ee (?:fn\.?|footnote) \d{1,3}(?! (?:of|to|in) )(?: above| below)?)(?!\w)",
)
# TBC isn't among these: it is also The Border Consortium.
UNFINISHED = (
    r"(?<!\w)(?:To be written:|TBD(?!\w)|TODO:|[\[(]TODO[\])]|[Ll]orem ipsum(?!\w))",
    # Spanish has it in titles, but not before such words.
    r"(?<!\w)TODO[ ,–—-]{1,3}(?:add|ask|check|cite|complete|confirm|describe|expand|find|fix|insert"
    r"|rewrite|shorten|translate|update|verify|write|ajouter|compléter|traduire|vérifier)(?!\w)",
    # XX alone is a number, too: Title XX, el siglo XX.
    r"(?<!\w)XX+ ?(?:%|(?:per cent|boys|cases|children|days|girls|men|months|participants|people"
    r"|persons|survivors|victims|women|workers|years)(?!\w))",
    r"(?<!\w)(?:19|20)XX(?!\w)",
    # French has a space before such marks when they end a question.
    r"(?:(?<![\w?!])\?{3,}(?=[%.]| [a-zà-ÿа-яё])|: \?{3,}(?!\w)|\(\?{3,}\))",
    r"[\[(][Cc]itation needed[\])]",
    r"\[(?:[Ii]nsert|Your) [^\]\n]{1,40}\](?!\()",
    r"\[(?:link|source|ref|reference|URL|XX+|COUNTRY|DATE|NUMBER|ORGANI[SZ]ATION|YEAR)\](?![(\[:])",
    # What a word processor writes if a reference or a field has no text.
    r"Comment(?:ed)? \[[A-Z]{1,3}\d+(?:R\d+)?\]:",
    r"(?<=[a-zà-ÿ.,;)])\[[A-Z]{2,3}\d{1,2}(?:R\d+)?\](?![(\[:])",
    r"Click (?:or tap )?here to enter text",
    r"Note to (?:authors?|editors?|reviewers?|self|translators?)(?!\w| (?:is|are|was|were|in|on) )",
    r"Error! (?:Reference source|Bookmark|Hyperlink)[^.\n]{0,40}",
    r"Erreur ?! (?:Source du renvoi|Signet)[^.\n]{0,40}",
    r"¡Error! (?:No se encuentra|Marcador)[^.\n]{0,60}",
    r"Ошибка! (?:Источник|Закладка)[^.\n]{0,40}",
    r"错误[!！] ?(?:未找到引用源|未定义书签)",
    r"خطأ! (?:لم يتم العثور|الإشارة المرجعية)[^.\n]{0,40}",
)
_LEFT = re.compile(
    rf"(?P<program>{'|'.join(BY_A_PROGRAM)})|(?P<around>{'|'.join(AROUND)})|(?P<note>{'|'.join(NOTE)})"
    rf"|{'|'.join(UNFINISHED)}|(?i:{ALONE.pattern})"
)
# Each of the above contains one of these, except what is alone. Finding them is fast because each
# begins with one character, and few with a frequent one. A repetition (`\.{6}`) would not do: it
# makes the search try all of them everywhere, which takes five times as long.
_MARKS = re.compile(
    r"To be written:|TBD|TODO|psum|XX|【|Reference\[|urn\d|\ue200|Citation|citation|Click |click "
    r"|\[(?:[A-Z]|cite|[Ii]nsert|Your|link|source|ref)|Error! |Erreur ?!|Ошибка! |错误|خطأ!"
    r"|As an? |As of my|Sure[!,.]|Certainly[!,.]|Of course[!,.]|Absolutely[!,.]|I hope this"
    r"|you asked|you requ|ke me to|Dear |Please find|please find|joint|gards|Sent from|wrote:"
    r"|Original |Forwarded |Share |Accept |Skip to|Home |more ?[»›→>.…]|bid|\. ?cit\.|fn|footnote"
    r"|Note to|All rights|Page \d|Página \d|Страница \d|صفحة \d|页|droits rés|derechos res"
    r"|Все права|版权|حقوق محفوظة|Cher|Chèr|voyé de|uite ?[»›→>.…]|plus ?[»›→>.…]|Bien sûr"
    r"|Cordialement|cordialement|Estimad|dos cordiales|viado desde|más ?[»›→>.…]|Por supuesto|Claro"
    r"|Уважаемые|уважением|Отправлено|далее ?[»›→>.…]|Там же|Конечно"
    r"|\.\.\.\.\.\.|Microsoft |Untitled doc|\.(?:pdf|docx?|pptx?|indd)(?!\w)|\?\?\?"
    r"|Voici |Aquí |Вот |以下是|إليك|فيما يلي|DeepL"
    r"|发自|更多|当然|رسلت? من|زيد ?[»›→>.…]|فسه، ص|بالطبع"
)
_OWN_WORDS = "if nothing is known, say so in your own words."
_INVENTED = (
    "compare all that it wrote with the publication: such programs invent names and figures."
)
_COPIED = "it belongs to a message, a web page or a printed page. Name the work instead of a note."
# The parts of a heading that can't be read aloud.
_NO_WORDS = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|[\s*_`]")
_ABOVE = "\n\n"  # so that the first line, too, has a blank one above it


def check(context: Context) -> Findings:
    """Look in entries, tasks and their translations for what isn't part of the text."""
    for one in context.content.texts:
        if one.front is not None and one.body:
            yield from _headings(one)
    for passage in context.texts:
        document = passage.document
        if document is None:
            continue
        original = context.content.by_path.get(document.of, document)
        if original.kind is Kind.PAGE:
            continue  # some show how such things are written
        text = f"{_ABOVE}{passage.text}"
        commented = "<!--" in text
        for match in (_LEFT if _MARKS.search(text) else ALONE).finditer(text):
            if commented and _in_comment(text, match.start()):
                continue  # raw-html asks to remove all of it
            if match.lastgroup == "note" and "[^" in text:
                continue  # it may be in a note of this text
            if match[0].startswith("[") and f"\n{match[0]}: " in text:
                continue  # a link whose address is at the end
            group = match.lastgroup or 0  # program, around, note, alone, or all of it
            place = passage.at(match.start(group) - len(_ABOVE), len(match[group]))
            fault, label, hint = "this is not finished", "write it, and remove this", _OWN_WORDS
            if group == "program":
                fault, label, hint = "a program wrote this", "remove it", _INVENTED
            elif group in ("around", "note"):
                fault, label, hint = "more than the text was copied", "remove it", _COPIED
            if label == "remove it" and match[group] == passage.text.strip():
                label = "write in its place what belongs here"
            message = f"{quote(match[group])} shows that {fault}."
            yield passage.finding(place, message, label, hint)


def has_words(heading: Heading) -> bool:
    """Whether a heading has words: this check reports one without them."""
    return bool(_NO_WORDS.sub("", unescaped(written(heading.location))))


def _headings(document: Document) -> Findings:
    for heading in document.outline.headings:
        if not has_words(heading):
            message = "This heading has no words."
            label = "write words, or remove the # characters"
            hint = "people who listen to a page go from heading to heading by their words."
            yield Finding(message, document.source.at_line(heading.location.line), label, hint)


def _in_comment(text: str, start: int) -> bool:
    return text.rfind("<!--", 0, start) > text.rfind("-->", 0, start)
