"""A text says that the Group or its members recognize something.

Recognition is about one exact text. Each organization states it in a register of its own, and the
page of the entry shows what is in force today. A sentence about it in the text can be wrong from
the start, and is out of date with the next change.

## What to do

Remove the sentence. If an organization recognizes the entry, somebody who may speak for that
organization runs `toolkit recognise ORGANISATION ID --on DATE`. If the sentence is about something
else, such as a decision of the Group, say what was decided, when and where, with a source.

## Example

Wrong:

```markdown
The guide is recognized by all members of ICAT.
```

Right:

```markdown
The guide is used in the training of inspectors in twelve countries.
```
"""

import re

from toolkit.content.schema import Kind
from toolkit.problems import Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.passages import other_fields
from toolkit.validation.shown import as_shown
from toolkit.validation.words import look_alike, quote

SEVERITY = Severity.WARNING

# How each language says it, a space standing for any white space: `done` by all or some `members`
# `of` the `group`, which is often `short` after them, or by `all` there are; or these `did` so with
# `this` text. Members of something else, such as all member States, aren't meant.
# In small letters, each claim has a `sign`, which is found many times faster.
_WORDS = {
    "en": {
        "sign": r"icat\b|group\b|toolkit|by\s+(?:all|every|each)\b",
        "done": r"\b(?:recogni[sz]ed|endorsed|approved|accepted) by ",
        "members": r"(?:(?:all|every|each) (?:of )?)?(?:the )?(?:member |organi[sz]ation )?"
        r"(?:members?|organi[sz]ations?)",
        "of": "(?:of|in) ",
        "group": r"(?:(?:all|every|each) (?:of )?)?(?:the )?(?:\d+ )?"
        r"(?:ICAT(?: members?)?|Inter-Agency Coordination Group|this toolkit)\b",
        "short": r"the Group\b",
        "all": "(?:all|every|each) (?:of )?(?:the )?(?:member )?(?:members?|organi[sz]ations?)",
        "did": "(?:have )?(?:all )?(?:recogni[sz]ed?|endorsed?|approved?)",
        "this": r"(?:it|this (?:entry|guide|handbook|manual|page|practice|resource|text|tool))\b",
        "also": r"\bICAT members {did} {this}|\bICAT[- ](?:recogni[sz]ed|endorsed|approved)\b",
    },
    "fr": {
        "sign": r"icat\b|groupe\b|boîte|par\s+(?:tou|l['’]ens)",
        "done": r"\b(?:reconnu|approuvé|avalisé|entériné|accepté|validé)e?s? par ",
        "members": "(?:(?:(?:tou(?:te)?s )?les|l['’]ensemble des) (?:membres|organisations)"
        "(?: membres)?|chaque membre)",
        "of": "d[eu] ",
        "group": r"(?:l['’])?(?:ICAT|(?:le )?Groupe interinstitutions|cette boîte à outils)\b",
        "short": r"Groupe\b",
        "all": "(?:tou(?:te)?s les|l['’]ensemble des) (?:membres|organisations(?: membres)?)",
        "did": "(?:(?:ont )?(?:tous )?(?:reconnu|approuvé|avalisé)|reconnaissent|approuvent)",
        "this": r"(?:cette?|ce) (?:fiche|guide|manuel|page|pratique|ressource|texte|outil)\b",
    },
    "es": {
        "sign": r"icat\b|grupo\b|caja\b|por\s+tod",
        "done": r"\b(?:reconocid|aprobad|avalad|respaldad|aceptad|refrendad)[oa]s? por ",
        "members": "(?:(?:tod[oa]s )?l[oa]s (?:miembros|organizaciones)(?: miembros?)?"
        "|cada miembro)",
        "of": "del? ",
        "group": r"(?:el |la )?(?:ICAT|Grupo Interinstitucional|esta caja de herramientas)\b",
        "short": r"Grupo\b",
        "all": "tod[oa]s l[oa]s (?:miembros|organizaciones(?: miembros?)?)",
        "did": "(?:han )?(?:reconocido|aprobado|avalado|respaldado|reconocen|aprueban|avalan)",
        "this": r"est[ae] (?:entrada|ficha|guía|manual|página|práctica|recurso|texto)\b",
    },
    "ru": {
        "sign": r"icat\b|икат\b|межучрежд|группы\b|всеми\b|каждым\b",
        "done": r"\b(?:признан|одобрен|утвержд[её]н|поддержан)(?:[аоы]|н\w+)? ",
        "members": r"(?:все(?:ми)? |кажды[йм] )?"
        r"(?:член(?:ы|ами|ом)|участник(?:и|ами)|организаци(?:и|ями)(?:-член(?:ы|ами))?)",
        "of": "",
        "group": r"(?:ICAT|ИКАТ|Межучрежденческ\w+ координационн\w+ групп\w+)\b",
        "short": r"Группы\b",
        "all": "(?:всеми (?:членами|участниками|организациями(?:-членами)?)|каждым членом)",
        "did": "(?:признали|одобрили|поддержали|утвердили)",
        "this": r"эт(?:у|от|о) (?:запись|руководство|пособие|страницу|практику|ресурс|текст)\b",
    },
    "ar": {
        "sign": r"icat\b|مشترك|فريق|ضاء|منظمات",
        "done": r"(?:(?:معترف|اعترفت?) ب\w+|(?:[أا]قرت?|[أا]يدت?|اعتمدت?)ه[اـ]?|وافقت? علي\w+"
        r"|(?:ب|على )(?:اعتراف|ت[أا]ييد|موافقة|[إا]قرار)) (?:من (?:(?:قبل|جانب|طرف) )?)?",
        "members": "(?:جميع |كل |كافة )?[أا]عضاء",
        "of": "",
        "group": r"(?:ICAT|فريق التنسيق المشترك)\b",
        "short": r"الفريق\b",
        "all": "(?:جميع|كل|كافة) (?:ال[أا]عضاء|المنظمات(?: ال[أا]عضاء)?)",
        "did": "(?:اعترفوا|[أا]قروا|وافقوا|[أا]يدوا)",
        "this": r"(?:ب|على )?هذ[اه]\b",
        "also": r"(?:اعترفت?|[أا]قرت?|وافقت?) {members} {of}(?:{group}|{short}) (?:ب|على )هذ[اه]\b",
    },
}
_PASSIVE = "{done}(?:(?:{members} {of})?{group}|{members} {of}{short}|{all}{ends})"
_ACTIVE = "{members} {of}(?:{group}|{short})(?: [(]ICAT[)])? {did} {this}"
# A sentence, a part of one, a cell, a heading or an item ends here.
_ENDS = r"(?=\s*(?:[.,;:!|)\"'”»،؛]|\Z)|[^\S\n]*\n\s*[-+#>\n])"
# Chinese has another order, and no spaces.
_CHINESE = r"""
    (?:获得?|得到|取得|经过?|被|由|受到?)了?\s*
    (?:(?:打击贩运人口)?(?:机构间协调小组|ICAT)(?:\s*[（(]\w+[）)])?\s*(?:的?(?:全体|所有|各)?成员(?:组织|机构)?)?
    |(?:协调)?(?:小组)?的?(?:全体|所有)成员(?:组织|机构)?)(?:一致|共同|均|都|已)*的?(?:认可|批准|核准|赞同|背书)
    |(?:ICAT|小组)的?(?:全体|所有)?成员(?:组织|机构)?(?:一致|均|都|已)*(?:认可|批准|核准)了?[本这该](?:条目|指南|手册|做法|资源|文本|文件)
    |ICAT\s*(?:认可|批准|核准)的
"""
CLAIMS = {
    language: re.compile(
        f"{_PASSIVE}|{_ACTIVE}|{words.get('also', _ACTIVE)}".format_map(
            {**words, "ends": _ENDS}
        ).replace(" ", r"\s+"),
        re.IGNORECASE,
    )
    for language, words in _WORDS.items()
} | {"zh": re.compile("".join(_CHINESE.split()))}
_SIGNS = {language: re.compile(words["sign"]) for language, words in _WORDS.items()} | {
    "zh": re.compile("icat|小组|成员")
}
# What Markdown puts around words, and where a link leads.
_MARKS = re.compile(r"[*_`\[]|\](?:\([^()\s]*\))?")
# Shortly before a claim: that it isn't so.
DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|\w{2,6}n['’]t|n['’]\w+|ne|ni|aucune?|nunca|ning[uú]n\w*|не|ни|ничто)\b"
    r"|(?<!\w)(?:لم|لا|لن|ليس\w*|غير|دون)\b)[^.;:!?]{0,30}\Z|[未不没无非]\w{0,5}\Z",
    re.IGNORECASE,
)
# Pages explain what recognition is; what one says about itself is another matter.
_OURSELVES = re.compile(
    r"(?:\b(?:this (?:toolkit|site|website|page)|cette (?:boîte à outils|page)|ce site"
    r"|est[ea] (?:caja de herramientas|sitio|página)|этот (?:сборник|сайт)|эта страница)"
    r"|مجموعة الأدوات هذه|هذ[اه] (?:الموقع|الصفحة|المجموعة))\W+(?:\w+\W+){0,2}\Z"
    r"|本(?:工具包|网站|网页|站|页)\W*\w{0,3}\Z".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_NEAR = 80
_WHAT = {Kind.TASK: "A task", Kind.PAGE: "A page"}


def check(context: Context) -> Findings:
    """Look for claims about the Group or all its members, in the languages with words for it."""
    for passage in (*context.texts, *other_fields(context.content)):
        document = passage.document
        if document is None or document.language not in CLAIMS:
            continue
        shown = as_shown(passage)
        text = _plainly(shown.text, document.language)
        if not _SIGNS[document.language].search(text.lower()):
            continue
        original = context.content.by_path.get(document.of, document)
        for match in CLAIMS[document.language].finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if DENIED.search(before):
                continue
            if original.kind is Kind.PAGE and not _OURSELVES.search(before):
                continue
            what = _WHAT.get(original.kind, "An entry")
            words = shown.text[match.start() : match.end()]
            message = f"{what} can't claim its own recognition: {quote(words)}."
            hint = "organizations recognize entries only, each in a list of its own."
            if original.is_entry:
                hint = (
                    "organizations state that themselves, with toolkit recognise ORGANISATION ID."
                )
            yield shown.finding(match, message, "remove it", hint)


def _plainly(text: str, language: str) -> str:
    """The text as it is read, character for character: without marks, in letters that are meant."""
    text = _MARKS.sub(lambda match: " " * len(match[0]), text)
    return text if language == "ru" else look_alike(text)
