"""French."""

from toolkit.languages.accents import with_plain
from toolkit.languages.language import Language

_STOP_WORDS = """
a afin ai ainsi ait alors après au aucun aussi autre autres aux avant avec avez avoir avons c ce
cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de depuis des deux
doit donc dont du elle elles en encore entre es est et étaient était étant été être eu eux fait
faire faut il ils j je l la là le les leur leurs lors lorsque lui m ma mais me même mes moi mon n
nos notre nous on ont ou où par parce pendant peu peut peuvent plus pour pourquoi près puis qu
quand que quel quelle quelles quels qui quoi s sa se selon sera ses si soit son sont sous sur t
ta te tes toi ton tous tout toute toutes très tu un une va vers voici vos votre vous y
"""
_FILLERS = """
aide aider aimerais besoin bonjour chercher cherche connaître dois existe merci peux plaît pourrais
pdf puis quelqu quelque quelques savoir svp trouve trouver utile utiliser veut veux voudrais
"""
# Words that say little if others remain: they only help rank what the others found.
# Stop words with marks (après) are here too: without these, they are words of the index.
_LIGHT_WORDS = """
après combien même très assez aujourd beaucoup bientôt chose choses déjà demain ensuite fois hier
hui ici jour journée maintenant matin midi ne nuit parfois premier première rapidement semaine
serait seulement soir soirée sommes souvent suis surtout tard tellement tôt toujours trop truc vais
vas veulent viens vient vite voulons vraiment
"""

# Endings that make no difference to people who search: without accents, as in the index.
_SPELLINGS = (
    ("(...)eaux$", "$1eau"),
    ("^travaux$", "travail"),
    ("(...)aux$", "$1al"),
    ("(...t)rices?$", "$1eur"),
    ("(...)euses?$", "$1eur"),
    ("(..(?:[bdglnprtu]|[cgnrtx]i))eux$", "$1eur"),  # dangereux, but not milieux or enjeux
    ("(ion)ne[er]*s?$", "$1"),
    ("^([a-z]{3,}?)e*[sx]?$", "$1"),
    ("^(?!(?:pres|prud|viol)ent$)(...+[^m])ent$", "$1"),  # exploitent, not violent
)

LANGUAGE = Language(
    tag="fr",
    marks_apart=":;?!»%",
    name="Français",
    locale_name="fr",
    sections=("Contexte", "Démarche", "Résultats", "Conditions", "Limites"),
    stop_words=frozenset(_STOP_WORDS.split()),
    fillers=with_plain(_FILLERS),
    light_words=with_plain(_LIGHT_WORDS),
    first_day="d'er' MMMM y",
    spellings=_SPELLINGS,
)
