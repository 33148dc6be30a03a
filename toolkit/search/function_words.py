"""Words of other languages that say nothing about what is searched for: articles, prepositions, and
question words.

On a site in another language, names of terms and organizations can be searched in these languages,
and nearly all names contain such words. Those for the site's own language are in
`toolkit/languages`.
"""

from toolkit.search.words import split

_BY_LANGUAGE = {
    "fr": """
        a à au aux avec ce ces cet cette chez combien comme comment contre d dans de des du elle
        elles en entre est et être eux il ils j je l la là le les leur leurs lors lui m ma mais me
        mes moi mon n ne nos notre nous on ont ou où par pas pendant peut plus pour pourquoi qu
        quand que quel quelle quelles quels qui quoi s sa sans se sera ses si son sont sous sur t
        ta te tes ton tu un une vers vos votre vous y
    """,
    "es": """
        a al algo ante como cómo con contra cual cuál cuáles cuando cuándo cuánto cuántos de del
        desde donde dónde durante e el ella ellas ellos en entre era es esa ese eso esta está están
        estas este esto estos fue ha hacia han hasta hay la las le les lo los más me mi mis muy ni
        no nos o para pero por porque puede que qué quién quiénes se ser si sí sin sobre son su sus
        también te tu u un una unas uno unos y ya yo
    """,
    "ru": """
        а без более бы был была были быть в вам вас весь во вот все всех вы где да для до его ее
        если есть еще же за и из или им их к как какая какие какой ко когда кого кто ли между меня
        мне может можно мой мы на над нам нас не него нет ни но о об он она они оно от по под после
        почему при про с свой себя сколько со так такой там то того тоже только у уже чего чем что
        чтобы эта эти это этот я
    """,
    "ar": """
        أم أن إن أنا أو أي أين إذا إلى التي الذي الذين ألا بعد بعض بل بين تحت تلك ثم حتى حول خلال
        دون ذلك ضد عبر عن عند على غير فوق في فيها فيه قبل قد كان كانت كل كم كما كيف لا لدى لكن لم
        لماذا لن ليس ما ماذا متى مثل مع من منذ من هذا هذه هل هم هنا هناك هو هي و وهو وهي يا
    """,
    "zh": """
        的 了 和 与 在 是 有 为 对 及 或 等 之 吗 呢 吧 也 都 而 把 被 从 到 让 给
        如何 怎么 怎样 什么 哪些 哪里 哪个 多少 为何 谁 我 你 他 她 们 这 那 我们 他们
        可以 能否 是否
    """,
}


def function_words(language: str) -> list[str]:
    """The folded words of all languages except one."""
    others = (words for tag, words in _BY_LANGUAGE.items() if tag != language)
    return sorted({word for words in others for word in split(words)})
