"""English."""

from toolkit.languages.language import Language

# The strings of the interface are in en.pot, not here.

# Words that say nothing about what is searched for, in titles and questions. Still searchable:
# words that reverse a meaning (no, not, without, against) and those that abbreviate a name (who,
# us, un).
_STOP_WORDS = """
a about also an and any are as at be been being but by can could d did do does for from
had has have he her here hers him his how i if in into is it its ll me my of on or our
ours re s shall she should so some such t than that the their theirs them then there these
they this those to too ve very was we were what when where which while whom whose why will
with would you your yours
"""

# British and American spellings of one word. A rule may turn other words into something that is not
# a word: it does so consistently, in queries and in texts.
_SPELLINGS = (
    ("^(licen|practi)s(e|es|ed|ing)$", "$1c$2"),
    ("(...)is(e[drs]?|ers|es|ing|ings|ation|ations|ational|able)$", "$1iz$2"),
    ("(...)ys(e[dr]?|ers|es|ing)$", "$1yz$2"),
    ("(...)our(s|ed|er|ers|ing|able|al|ful|hood|ite|ites|less)?$", "$1or$2"),
    ("([aeiou][^aeiou]+[aeiou])ll(s|ed|er|ers|ing|ings|or|ors|ful|fully|ment|ments)?$", "$1l$2"),
    ("(gram)me(s)?$", "$1$2"),
    ("(..[bt])re(s)?$", "$1er$2"),
    ("^(de|of|pre)(f|t)en[cs]e(s|d|less)?$", "$1$2ense$3"),
    ("(log)ue(s)?$", "$1$2"),
    ("(dg)e(ment|ments)$", "$1$2"),
    ("^enquir", "inquir"),
    ("^(p|an|h|gyn)ae", "$1e"),
)

# Words of questions, dropped from a query if others remain: what people write around the thing that
# they are looking for. They are kept in texts, and in a query as abbreviations in capitals (WHO).
_FILLERS = """
any anyone aren best cant come deal didn didnt does doesn doesnt doing don done dont find finding
finds get getting give given go good happen happens hello help helpful helping hi im isn isnt ive
just kind know learn let like look looking make makes many matter matters may maybe me might much
must need needed needs new no not one ones ought pdf please possible recent see seem show somebody
someone something sure take tell there thing things think try trying un us use used useful using
want wants way ways where whether who won wont years
"""

# Words that say little if others remain: they only help rank what the others found.
_LIGHT_WORDS = """
able above according across actually after again against agencies agency ago all allow allowed
almost alone along already although always am among another answer answers anybody anything anyway
anywhere apply around aside ask asked asking asks aspect aspects away back bad badly because become
becomes becoming before began begin behind belong belongs below beside besides better between beyond
big bit both bring brings call called came certain change choose clear comes coming common
completely concern consider contain contains correctly couldn countries country couple cover create
current currently day days dealing dear decide depend depends describe detail details different
difficult directly down dozen during each easily easy effective eight either eleven else enough
ensure entire especially etc even evening ever every everybody everyday everyone everything exactly
example examples except exist exists explain explains fact facts faster few fewer first five follow
forget four friday further gave goes going gone got great guy guys half happened happening hard
hardly hasn haven hear heard herself himself hold hope however hundred idea ideas important include
includes including inside instead interesting involve involved involving issue issues itself keep
keeping keeps kept lads lady large last late lately later latest least leave leaves left less lets
life little lives living long lot lots m main major mean meet mid mind minutes moment monday more
moreover morning most mostly move myself neither never nice night nine nobody none nor nothing now
nowhere number obtain off offer offers often old once only onto open other others otherwise
ourselves out outside over own part particular parts pay people per perhaps place places point
points practical prepare pretty problem problems project projects proper properly put puts question
questions quickly quietly quite rang rarely rather reach react read reading real really reason
reasons recently regarding regularly relate related reliably remain respond right role run safely
said same sat saw say saying says seek seems seldom send sends sent set sets setting seven several
share short shouldn shows similar simple simply since sits situation situations six small somehow
sometimes somewhere soon sort speak special specific spite stand stands start started starts stay
step steps still stop straight stuff subject suddenly suitable summer sunday suspect taken takes
taking talk talking task tells ten thanks themselves thirty though thought thousand three through
throughout time times today together told tomorrow tonight topic topics toward towards turn turns
twelve twenty twice two typical under understand unfortunately unless until up upon usually various
via wasn week weeks well went weren whatever whenever whichever whoever whole winter within without
wonder wonders work working works world wouldn write writing written wrong wrote yes yesterday yet
yourself zero
"""

# Irregular forms, the plain form first on each line. None that only adds an ending (beaten):
# unknown words are matched by the endings of known ones, and "healt" would be a form of "heal".
_IRREGULAR = """
am m
bear bore born
begin began begun
bite bit
break broke broken
bring brought
buy bought
catch caught
choose chose chosen
draw drew
drive drove
eat ate
fall fell
feed fed
fight fought
flee fled
fly flew flown
forget forgot
freeze froze frozen
grow grew
hang hung
hide hid
hold held
know knew
lead led
lose lost
pay paid
ride rode ridden
run ran
sell sold
shoot shot
sleep slept
speak spoke spoken
steal stole stolen
swear swore sworn
teach taught
throw threw
wear wore worn
wife wives
thief thieves
life lives
"""

# Codes of countries and ids of regions before whose names "the" stands: in the Philippines.
_THE_PLACES = """
AE AX BS CC CD CF CG CK DO FK FO GB GM HM IM IO KM KP KR KY LA MD MH MP MV NE NL PH PN PS RU SB SD
SY TC TF TZ UM US VA VG VI WF americas caribbean
"""

LANGUAGE = Language(
    tag="en",
    name="English",
    locale_name="en_GB",
    sections=("Context", "Approach", "Results", "Conditions", "Limitations"),
    stop_words=frozenset(_STOP_WORDS.split()),
    fillers=frozenset(_FILLERS.split()),
    light_words=frozenset(_LIGHT_WORDS.split()),
    spellings=_SPELLINGS,
    the_places=frozenset(_THE_PLACES.split()),
    irregular={
        form: plain
        for plain, *forms in map(str.split, _IRREGULAR.strip().splitlines())
        for form in forms
    },
)
