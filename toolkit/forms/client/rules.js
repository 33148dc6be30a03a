/*
 * What `toolkit check` says about the fields of one entry, during writing. Each rule has the name of
 * its check (contribute/checks); tests run the cases of these checks through both. Severities and
 * most patterns are those of the checks (toolkit/forms/rules.py). Rules are divided by what they are
 * about: values (fields.js), fields that must agree (agreement.js), words (prose.js), Markdown
 * (bodies.js), what can harm people (harm.js). They all get `of`: the entry, and what they need.
 */
const MOST_TOLD = 100; // problems of one kind in a field: a page can't show tens of thousands
const LONGEST_FIELD = 50000; // characters that are checked, in all values of a field

/* What patterns find: the text, where it begins, and its groups. A first group `b0`, `b1` or so is before it. */
function findAll(patterns, text) {
  const found = [];
  // `matchAll` would make each pattern anew: nearly all of the time of QuickJS.
  patterns.forEach((pattern) => text.replace(pattern, (whole, ...rest) => {
    const at = rest.findIndex((one) => typeof one === "number"), groups = rest[at + 2] || {};
    const before = Object.keys(groups).find((name) => /^b\d+$/.test(name) && groups[name]);
    const skipped = before ? groups[before].length : 0;
    found.push({ value: whole.slice(skipped).trim(), start: rest[at] + skipped, groups });
  }));
  return found;
}

/* The problems of an entry: check, field, severity and message. `today` is like 2026-11-25. */
function check(data, entry, today) {
  const rows = rowsOf(data, entry.kind), values = entry.values, found = [], told = {};
  const say = (id, field, key, more) => {
    told[id + field] = (told[id + field] || 0) + 1;
    if (told[id + field] <= MOST_TOLD) found.push({ id, field, severity: data.severities[id] || "error", text: fill(data.texts["problem." + key], more || {}) });
  };
  // A text that was pasted into the wrong field: to look up each of its words would take minutes.
  const size = (one) => (one.name in values ? JSON.stringify(values[one.name]).length : 0);
  const long = rows.filter((one) => size(one) > LONGEST_FIELD);
  if (long.length) {
    long.forEach((one) => say("too-long", one.name, "too-long", { n: size(one) - (one.max || LONGEST_FIELD) }));
    return found;
  }
  const row = (name) => rows.find((one) => one.name === name);
  const finds = (name, said) => findAll(data.patterns[name], said);
  const of = {
    data, entry, rows, values, today, row, say, finds,
    text: (name) => (typeof values[name] === "string" ? values[name] : ""),
    texts: (name) => list(values[name]).filter((one) => typeof one === "string"),
    label: (name) => (row(name) ? row(name).label : name),
    named: (name, id) => namesOf(data, row(name), entry.kind).label(id),
    isPlaceholder: (said) => finds("placeholder", said).length > 0,
  };
  presence(of, rows, values, "");
  [
    neededFields, repeatedItems, otherLanguages, withdrawal, home, valueRules, places, registeredPartners,
    repetitiveSummary, taskChoices, bodyRules, taskLength,
  ].forEach((rule) => rule(of));
  return found;
}

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
