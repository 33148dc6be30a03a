"""Spanish."""

from toolkit.languages.accents import with_plain
from toolkit.languages.language import Language

_STOP_WORDS = """
a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aun aunque cada como cómo
con cual cuál cuales cuáles cuando cuándo de del desde después donde dónde dos durante e el él ella
ellas ellos en entre era eran es esa esas ese eso esos esta está están estar estas este esto estos
fue fueron ha había han hasta hay la las le les lo los más me mediante mi mis mucho muy nos nosotros
nuestra nuestro o os otra otras otro otros para pero poco por porque pues que qué quien quién
quienes se sea según ser si sí sido sobre son su sus también tan tanto te tiene tienen todo todos tu
tus u un una unas uno unos usted ustedes y ya yo
"""
_FILLERS = """
alguien ayuda ayudar busca buscar busco conocer debe debo encontrar existe favor gracias hacer hago
hola necesita necesito pdf podría puede puedo quiere quiero quisiera saber sirve tengo usar útil
"""
# Words that say little if others remain: they only help rank what the others found.
_LIGHT_WORDS = """
cuánta cuántas cuánto cuántos ahi ahora ahorita allá allí anoche antier aquí ayer bastante decirle
días enseguida estamos estoy explica explicar hoy luego mañana mientras noche noches primera primero
pronto rápido semana semanas siempre solamente somos soy tal tarde todavía vamos van veces vez voy
"""

# What the last of the rules below would take for a form of another word.
_APART = "|".join((
    "casada",  # a wife, not a house (casa)
    "comida",  # food, not to eat (comer)
    "creer",  # to believe, not to create (crear)
    "empleada",  # somebody employed, not to employ (emplear)
    "ganado",  # cattle, not to earn (ganar)
    "marido",  # a husband, not a gang (mara)
    "medida",  # a measure, not to measure (medir)
    "partid[ao]",  # a party or a departure, not to depart (partir)
    "primer",  # the first, not a premium (prima)
    "salida",  # an exit, not a room (sala)
    "tratado",  # a treaty, not trafficking (trata)
))  # fmt: skip
# Endings that make no difference to people who search: without accents, as in the index.
_SPELLINGS = (
    ("(..)ces$", "$1z"),
    ("(...[^aeiou])es$", "$1"),
    ("(..[aeiou])s$", "$1"),
    ("^(?!guardian$)(...+[ae])n$", "$1"),  # a guardian is no guard (guardia)
    ("^(cas|emple)ado$", "$1ada"),
    ("^salir$", "salida"),
    (rf"^(?!(?:{_APART})$)(...+?)(?:[aei]r|[ai]d[ao])$", "$1a"),
)


LANGUAGE = Language(
    tag="es",
    name="Español",
    locale_name="es",
    sections=("Contexto", "Enfoque", "Resultados", "Condiciones", "Limitaciones"),
    stop_words=with_plain(_STOP_WORDS),
    fillers=with_plain(_FILLERS),
    light_words=with_plain(_LIGHT_WORDS),
    spellings=_SPELLINGS,
)
