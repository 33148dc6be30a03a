"""Spanish."""

from toolkit.languages.language import Language

# With and without their accents, which texts and queries lose.
_STOP_WORDS = """
a al algo algun algún alguna algunas alguno algunos ante antes aquel aquella asi así aun aunque cada
como cómo con cual cuál cuales cuáles cuando cuándo de del desde despues después donde dónde dos
durante e el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está estan están
estar estas este esto estos fue fueron ha habia había han hasta hay la las le les lo los mas más me
mediante mi mis mucho muy nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por
porque pues que qué quien quién quienes se sea segun según ser si sí sido sobre son su sus tambien
también tan tanto te tiene tienen todo todos tu tus u un una unas uno unos usted ustedes y ya yo
"""
_FILLERS = """
alguien ayuda ayudar busca buscar busco conocer debe debo encontrar existe favor gracias hacer hago
hola necesita necesito pdf podria podría puede puedo quiere quiero quisiera saber sirve tengo usar
util útil
"""

# What the last rule would take for forms of another word: a treaty (tratado) is not trafficking, a
# wife (casada) not a house, a husband (marido) not a gang, an exit (salida) not a room, cattle
# (ganado) not what people earn, and to measure (medir) not a measure.
_APART = "casada|comida|creer|empleada|ganado|marido|medida|partid[ao]|primer|salida|tratado"

# Endings that make no difference to people who search: without accents, as in the index.
_SPELLINGS = (
    ("(..)ces$", "$1z"),
    ("(...[^aeiou])es$", "$1"),
    ("(..[aeiou])s$", "$1"),
    ("^(cas|emple)ado$", "$1ada"),
    ("^salir$", "salida"),
    (rf"^(?!(?:{_APART})$)(...+?)(?:[aei]r|[ai]d[ao])$", "$1a"),
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
