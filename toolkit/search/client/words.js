/*
 * Turns text into the stems that are searched, as in toolkit/search/words.py: both sides split and
 * fold at the same characters, which are in the index, as are the stems of all its words.
 */
const MARKS = /[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200c\u200d\u2060\ufeff]+/g;
const HAN = /[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g;
const OTHER = /[ß-ɏ٠-۹\u3400-\u9fff]/g;
const ASCII = /^[\0-\x7f]*$/;
const SHORTEST_BASE = 3; // letters that a word not in the index must share with a stem
const LONGEST_OFF = 1; // letters that it may lose if it shares no more

/* The value for a key in a map, created first if there is none. */
function valueIn(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

const newList = () => [];
const newSet = () => new Set();

const addTo = (map, key, amount) => map.set(key, (map.get(key) || 0) + amount);

const plain = new Map(); // what ligatures and traditional Chinese characters are read as

const fold = (text) =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFKD")
        .replace(MARKS, "")
        .toLowerCase()
        .replace(OTHER, (sign) => plain.get(sign) || sign);
const isHan = (word) => word[0] >= "\u3400" && word[0] <= "\u9fff";

let between = null; // the separators, once the index is loaded
let foldings = []; // rules that unify words by script, and spellings: [pattern, replacement]
let stops = null;
const knownStems = new Map(); // of the words in the index
const endings = new Map([["", new Set([""])]]); // of those words -> what their stems have instead
const guesses = new Map(); // the stems of other words, until more is received

/* A pattern for the words of a text and its runs of Chinese. */
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
  return knownStems.get(word) || valueIn(guesses, word, () => guess(word));
}

/*
 * The stem of a word that is not in the index: that of another spelling or, trying the endings that
 * other words lose, the shortest first, the stem in the index that it would become. So no language
 * needs a stemmer here.
 */
function guess(typed) {
  const word = folded(typed);
  if (knownStems.has(word)) return knownStems.get(word);
  const least = SHORTEST_BASE + (word.length > SHORTEST_BASE + LONGEST_OFF ? 1 : 0);
  for (let cut = word.length; cut >= least; cut--) {
    for (const instead of endings.get(word.slice(cut)) || []) {
      const stem = word.slice(0, cut) + instead;
      if (isStem(stem)) return stem;
    }
  }
  return word;
}

const isStem = (stem) => stemsKnown.has(stem) || lexiconStems.has(stem);

const rewritten = (text, rules) => rules.reduce((made, one) => made.replace(...one), text);
const compiled = (rules) => rules.map((one) => [new RegExp(one[0], "gi"), one[1]]);
const folded = (word) => rewritten(word, foldings);

/* Unpack the words that became a stem: how many letters to drop from it, and the ending to add. */
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

/* Give each word of a name a stem that nothing received later changes. */
function settle(words) {
  words.forEach((word) => knownStems.has(word) || knownStems.set(word, folded(word)));
  return words;
}

const stemsOf = (text) => split(text).map(stemOf).filter(Boolean);

