/*
 * From text to the stems that are searched, as in toolkit/search/words.py: both sides split at the
 * same characters, which the index carries, and stem alike.
 */
const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670]+/g;
const HAN = /[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g;
const ARABIC = /^[\u0621-\u064a]+$/;
const ARTICLE_OF_ARABIC = /^(?:وال|بال|فال|كال|لل|ال)(?=...)/;
const CYRILLIC = /^[\u0400-\u04ff]+$/;
const ENDING = /^(...+?)[аеиоуыэюяйьмх]+$/;
const ASCII = /^[\u0000-\u007f]*$/;

const fold = (text) =>
  (ASCII.test(text) ? text : text.normalize("NFKD").replace(MARKS, "")).toLowerCase();
const isHan = (word) => word[0] >= "\u3400" && word[0] <= "\u9fff";

let between = null; // the separators, once the index is there
let stops = null;
const knownStems = new Map();

/* What stems the words of a language, by its tag; the others are searched as they stand. */
const STEMMERS = { en: (word) => lunr.stemmer(new lunr.Token(word, {})).toString() };

function split(text) {
  const pieces = fold(text).split(between).filter(Boolean);
  if (!pieces.some((piece) => /[\u3400-\u9fff]/.test(piece))) return pieces;
  const found = [];
  pieces.forEach((piece) => piece.match(HAN).forEach((run) => found.push(...pairs(run))));
  return found;
}

function pairs(run) {
  if (!isHan(run) || run.length === 1) return [run];
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

/* The stem of a folded word; empty for words that are not searched. */
function stemOf(word) {
  let stem = knownStems.get(word);
  if (stem === undefined) {
    stem = word && !stops.has(word) ? stemByScript(word) : "";
    knownStems.set(word, stem);
  }
  return stem;
}

function stemByScript(word) {
  if (ARABIC.test(word)) {
    return word.replace(/ى/g, "ي").replace(/ة/g, "ه").replace(ARTICLE_OF_ARABIC, "");
  }
  if (CYRILLIC.test(word)) return word.replace(ENDING, "$1");
  const stemmer = STEMMERS[header.language];
  return stemmer ? stemmer(word) : word;
}

const stemsOf = (text) => split(text).map(stemOf).filter(Boolean);

