/* Rules about what can harm people: their names, addresses, numbers and places. */

/* Escaped letters in Markdown and addresses; of those with names, the ones used in addresses. */
const HIDDEN = /\\*(?:&(?:#([0-9]{1,12})|#x([0-9a-f]{1,8})|([a-z][a-z0-9]{1,31}));|%([2-7][0-9a-f]))|\\+([!-/:-@[-`{-~])/gi;
const NAMED = {
  __proto__: null, commat: "@", lt: "<", period: ".", plus: "+", lowbar: "_", percnt: "%", lpar: "(",
  rpar: ")", lsqb: "[", lbrack: "[", rsqb: "]", rbrack: "]", shy: "", comma: ",", deg: "\u00b0", prime: "\u2032", Prime: "\u2033",
};
const ACCENTED = /^[a-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)$/i;
/* Emphasis and code markers within a word, and the full-width characters of Chinese keyboards. */
const EMPHASIS = /([\p{L}\p{N}_@.+-])[*`]{1,3}(?=[\p{L}\p{N}_@.+&%\\-])/gu;
const WIDE = /[\uff20\ufe6b\uff0b\uff0e\uff0d]/g;
/* Characters that nobody sees; overrides only within a word. */
const UNSEEN = /(?:[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]|([\p{L}\p{N}_@.+-])[\u202d\u202e])[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*/gu;

/* Whether a name with an age is that of a person. What follows "from" may be a country. */
function isSomebody({ nobody, countries }, found, before) {
  const [name] = found.split(/,|\s+\(/), words = name.toLowerCase().split(/\s+/);
  const lead = before.toLowerCase().replace(/the\s+$/, "").trim().split(/\s+/).pop();
  if ([lead, words[0]].some((one) => nobody.in.includes(one))) return false;
  if (nobody.from.includes(lead) && countries.has(countries.value(name))) return false;
  const last = words.reverse().find((one) => one.length > 1) || "";
  return !nobody.words.includes(last.replace(/\*+$/, ""));
}

const digitsOf = (text) => (text || "").replace(/\P{Nd}/gu, "");

/* Whether the check digits of an international account number are right. */
function isAccount(text) {
  const number = text.replace(/ /g, "");
  return Array.from(number.slice(4) + number.slice(0, 4)).reduce((rest, one) => Number(rest + String(parseInt(one, 36))) % 97, "") === 1;
}

/* The text as readers see it, without escapes. */
function shown(text) {
  const letter = (code) => (code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code).replace(/\p{Cf}/u, ""));
  const bare = text.replace(UNSEEN, "$1").replace(EMPHASIS, "$1").replace(WIDE, (one) => one.normalize("NFKC"));
  return bare.replace(HIDDEN, (_, decimal, hex, name, octet, sign) => {
    if (sign) return sign;
    if (name) return name in NAMED ? NAMED[name] : ACCENTED.test(name) ? name[0] : " ";
    return letter(decimal ? Number(decimal) : parseInt(hex || octet, 16));
  });
}

/* The same without marks around words, and without where links lead. */
const plainly = (text) => shown(text).replace(/[*_`[]|\](?:\([^()\s]*\))?/g, (one) => " ".repeat(one.length));

/* Whether a pair of numbers is a place: as maps write it, or the text says so. Degrees are. */
function isPlace(finds, { value, start, groups }, whole) {
  if (!groups.north) return true;
  const pair = [groups.north, groups.east].map((one) => inDigits(one).replace(/[,\u066b]/, "."));
  if (pair[0] > 90 || pair[1] > 180) return false;
  if (Math.max(...pair) >= 10 && pair.every((one) => one.split(".")[1].length > 4)) return true;
  if (groups.map || /[\u00b0NSEW]/.test(value)) return true;
  const sentence = whole.slice(Math.max(0, start - 40), start).split(/\n|[.!?] /).pop();
  return finds("place", sentence + value).length > 0;
}

/* Look at a text, an address or a reason as readers see it. */
function harmRules({ data, entry, say, finds }, said, name) {
  const seen = shown(said);
  finds("email", seen).forEach(({ value, start, groups }) => {
    if (finds("login", seen.slice(Math.max(0, start - 70), start)).length) return;
    const parts = groups.who.toLowerCase().split(/[^a-z]+/);
    if (!parts.some((part) => data.offices.has(part))) say("personal-email", name, "email", { value });
  });
  const people = finds("person", seen).filter(({ value, start }) => isSomebody(data, value, textBefore(seen, start)));
  const whole = people.length && /^section:/.test(name) ? shown(Object.values(entry.sections).join("\n\n")) : seen;
  const invented = people.length ? whole.split(/\n\s*\n/).filter((one) => finds("invented", one).length) : [];
  people.forEach((one) => {
    const isInvented = finds("allInvented", whole).length || invented.some((part) => part.includes(one.value.split(/[\s,*]/)[0]));
    if (!isInvented) say("named-person", name, "person", one);
  });
  finds("street", seen).forEach((one) => say("street-address", name, "street", one));
  finds("coordinates", seen).filter((one) => isPlace(finds, one, seen)).forEach(({ value }) => {
    say("exact-coordinates", name, "place", { value: value.replace(/^!3d/, "") });
  });
  if (name.startsWith("helplines")) return;
  finds("number", seen).concat(finds("account", seen).filter(({ value }) => isAccount(value)))
    .forEach((one) => say("identity-number", name, "number", one));
  finds("telephone", seen).forEach((one) => {
    const { value } = one, digits = digitsOf(value);
    const before = seen.slice(Math.max(0, one.start - 50), one.start), after = seen.slice(one.start + value.length);
    const isDeclared = list(entry.values.helplines).some(({ number }) => digitsOf(number) && digits.endsWith(digitsOf(number).replace(/^0+/, "")));
    // Of a link that can be called, refused-link tells all.
    const isLink = /\](?:\(|:\s{1,3})<?[a-z]{1,20}:$/i.test(before) || /^[*_ ]{0,3}\]\(<?tel:/i.test(after);
    if (digits.length < 8 || digits.length > 17 || isDeclared || isLink || finds("counted", before).length) return;
    say("undeclared-telephone", name, "telephone", { value });
  });
}
