/* What a word that is not in the index may be: initials, two words in one, or a typing error. */

const initialled = new Map(); // titles as sequences of words with their initials
const expanded = new Map(); // by word

/* The parts of titles whose initials are a word in capitals, or an unknown one that is finished. */
function expansions({ word, capitals, last }) {
  const isWord = !capitals && (frequency.has(word) || (last && longer(word)[0]));
  if (isWord || !ACRONYM.test(word) || lexicon.has(nameKey([word]))) return [];
  return valueIn(expanded, word, () => expand(word));
}

function expand(word) {
  const found = new Map();
  documents.forEach((about, number) => {
    sequencesOf(about.title, number).forEach((sequence) => {
      if (!sequence.all.includes(word)) return;
      for (let start = 0; start < sequence.words.length; start++) {
        const end = endOf(word, sequence.initials, start);
        const words = sequence.words.slice(start, end).map(fold);
        if (words.length < 2 || fillers.has(words[0])) continue;
        found.set(words.join(" "), words);
      }
    });
  });
  return [...found.values()];
}

/* The words of a title, and those without fillers, with their initials. */
function sequencesOf(title, number) {
  return valueIn(initialled, number, () => {
    const words = title.match(wordPattern()) || [];
    const telling = words.filter((each) => isUpper(each) || !fillers.has(fold(each)));
    return (telling.length < words.length ? [telling, words] : [words]).map((sequence) => {
      const initials = sequence.map(initialsOf);
      return { words: sequence, initials, all: initials.join("") };
    });
  });
}

/* Words of up to three capitals (UN) contribute all their letters. */
const initialsOf = (word) => fold(word.length < 4 && isUpper(word) ? word : word[0]);

const isUpper = (word) => word === word.toUpperCase() && word !== word.toLowerCase();

/* The end of the words from `start` whose initials are `word`; `start` if there are none. */
function endOf(word, initials, start) {
  let left = word;
  for (let place = start; place < initials.length; place++) {
    if (!left.startsWith(initials[place])) return start;
    left = left.slice(initials[place].length);
    if (!left) return place + 1;
  }
  return start;
}

const pairsKnown = new Set();
let paired = 0; // number of titles whose words are in it
let namesPaired = 0; // the same for names

function addPairs(words) {
  words.forEach((word, at) => at && pairsKnown.add(words[at - 1] + " " + word));
}

function pairTitles(until) {
  for (; paired < until; paired++) addPairs(split(documents[paired].title));
}

/* The pairs of words that follow each other in a title or a name. */
function neighbours() {
  pairTitles(documents.length);
  if (namesPaired < lexicon.size) {
    namesPaired = lexicon.size;
    lexicon.forEach((groups) => groups.forEach((group) => group.names.forEach(addPairs)));
  }
  return pairsKnown;
}

/*
 * The words that were written as one: a word of the index and a number, or its digits (Delta87 for
 * Delta 8.7), or two words of the index that follow each other in a title or a name.
 */
function halves(word) {
  const numbered = /^([a-z]{3,})([0-9]+)$/.exec(word);
  if (numbered) {
    const number = own.has(numbered[2]) ? [numbered[2]] : numbered[2];
    return own.has(numbered[1]) ? [numbered[1], ...number] : [];
  }
  for (let cut = word.length - 3; cut > 1; cut--) {
    const two = [word.slice(0, cut), word.slice(cut)];
    if (two.every((half) => own.has(half)) && neighbours().has(two.join(" "))) return two;
  }
  return [];
}

/*
 * The word of a set at edit distance 1 (2 from ten letters on, and from eight if one of them is a
 * double letter), and among the nearest the most frequent.
 * People mistype the first letter of a short word only by swapping it with the next. Short words that
 * differ in one letter are mostly different words: only a frequent one may be meant by another.
 */
function nearest(word, set, unfinished) {
  const most = word.length < LONG ? CHANGED : word.length < FAR ? 1.5 : 2.2;
  let best = "";
  let least = most + 1;
  for (const candidate of set.keys()) {
    if (candidate.length <= 3 || /[0-9]/.test(candidate[0])) continue;
    const same = candidate[0] === word[0];
    if (!same && word.length < LONG && !candidate.startsWith(word[1] + word[0])) continue;
    const count = frequency.get(candidate);
    const limit = word.length < SHORT && count * USUAL < documents.length ? 1 : most;
    let far = distance(word, candidate, limit);
    if (far > limit && unfinished) far = distance(word, candidate.slice(0, word.length), CHANGED) + 0.6;
    if (far > limit || !count) continue; // some names abroad have no entries
    far = Math.round(2 * far) / 2 + (same ? 0 : 0.25) - count / 1e6; // between equals, the more frequent one
    if (far < least || (far === least && candidate < best)) {
      best = candidate;
      least = far;
    }
  }
  return { word: best, errors: Math.round(least + 0.25) };
}

/* Letters to add, remove, change or swap with the next; some value above `most` if more. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > 2) return most + 1;
  let earlier = [];
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    earlier = before;
    before = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(
        before[j] + (one[i - 1] === one[i - 2] ? DOUBLED : 1),
        row[j - 1] + (other[j - 1] === other[j - 2] ? DOUBLED : 1),
        before[j - 1] + (same ? 0 : CHANGED)
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, earlier[j - 2] + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[other.length];
}

