"""Arabic."""

from toolkit.languages.accents import with_plain
from toolkit.languages.language import Language

# The names of the months in the Arab East and West, as the United Nations writes them.
_MONTHS = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)

_STOP_WORDS = """
أم أن أنا أنت أنه أو أي إذ إذا إلا إلى إن إنه التي الذي الذين اللذان أيضا بعد بعض بل بها به بين تلك
ثم حتى حول حيث حين ذلك سوف ضمن عبر على عليه عليها عن عند عندما فإن في فيه فيها قبل قد كان كانت كذلك
كل كما كم كيف لأن لدى لقد لكل لكن لها له لهم ما ماذا متى مثل مع من منذ منه منها مما هؤلاء هذا هذه
هل هم هناك هنا هو هي و وأن وفي وقد وكان ومن يا يكون
"""
_FILLERS = """
أبحث أجد أحتاج أريد أعرف أود ابحث اجد احتاج اريد اعرف رجاء شكرا فضلك لدي مرحبا مساعدة معرفة ممكن
pdf نحتاج نريد يجب يمكن يمكنني
"""
# Words that say little if others remain: they only help rank what the others found.
# Stop words with marks (أن) are here too: without these, they are words of the index.
_LIGHT_WORDS = """
أن إن أنا أنت أنه أو أي إذا إلى أيضا لأن أين لماذا أبدا أحيانا أساعد أسبوع أصبح أقول الأسبوع الآن
الشهر الليل الليلة المرة اليوم أمس أول أيام بسرعة جدا حاليا دائما ربما سيتم شهر شهور صباحا غدا فقط
فورا ليلا مرات مرة مساء نحن نساعد هكذا
"""

# Endings that make no difference to people who search, and "and" before a word: without marks.
_SPELLINGS = (
    ("^و(?=[\u0621-\u064a]{4})", ""),
    ("^([\u0621-\u064a]{3,}?)(?:ها|هم|ات|ان|ون|ين|يه|[هي])$", "$1"),
)

LANGUAGE = Language(
    tag="ar",
    name="العربية",
    locale_name="ar",
    letters="\u0600-\u06ff",
    sections=("السياق", "النهج", "النتائج", "الشروط", "القيود"),
    stop_words=frozenset(_STOP_WORDS.split()),
    fillers=with_plain(_FILLERS),
    light_words=with_plain(_LIGHT_WORDS),
    months=_MONTHS,
    languages={"en": "الإنكليزية"},
    spellings=_SPELLINGS,
)
