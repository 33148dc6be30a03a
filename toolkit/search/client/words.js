/*
 * From text to the stems that are searched, as in toolkit/search/words.py: both sides split and
 * fold at the same characters, which the index carries, as it carries the stems of all its words.
 */
const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]+/g;
const HAN = /[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g;
const OTHER = /[ß-ɏ٠-٩۰-۹\u3400-\u9fff]/g;
const ASCII = /^[\0-\x7f]*$/;
const SHORTEST_BASE = 3; // letters that a word not in the index must share with a stem
const LONGEST_OFF = 1; // letters that it may lose if it shares no more

/* The value of a key in a map, made first where there is none. */
function valueIn(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

const newList = () => [];
const newSet = () => new Set();

const addTo = (map, key, amount) => map.set(key, (map.get(key) || 0) + amount);

const plain = new Map(); // what ligatures and characters of traditional Chinese are read as

const fold = (text) =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(MARKS, "")
        .toLowerCase()
        .replace(OTHER, (sign) => plain.get(sign) || sign);
const isHan = (word) => word[0] >= "\u3400" && word[0] <= "\u9fff";

let between = null; // the separators, once the index is there
let foldings = []; // what makes words of one script, and spellings, alike: [pattern, replacement]
let stops = null;
const knownStems = new Map(); // of the words of the index
const endings = new Map([["", new Set([""])]]); // of those words, by what their stems have in its place
const guesses = new Map(); // the stems of other words, as long as nothing more is received

/* Of the words of a text, and of its stretches of Chinese. */
const wordPattern = () =>
  new RegExp("[\u3400-\u9fff]+|[^\u3400-\u9fff" + header.separators + "]+", "g");

const split = (text) =>
  fold(text)
    .split(between)
    .filter(Boolean)
    .flatMap((piece) => piece.match(HAN).flatMap(pairs));

function pairs(run) {
  if (!isHan(run) || run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

/* The stem of a folded word; empty for words that are not searched. */
function stemOf(word) {
  if (!word || stops.has(word)) return "";
  const known = knownStems.get(word) || guesses.get(word);
  if (known) return known;
  const stem = guess(word);
  guesses.set(word, stem);
  return stem;
}

/*
 * A word that the index does not have: what another spelling of it has, or, by the endings that
 * others lose, the shortest first, the stem in the index that it would become. So no stemmer is
 * needed here, in any language.
 */
function guess(typed) {
  const word = folded(typed);
  if (knownStems.has(word)) return knownStems.get(word);
  const least = SHORTEST_BASE + (word.length > SHORTEST_BASE + LONGEST_OFF ? 1 : 0);
  for (let cut = word.length; cut >= least; cut--) {
    for (const instead of endings.get(word.slice(cut)) || []) {
      const stem = word.slice(0, cut) + instead;
      if (stemsKnown.has(stem) || lexiconStems.has(stem)) return stem;
    }
  }
  return word;
}

const folded = (word) => foldings.reduce((made, one) => made.replace(one[0], one[1]), word);

/* The words that became a stem, packed: what each lacks of it, and its ending. */
function readForms(stem, forms) {
  return forms.split(",").map((form) => {
    const base = stem.length - (parseInt(form, 10) || 0);
    const ending = form.replace(/^[0-9]+/, "");
    const word = stem.slice(0, base) + ending;
    knownStems.set(word, stem);
    if (base >= SHORTEST_BASE) valueIn(endings, ending, newSet).add(stem.slice(base));
    return word;
  });
}

/* The words of a name, each with a stem that nothing received later changes. */
function settle(words) {
  words.forEach((word) => knownStems.has(word) || knownStems.set(word, folded(word)));
  return words;
}

const stemsOf = (text) => split(text).map(stemOf).filter(Boolean);

