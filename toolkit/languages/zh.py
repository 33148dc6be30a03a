"""Chinese, in simplified characters."""

from toolkit.languages.language import Language

_STOP_WORDS = """
的 了 和 与 及 或 在 是 我 我们 您 你 他 她 它 他们 这 那 这个 那个 这些 那些 也 都 就 而
以 于 为 对 从 把 被 由 之 其 并 等 吗 呢 吧 啊
"""
_FILLERS = (
    "pdf 怎么 怎样 如何 什么 哪里 哪些 请问 请 想 需要 可以 能 能否 有没有 谢谢 帮助 寻找 查找"
)

# Pairs of which one only joins words (not in Egypt) or ends a question: nobody searches for these.
_SPELLINGS = (
    ("^(?!参与|涉及|埃及)(?:[的及并其之于与或了将].?|被|.[的及并其之于与或了将被吗呢])$", ""),
)

LANGUAGE = Language(
    tag="zh",
    name="中文",
    locale_name="zh_Hans",
    letters="\u3400-\u9fff",
    sections=("背景", "做法", "成果", "条件", "局限"),
    stop_words=frozenset(_STOP_WORDS.split()),
    fillers=frozenset(_FILLERS.split()),
    gap="",
    spellings=_SPELLINGS,
)
