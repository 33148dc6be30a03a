/* Turns what people type and paste into values: numbers, several names on a line, Word lists. */
const NEXT = /[;\u061b\uff1b\n]/;
// Separates names, but may also be part of a name.
const BETWEEN = /\s*[,\u060c\u3001\uff0c/&+]\s*|\s+(?:and|et|y|e|\u0438)\s+/;
// What stands between the numbers of articles: a comma or "and", and perhaps the word for an article again.
const BETWEEN_NUMBERS = /\s*(?:[,\u060c\u3001\uff0c/&+]\s*|(?:\b(?:and|et|y|e)\b|[\u0438\u0648\u548c\u53ca\u4e0e\u8207])\s*)+(?:(?:art\p{L}*|\u0441\u0442\p{L}*|\u0645\u0627\u062f\u0629|\u0627\u0644\u0645\p{L}*)\.?\s*)?/iu;
const LONGEST_PROVISIONS = 300; // as in toolkit/validation/provision_names.py
const ARTICLE = /^(\d[\w.-]*)(?:\([0-9A-Za-z]+\))*$/;
const BULLET = /^[ \t]*(?:[\u2022\u2023\u25e6\u25aa\u25cf\u25a0\u25cb\uf0b7\uf0a7]([ \t]*)|[o\u00a7\u00b7\u2013\u2014](\t)[ \t]*)(?=\S)/;
// Before a sign, they would keep the line from being a heading, or part of a list or a quotation.
const MARKS_OF_DIRECTION = /^[\u061c\u200c-\u200f]+(?= {0,3}(?:#{1,6}[ \t]|(?:[-*+]|\d{1,2}[.)])[ \t]|>))/gm;
const NUMBER = /^[ \t]*(\d{1,2})(?:\.[ \t]*(\t)|\)([ \t]))[ \t]*(?=\S)/;

/* Convert the digits of Arabic, Persian and Chinese keyboards. */
const inDigits = (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (one) => one.charCodeAt(0) & 15);

/* A work's identifier without what is printed around it in books. */
function bareNumber(kind, text) {
  if (kind === "doi") return text.replace(/^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi[\s:]+)\s*/i, "");
  if (kind !== "isbn" && kind !== "issn") return text;
  const bare = text.replace(/^(?:[ep][ -]?)?is[bs]n(?:-1[03])?[\s:]*|\s*\([^()\d]*\)$/gi, "").replace(/[\u2010-\u2015]/g, "-");
  return kind === "isbn" ? bare : bare.toUpperCase().replace(/^(\d{4}) ?(\d{3}[\dX])$/, "$1-$2");
}

/* Convert a word processor's lists to Markdown, where their characters don't make lists. */
function inLists(text) {
  const lines = [];
  let isItem = false, isEnd = false; // the line above is an item; that item is complete
  text.replace(MARKS_OF_DIRECTION, "").split("\n").forEach((line) => {
    const bullet = BULLET.exec(line), number = bullet ? null : NUMBER.exec(line), found = bullet || number;
    const isBlank = !line.trim();
    if (!isBlank && (found ? !isItem : isEnd) && lines.length && lines[lines.length - 1]) lines.push("");
    lines.push(found ? (bullet ? "- " : number[1] + ". ") + line.slice(found[0].length) : line);
    isEnd = Boolean(found) && found[0].includes("\t"); // Word puts a paragraph on one line
    isItem = Boolean(found) || (!isBlank && (isItem || /^\s*(?:[-*]|\d+\.) /.test(line)));
  });
  return lines.join("\n");
}

/* What was typed into a field with one text. */
function textTyped(row, typed) {
  if (row.section !== undefined) return inLists(tidy(typed));
  const text = oneLine(tidy(typed));
  if (row.form === "identifier") {
    // A DOI may contain a semicolon.
    const between = { isbn: /[;,/]/, issn: /[;,/]/, doi: /;(?=$|\s|10\.|doi|https?:|(?:dx|www)\.)/i }[row.name] || ";";
    const several = inDigits(text).split(between);
    return several.map((one) => bareNumber(row.name, one.trim())).filter(Boolean).join("; ");
  }
  return ["year", "month", "date"].includes(row.form) ? inDigits(text) : text;
}

/* The two years of a span; null if the text isn't one. */
function yearsOf(text) {
  const found = /^\D*((?:18|19|20)\d\d)\D+((?:18|19|20)\d\d)\D*$/.exec(text);
  return found && found.slice(1);
}

/* What was typed, separated; as in mails and sheets, "\;" is a semicolon in a name. */
function piecesOf(typed) {
  const pieces = tidy(typed).replace(/\\;/g, "\0").split(NEXT);
  return pieces.map((one) => oneLine(one).replace(/\0/g, ";")).filter(Boolean);
}

/*
 * The articles named after or before their instrument, as in "TIP Protocol, articles 9 and 10" or "Article 6(3)
 * of the TIP Protocol"; null if one of them is unknown.
 */
function articlesTyped(names, text) {
  if (text.length > LONGEST_PROVISIONS) return null;
  const plain = inDigits(text).replace(/[.\u3002]$/, "").replace(/\s*[(\uff08](?=\p{L}{2}|\u7b2c)([^(]*\d.*)[)\uff09]$/u, ", $1")
    .replace(/(\p{L}\.)(?=\d)/gu, "$1 ").replace(/\u7b2c\s*(?=\d)/g, " ").replace(/(\d\)?)\s*[\u6761\u689d]/g, "$1");
  // The names of some instruments contain numbers, too.
  for (const gap of plain.matchAll(/[\s,\u060c\uff0c]+/g)) {
    const before = plain.slice(0, gap.index), after = plain.slice(gap.index + gap[0].length);
    const isNameFirst = /^\d/.test(after);
    const parts = (isNameFirst ? after : before.replace(/^\D+/, "")).split(BETWEEN_NUMBERS).map((one) => ARTICLE.exec(one));
    if (!parts.every(Boolean)) continue;
    const titles = isNameFirst ? [before, before.replace(/[\s,:\u060c\uff0c\uff1a]+\S+$/, "")]
      : after.split(" ").map((_, first, words) => /\d/.test(words.slice(0, first)) ? "" : words.slice(first).join(" "));
    const ids = titles.map(names.value);
    const id = ids.find((one) => parts.every(([, number]) => names.has(one + ":" + number)));
    if (id) return parts.map((one) => id + ":" + one[0]);
  }
  return null;
}

/* The values typed into a field with several; `isKnown` says which of them are possible. */
function valuesTyped(names, typed, isKnown) {
  const known = (text) => {
    const [, long, short] = /^(.*\S)\s*[(\uff08]([^()\uff08]*)[)\uff09]$/.exec(text) || [];
    const value = names.value(long && names.value(long) === names.value(short) ? long : text);
    return isKnown(value) ? [value] : articlesTyped(names, text);
  };
  const whole = names && known(oneLine(tidy(typed)));
  if (whole) return whole;
  return piecesOf(typed).flatMap((text) => {
    const parts = !names || known(text) ? [text] : text.split(BETWEEN).filter(Boolean);
    // An unknown name may contain a comma, or "and".
    return names ? (parts.some(known) ? parts : [text]).flatMap((part) => known(part) || part) : parts;
  });
}
