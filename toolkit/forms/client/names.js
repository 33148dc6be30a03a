/* Names for values, as in toolkit/authoring: folding, looking up, and finding the nearest one. */
const LETTERS = {
  æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", þ: "th", ß: "ss",
};
const SMALL_WORDS = new Set(
  ("a an and at by for from in into of on or the to with "
    + "de des du et la le les un une el las los y").split(" "),
);
const QUOTES = /["\u00ab\u00bb\u2039\u203a\u201c-\u201f\u3008-\u300f\uff02\u301d\u301e]/g;
const LONGEST_ID = 80;
const MOST_WORDS = 7;
// What no new entry can be called.
const RESERVED = /^(index|readme|con|prn|aux|nul|(com|lpt)[0-9])$/;
const NEAR = 0.6;

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");

/* Remove what programs add to a text that is copied. */
function tidy(text) {
  return text
    .normalize("NFC")
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function inAscii(text) {
  const small = Array.from(text.toLowerCase(), (sign) => LETTERS[sign] || sign).join("");
  return small
    .normalize("NFKD")
    .replace(/[\p{M}'\u2019]/gu, "")
    .replace(/[^\x20-\x7e]|\?/g, " ");
}

/* A name without what people vary: only case and quotation marks if a to z can't express its letters. */
function fold(text) {
  const name = text.replace(QUOTES, "").trim();
  const isOther = (name.match(/[^\u0000-\u007f]/gu) || []).some((sign) => /\p{L}/u.test(sign) && !inAscii(sign).trim());
  return (!isOther && oneLine(inAscii(name).replace(/-/g, " "))) || name.toLowerCase();
}

/* An unused id made from a title and a year; empty if the title has no letters like a to z. */
function suggestId(title, year, taken) {
  const words = inAscii(title).match(/[a-z0-9]+/g) || [];
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  const chosen = (telling.length ? telling : words).slice(0, MOST_WORDS);
  if (!chosen.length) return "";
  if (/^[0-9]{4}$/.test(year) && !chosen.includes(year)) chosen.push(year);
  const within = (text, most) =>
    text.length <= most ? text : (text.slice(0, most + 1).replace(/-[^-]*$/, "") || text).slice(0, most);
  const base = within(chosen.join("-"), LONGEST_ID);
  if (/^[0-9]+$/.test(base)) return ""; // more often the number of a row
  let made = base;
  for (let number = 2; taken.has(made) || RESERVED.test(made); number++) {
    made = within(base, LONGEST_ID - String(number).length - 1) + "-" + number;
  }
  return made;
}

/* Optimal string alignment, relative to the longer of two words: 1 if they are the same. */
function likeness(one, other) {
  const a = Array.from(one), b = Array.from(other);
  let before = [], last = [], row = b.map((_, at) => at + 1);
  row.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    before = last;
    last = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
  }
  return 1 - row[b.length] / (Math.max(a.length, b.length) || 1);
}

/* The options of a field by all their names. An option is [value, label, about, group, others]. */
function makeNames(options) {
  const values = new Map(), labels = new Map();
  options.forEach((one) => {
    labels.set(one[0], one[1]);
    [one[1]].concat(one[4] || []).forEach((name) => {
      const key = fold(name);
      if (!values.has(key)) values.set(key, new Set());
      values.get(key).add(one[0]);
    });
  });
  labels.forEach((_, value) => values.set(fold(value), new Set([value])));
  const value = (name) => {
    if (labels.has(name)) return name;
    const found = values.get(fold(name));
    return found && found.size === 1 ? Array.from(found)[0] : name;
  };
  /* What an unknown name was most likely meant to be; empty if unclear. */
  const meant = (name) => {
    const key = fold(name), wordsOf = (text) => text.split(/[\s(),.:\uff08\uff09]+/).filter(Boolean);
    const words = wordsOf(key).filter((word) => !/^art(?:icle)?$/.test(word));
    const some = new Set();
    let best = NEAR, near = "";
    values.forEach((found, known) => {
      if (found.size > 1) return;
      const id = Array.from(found)[0], own = wordsOf(known);
      if (words.length && words.every((word) => own.includes(word))) some.add(id);
      if (Math.abs(known.length - key.length) > Math.max(known.length, key.length) * (1 - NEAR)) return;
      const alike = likeness(key, known);
      if (alike > best || (alike === best && !near)) {
        best = alike;
        near = id;
      }
    });
    // Between an instrument and its articles, take the instrument.
    const [first] = Array.from(some).sort((a, b) => a.length - b.length);
    return first && Array.from(some).every((id) => id === first || id.startsWith(first + ":")) ? first : near;
  };
  return { has: (text) => labels.has(text), value, meant, label: (id) => labels.get(id) || id, size: labels.size };
}
