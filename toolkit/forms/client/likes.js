/* Entries that look like the one being written: by address and numbers, or by title. */
const OTHER_WORD = 3.5; // the least that it counts: even a common word distinguishes two titles
const ADDED_WORD = 0.2; // counts little: one title may name the series, or the publisher
const SIMILAR = 0.6;
const SAME_WORD = 0.78;
const MOST_LIKES = 5;
const LONGEST_TITLE = 500; // characters compared: more are a text that was pasted there
const ONE_NAME = [
  [/traffick?ing (?:in|of) (?:persons?|human beings?|people)/g, "trafficking"],
  [/human.traffick?ing|\bthb\b/g, "trafficking"],
  [/\bunited nations\b/g, "un"],
  [/\beuropean union\b/g, "eu"],
];

/* CRC-32, as computed by the build. */
function sumOf(text) {
  let sum = -1;
  new TextEncoder().encode(text).forEach((byte) => {
    sum ^= byte;
    for (let n = 0; n < 8; n++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  });
  return (sum ^ -1) >>> 0;
}

/* What is unique to a work, in the form of toolkit/validation/duplicates.py. */
function keysOf(values) {
  const address = canonicalAddress(values.url || "");
  const keys = address ? [address.startsWith("doi.org/") ? address.toLowerCase() : address] : [];
  const numbers = values.identifiers || {};
  Object.keys(numbers).forEach((kind) => {
    list(numbers[kind]).forEach((text) => {
      const upper = text.toUpperCase();
      if (kind === "doi") keys.push("doi.org/" + text.trim().toLowerCase());
      else if (kind === "isbn") keys.push("isbn " + ("978" + upper.replace(/[^0-9A-Z]/g, "")).slice(-13, -1));
      else if (kind !== "issn") keys.push(kind + " " + (upper.match(/[A-Z]+|[1-9][0-9]*/g) || []).join("/"));
    });
  });
  return keys;
}

function titleWords(data, title) {
  const folded = ONE_NAME.reduce((text, pair) => text.replace(pair[0], pair[1]), title.toLowerCase());
  const words = folded.normalize("NFKD").replace(/[\p{M}'\u2019]/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  const numbers = new Set(words.filter((word) => /^\d+$/.test(word)));
  const telling = words.filter((word) => !/^\d+$/.test(word) && !data.stopWords.has(word));
  return { words: new Set(telling.map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))), numbers };
}

function makeLikes(data, isOfTasks) {
  data.stopWords = new Set(data.stops);
  const all = data[isOfTasks ? "tasks" : "entries"];
  const cards = all.map((one) => titleWords(data, one[1] + (one[5] ? " " + one[5] : "")));
  const counts = new Map();
  cards.forEach((card) => card.words.forEach((word) => counts.set(word, (counts.get(word) || 0) + 1)));
  const weight = (word) => (counts.has(word) ? Math.log(1 + cards.length / counts.get(word)) : OTHER_WORD);
  const weigh = (words, least) => words.reduce((sum, word) => sum + Math.max(weight(word), least), 0);

  function alike(mine, other) {
    const apart = (a, b) => Array.from(a).some((one) => !b.has(one));
    if (apart(mine.numbers, other.numbers) && apart(other.numbers, mine.numbers)) return 0;
    const both = [], left = [];
    const rest = new Set(other.words);
    mine.words.forEach((word) => {
      const near = rest.has(word) ? word : Array.from(rest).find((one) => isAlmost(word, one));
      if (near) {
        both.push(word);
        rest.delete(near);
      } else left.push(word);
    });
    const shared = weigh(both, 0), [a, b] = [weigh(left, OTHER_WORD), weigh(Array.from(rest), OTHER_WORD)];
    return shared / (shared + Math.min(a, b) + ADDED_WORD * Math.abs(a - b) || 1);
  }

  /* Most words differ too much in length: to compare them all would take most of the time. */
  const isAlmost = (a, b) => 1 - Math.abs(a.length - b.length) / Math.max(a.length, b.length) >= SAME_WORD && likeness(a, b) >= SAME_WORD;

  /* Similar entries, each as [path, title], those with the same address or number first. */
  return (values, id) => {
    const sums = new Set(keysOf(values).map(sumOf));
    const mine = titleWords(data, (values.title || "").slice(0, LONGEST_TITLE));
    return all
      .map((one, n) => ({
        entry: one,
        same: (one[3] || []).some((sum) => sums.has(sum)),
        alike: mine.words.size > 1 ? alike(mine, cards[n]) : 0,
      }))
      .filter((one) => idOf(one.entry[0]) !== id && (one.same || one.alike >= SIMILAR))
      .sort((a, b) => b.same - a.same || b.alike - a.alike)
      .slice(0, MOST_LIKES)
      .map((one) => one.entry);
  };
}
