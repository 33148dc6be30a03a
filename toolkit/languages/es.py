"""Spanish."""

from toolkit.languages.language import Language

_STOP_WORDS = """
a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aun aunque cada como cómo
con cual cuál cuales cuáles cuando cuándo de del desde después donde dónde dos durante e el él ella
ellas ellos en entre era eran es esa esas ese eso esos está están estar este esta estas esto estos
fue fueron ha había han hasta hay la las le les lo los más me mediante mi mis mucho muy nos nosotros
nuestra nuestro o os otra otras otro otros para pero poco por porque pues que qué quien quién
quienes se sea según ser si sí sido sobre son su sus también tan tanto te tiene tienen todo todos tu
tus u un una unas uno unos usted ustedes y ya yo
"""
_FILLERS = """
alguien ayuda ayudar busca buscar busco conocer debe debo encontrar existe favor gracias hacer hago
hola necesita necesito pdf podría puede puedo quiere quiero quisiera saber sirve tengo útil usar
"""

# Endings that make no difference to people who search: without accents, as in the index.
_SPELLINGS = (
    ("(..)ces$", "$1z"),
    ("(...[^aeiou])es$", "$1"),
    ("(..[aeiou])s$", "$1"),
)

LANGUAGE = Language(
    tag="es",
    name="Español",
    locale_name="es",
    sections=("Contexto", "Enfoque", "Resultados", "Condiciones", "Limitaciones"),
    stop_words=frozenset(_STOP_WORDS.split()),
    fillers=frozenset(_FILLERS.split()),
    light_words=frozenset({"estoy", "soy"}),
    spellings=_SPELLINGS,
)
