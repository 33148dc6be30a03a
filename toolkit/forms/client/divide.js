/*
 * Split a text that has the headings of several `sections` into pieces by section; null if it has
 * fewer than two. What comes before the first heading goes to the section `own`.
 */
function dividedText(text, sections, own) {
  const names = new Map();
  sections.forEach(([name, label]) => names.set(fold(name), name).set(fold(label), name));
  // As reports count: 1. (2) III. B) 四、 A letter alone, or "bad", is a word.
  const NUMBER = /^(?:[\s#*_.()\u00b0\u2010-\u2015\u3001\uff08\uff09\uff0e\p{N}一二三四五-]|[ivx]{1,4}[.)\s]|[a-e](?:[.)]|\s[\u2010-\u2015-]))+/iu;
  const headingOf = (words) => names.get(fold(words.replace(NUMBER, "").replace(/[\s*_.]+$/, "")));
  const pieces = {}, found = new Set();
  let at = own;
  tidy(text).split("\n").forEach((line) => {
    const [, head, rest] = /^([^:\uff1a]{1,60})[:\uff1a][\s*_]*(.*)$/.exec(line) || ["", line, ""];
    const name = headingOf(head);
    if (name !== undefined) {
      at = name;
      found.add(name);
    }
    pieces[at] = (pieces[at] || "") + (name === undefined ? line : rest) + "\n";
  });
  Object.keys(pieces).forEach((name) => {
    pieces[name] = pieces[name].trim();
  });
  return found.size > 1 ? pieces : null;
}
