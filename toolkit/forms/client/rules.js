/*
 * What `toolkit check` says about the fields of one entry, during writing. Each rule has the name of
 * its check (contribute/checks); tests run the cases of these checks through both. Severities and
 * most patterns are those of the checks (toolkit/forms/rules.py). Rules about the Markdown of texts
 * are in bodies.js, those about what can harm people in harm.js. They all get `of`: the entry, and
 * what they need.
 */
const UNKNOWN = {
  term: "unknown-term", choice: "unknown-choice", country: "unknown-country",
  language: "invalid-language", organisation: "unknown-organisation",
  provision: "unknown-provision", entry: "unknown-entry", task: "unknown-task", field: "unknown-unverified-field",
};
const FIRST_YEAR = 1800;
// The parts that identify an item of each group.
const IDENTIFYING = { sources: ["url", "title"], files: ["url"], helplines: ["number"] };
const WORLD = "world";
// How many characters before a claim may deny it, or before a date make a number of it.
const BEFORE = 80;
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

/* Every text in the fields: its row, its path from the top (`sources[0].url`), and the text. */
function leavesOf(rows, values, before = "") {
  const found = [];
  rows.forEach((row) => {
    if (!(row.name in values)) return;
    const given = values[row.name], way = before + row.name;
    const add = (value, name) => {
      if (row.form === "group") found.push(...leavesOf(row.parts, value, name + "."));
      else found.push({ row, name, text: value });
    };
    if (row.number === "keyed") {
      Object.keys(given).forEach((key) => found.push({ row, name: way + "." + key, text: key }));
    } else if (Array.isArray(given)) given.forEach((one, n) => add(one, way + "[" + n + "]"));
    else add(given, way);
  });
  return found;
}

const isEmpty = (value) => value === "" || (typeof value === "object" && !Object.keys(value).length);

/* Report fields of `group` without a value; `before` is the way to them. */
function presence(of, these, group, before) {
  const { entry, texts, say, isPlaceholder } = of;
  these.forEach((one) => {
    const name = before + one.name, value = group[one.name];
    if (!(one.name in group)) {
      const isExcused = name === "year" && texts("unverified").includes("year");
      const isNeeded = before ? one.required.length : one.required.includes(entry.kind);
      if (isNeeded && !isExcused) say("missing-field", name, "missing", { field: one.label });
    } else if (isEmpty(value)) say("empty-value", name, "missing", { field: one.label });
    else {
      list(value).forEach((item, n) => {
        const way = Array.isArray(value) ? name + "[" + n + "]" : name;
        if (one.form === "group") presence(of, one.parts, item, way + ".");
        else if (isEmpty(item)) say("empty-value", name, "missing", { field: one.label });
        else if (typeof item === "string" && isPlaceholder(item)) {
          say("empty-value", way, "placeholder", { value: item });
        }
      });
    }
    if (one.number === "keyed" && one.name in group) {
      Object.keys(value).forEach((key) => {
        if (!key) say(UNKNOWN[one.form], name + ".", "missing", { field: one.label });
        if (isEmpty(value[key])) say("empty-value", name + "." + key, "missing", { field: one.label });
      });
    }
  });
}

/* Report a value that is not in its field's list. */
function unknown({ data, entry, rows, label, say }, leaf) {
  const names = namesOf(data, leaf.row, entry.kind), id = UNKNOWN[leaf.row.form];
  if (!names.size) return; // the list itself has faults
  const more = { value: leaf.text };
  const top = leaf.name.replace(/[.[].*$/, "");
  if (leaf.row.form === "provision") {
    const parts = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?::([0-9A-Za-z.-]+)(?:\([0-9A-Za-z]+\))*)?$/.exec(leaf.text);
    const key = parts && (parts[2] ? parts[1] + ":" + parts[2] : parts[1]);
    if (parts && (names.has(key) || names.has(leaf.text))) return;
  } else if (leaf.row.form === "language") {
    if (isTag(data, leaf.text)) return;
  } else if (leaf.row.form === "term" && data.vocabularies[leaf.row.options].has(leaf.text)) {
    const group = data.vocabularies[leaf.row.options].narrower(leaf.text);
    if (!names.has(leaf.text)) {
      const name = data.vocabularies[leaf.row.options].label(leaf.text);
      say("broader-term", leaf.name, "broader", { value: name, names: group.map((one) => names.label(one)).join(data.comma) });
    }
    return;
  } else if (names.has(leaf.text)) return;
  if (leaf.row.form === "term") {
    const country = data.countries.value(leaf.text);
    const elsewhere = rows.find((one) =>
      one.form === "term" && one.number === "list" && one.name !== top
      && namesOf(data, one, entry.kind).has(namesOf(data, one, entry.kind).value(leaf.text)));
    if (top === "regions" && data.countries.has(country)) {
      return say(id, leaf.name, "move", { ...more, field: label("countries"), meant: data.countries.label(country) });
    }
    if (elsewhere && !names.has(names.value(leaf.text))) {
      const other = namesOf(data, elsewhere, entry.kind);
      return say(id, leaf.name, "move", { ...more, field: elsewhere.label, meant: other.label(other.value(leaf.text)) });
    }
  }
  const exact = names.value(leaf.text);
  const meant = names.has(exact) ? exact : names.meant(leaf.text);
  if (meant) say(id, leaf.name, "meant", { ...more, meant: names.label(meant) });
  else if (top === "organisations") say(id, leaf.name, "no-organisation", { ...more, field: label("partners") });
  else say(id, leaf.name, "unknown", more);
}

/* Report values that are wrong by themselves. */
function valueRules(of) {
  const { entry, rows, values, text, say, isPlaceholder } = of;
  const seen = new Set();
  leavesOf(rows, values).forEach((leaf) => {
    const { row: one, name, text: said } = leaf;
    if (isEmpty(said) || (isPlaceholder(said) && one.number !== "keyed")) return;
    const key = name.replace(/\[\d+\]$/, "") + "\n" + said;
    if (seen.has(key)) say("repeated-value", name, "repeated", { value: said });
    seen.add(key);
    if (one.max && width(said) > one.max) {
      say("too-long", name, "too-long", { n: width(said) - one.max });
    }
    if (one.form === "year") yearRules(of, one, name, said);
    else if (one.form === "date" || one.form === "month") {
      const meant = dateObjection(one.form, said);
      if (meant) say("invalid-date", name, "date", { value: said, meant });
      else if (meant !== null) say("invalid-date", name, "identifier", { value: said, example: one.example });
    } else if (one.form === "address") addressRules(of, leaf);
    else if (one.form === "identifier") {
      const objection = identifierObjection(one.name, said);
      if (objection) say("invalid-identifier", name, objection[0], { value: said, example: one.example, ...objection[1] });
    } else if (one.form in UNKNOWN) unknown(of, leaf);
    if (one.form === (entry.kind === "task" ? "task" : "entry") && said === entry.id) say("self-reference", name, "self");
    if (one.form === "text") proseRules(of, said, name);
    else if (one.number === "keyed") {
      harmRules(of, String(values[one.name][said]), name);
      claims(of, String(values[one.name][said]), name);
    }
  });
  const [since, until] = [text("since"), text("until")];
  if (/^[0-9]{4}$/.test(since) && /^[0-9]{4}$/.test(until) && until < since) say("invalid-year", "until", "year-order");
}

function yearRules({ today, label, say }, one, name, said) {
  const years = new Set(said.match(/(?:18|19|20)[0-9]{2}(?![0-9])/g) || []);
  if (!/^[0-9]{4}$/.test(said)) {
    if (years.size === 1) say("invalid-year", name, "year-meant", { value: said, meant: Array.from(years)[0] });
    else if (one.name === "year" && !years.size) say("invalid-year", name, "year-unknown", { value: said, field: label("unverified"), meant: one.label });
    else say("invalid-year", name, "year", { value: said });
  } else if (said < FIRST_YEAR || Number(said) > Number(today.slice(0, 4)) + 1) say("invalid-year", name, "year-wrong", { value: said });
}

function addressRules(of, leaf) {
  const { say } = of;
  const objection = addressObjection(leaf.text);
  if (objection) say("invalid-address", leaf.name, objection[0], { value: leaf.text, ...objection[1] });
  else if (/^http:/i.test(leaf.text)) say("insecure-address", leaf.name, "insecure");
  harmRules(of, leaf.text, leaf.name);
  linkRules(of, leaf.text, leaf.name, Boolean(objection));
}

/* Whether a text is a language tag in its usual spelling: a known language, script and region. */
function isTag(data, text) {
  const parts = /^([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?$/.exec(text);
  return Boolean(parts) && (data.languages.has(parts[1]) || (parts[1].length === 3 && data.rare.has(parts[1])))
    && (!parts[2] || data.scripts.has(parts[2])) && (!parts[3] || /\d/.test(parts[3]) || data.countries.has(parts[3]));
}

/* Report fields without those that they need, and those without what they are for. */
function neededFields({ data, entry, rows, values, row, text, named, say }) {
  const isUnsourced = text("evidence") === "evaluated" && "sources" in values
    && !list(values.sources).some((one) => one.role === "evaluation");
  const isEntry = Boolean(row("organisations"));
  if (isEntry && !("organisations" in values) && !("partners" in values)) say("missing-field", "organisations", "no-body");
  list(values.sources).forEach((one, n) => {
    if (!("url" in one) && !("title" in one)) say("missing-field", "sources[" + n + "]", "bare-source");
  });
  rows.forEach((one) => {
    if (!one.needs) return;
    const basis = row(one.needs.field), value = text(one.needs.field);
    const isMet = one.needs.value ? value === one.needs.value : Boolean(value);
    const isDoubtful = value && basis.options && !namesOf(data, basis, entry.kind).has(value);
    if (isMet && one.needs.always && !(one.name in values) && !(isUnsourced && one.needs.field === "evidence")) {
      say("missing-field", one.name, "missing", { field: one.label });
    } else if (!isMet && one.name in values && !isEmpty(values[one.name]) && !isDoubtful) {
      const other = basis.label + (one.needs.value ? data.colon + named(basis.name, one.needs.value) : "");
      say("dangling-field", one.name, "dangling", { field: one.label, other });
    }
  });
  if (isUnsourced) {
    const role = row("sources").parts.find((one) => one.name === "role");
    const other = role.label + data.colon + namesOf(data, role, entry.kind).label("evaluation");
    say("unsourced-evidence", "evidence", "unsourced", { other });
  }
}

/* Report items that say nothing that an earlier one doesn't. */
function repeatedItems({ rows, values, say }) {
  rows.filter((one) => IDENTIFYING[one.name]).forEach((one) => {
    const seen = {};
    list(values[one.name]).forEach((item) => {
      const said = {};
      one.parts.forEach((part) => {
        const given = oneLine(item[part.name] || (part.name === "role" ? "description" : "")), [way, ...rest] = given.split("#");
        const isAddress = given && part.form === "address";
        said[part.name] = isAddress ? (canonicalAddress(way) || way) + "#" + rest.join("#") : given.toLowerCase();
      });
      const again = IDENTIFYING[one.name].find((key) => {
        const id = key + " " + said[key];
        seen[id] = seen[id] || said;
        return said[key] && seen[id] !== said && Object.keys(said).every((name) => [said[name], ""].includes(seen[id][name]) || !said[name]);
      });
      if (again) say("repeated-item", one.name, "repeated", { value: item[again] });
    });
  });
}

/* Report a file in a language that the entry isn't in. */
function otherLanguages({ data, values, texts, label, say }) {
  const languages = texts("languages");
  if (!languages.length || !languages.every((one) => isTag(data, one))) return;
  list(values.files).forEach(({ language }, n) => {
    if (!language || !isTag(data, language) || languages.includes(language)) return;
    say("unlisted-language", "files[" + n + "].language", "unlisted", { value: data.languages.label(language), field: label("languages") });
  });
}

/* Report a status of withdrawn without its reason, or a reason without that status. */
function withdrawal({ data, values, row, text, label, named, say }) {
  const status = text("status");
  const withdrawn = row("status") ? label("status") + data.colon + named("status", "withdrawn") : "";
  if (status === "withdrawn" && !("withdrawn" in values)) {
    say("incomplete-withdrawal", "status", "dangling", { field: withdrawn, other: label("withdrawn") });
  } else if ("withdrawn" in values && ["", "active"].includes(status) && !isEmpty(values.withdrawn)) {
    say("incomplete-withdrawal", "withdrawn", "dangling", { field: label("withdrawn"), other: withdrawn });
  }
}

/* Report a first pillar other than the one that the file is in. */
function home({ data, entry, texts, say }) {
  const { pillars } = data.vocabularies, [first] = texts("pillars");
  if (entry.home && first !== entry.home && pillars.has(first)) {
    say("wrong-folder", "pillars[0]", "first", { value: pillars.label(entry.home) });
  }
}

/* Report a level, regions and countries that contradict each other. */
function places({ data, text, texts, label, say }) {
  const regions = texts("regions"), countries = texts("countries"), level = text("level");
  const known = data.vocabularies.regions;
  if (!regions.every(known.has)) return;
  const names = (ids) => ids.map((id) => known.label(id)).join(data.comma);
  const fields = { field: label("regions") };
  if (level === "national" && !countries.length) say("level-mismatch", "level", "national", { field: label("countries") });
  else if (level === "national" && regions.includes(WORLD)) {
    const own = countries.map((code) => known.of(code));
    const rest = own.every(Boolean) ? Array.from(new Set(own)).sort() : regions.filter((one) => one !== WORLD);
    say("level-mismatch", "level", "national-world", { ...fields, meant: names(rest) || "\u2026" });
  } else if (level === "regional" && regions.length && regions.every((one) => one === WORLD)) {
    say("level-mismatch", "level", "regional", fields);
  } else if (level === "global" && regions.length && !regions.includes(WORLD)) {
    say("level-mismatch", "level", "global", { ...fields, meant: known.label(WORLD) });
  }
  if (!regions.length || regions.includes(WORLD)) return;
  countries.forEach((code, n) => {
    const region = known.of(code);
    if (region && !known.above(region).some((one) => regions.includes(one))) {
      say("country-outside-region", "countries[" + n + "]", "outside", {
        ...fields, value: data.countries.label(code), meant: known.label(region),
      });
    }
  });
}

/* A text with Latin letters instead of those that look like them, as in toolkit/validation/words.py. */
const ALIKE = [
  "авеёкмнорстухіїјѕАВЕЁКМНОРСТУХІЇЈЅοΟαΑΒΕΖΗΙΚΜΝΡΤΥΧ",
  "abeekmhopctyxiijsABEEKMHOPCTYXIIJSoOaABEZHIKMNPTYX",
];
const inLatin = (text) => text.replace(/[\u0370-\u04ff]/g, (one) => ALIKE[1][ALIKE[0].indexOf(one)] || one);

/* Report partners that are among the registered organizations. */
function registeredPartners({ data, texts, label, say }) {
  const bare = (name) => inLatin(oneLine(name)).replace(/^the\s+|\s*\([^()]*\)$/gi, "").toLowerCase().replace(/organis/g, "organiz");
  const ids = new Map();
  data.bodies.forEach((one) => {
    [one[0], one[1]].concat(one[4] || []).forEach((name) => {
      if (!ids.has(bare(name))) ids.set(bare(name), one);
    });
  });
  texts("partners").forEach((name, n) => {
    const one = ids.get(bare(name));
    if (one) say("registered-partner", "partners[" + n + "]", "partner", { value: name, field: label("organisations"), meant: one[1] });
  });
}

/* Report a summary that says no more than the title. */
function repetitiveSummary({ data, text, say, isPlaceholder }) {
  const words = (one) => one.toLowerCase().match(/[\p{L}\p{N}_]+/gu) || [];
  const telling = (one) => new Set(words(one).filter((word) => !data.emptyWords.has(word)));
  const title = text("title"), said = text("summary");
  if (!title || !said || isPlaceholder(said) || width(said) > 2 * width(title) + 80) return;
  const own = telling(title);
  const added = Array.from(telling(said)).filter((word) => !own.has(word)).length;
  const begins = words(said).join(" ").startsWith(words(title).join(" ")) && added < 4;
  if (words(said).length < 2) say("repetitive-summary", "summary", "short-summary");
  else if (!added || (begins && width(title) > 20)) say("repetitive-summary", "summary", "repetitive");
}

/* The number of entries that a task chooses, and whether each one can be chosen. */
function taskChoices({ data, values, row, say }) {
  const titled = (id) => (data.lists.entries.find((one) => one[0] === id) || [id, id])[1];
  const chosen = list(values.choices);
  if (!row("choices") || !chosen.length) return;
  const { least: fewest, most } = row("choices");
  if (chosen.length < fewest || chosen.length > most) say("choice-count", "choices", "choices", { fewest, most });
  const seen = new Set();
  chosen.forEach((one, n) => {
    const id = one.entry, more = { value: titled(id) }, way = "choices[" + n + "].entry";
    if (!id) return;
    if (seen.has(id)) say("unusable-choice", way, "chosen-twice", more);
    else if (data.gone[id]) say("unusable-choice", way, "replaced", { ...more, meant: titled(data.gone[id]) });
    else if (id in data.gone) say("unusable-choice", way, "withdrawn", more);
    seen.add(id);
  });
}

function taskLength({ data, entry, say }) {
  if (entry.kind !== "task") return;
  const texts_ = Object.keys(entry.sections).map((name) => (entry.sections[name] ? name + " " + entry.sections[name] : ""));
  const n = texts_.concat(entry.rest || "").join(" ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const [first] = headingsOf(data, entry.kind);
  if (n > data.mostWords) say("long-task", "section:" + first, "words", { n, max: data.mostWords });
}

const textBefore = (text, start) => text.slice(Math.max(0, start - BEFORE), start);

/* Rules about the words of all texts that readers see. */
function proseRules(of, said, name, isBody) {
  const { say, finds } = of;
  // Patterns know the beginning of a line by the break before it; raw-html asks to remove comments.
  const whole = "\n\n" + said.replace(/<!--[^]*?(?:-->|$)/g, "");
  // The address of a link may be at the end.
  const left = finds("unfinished", whole).find(({ value }) => value[0] !== "[" || !whole.includes(`\n${value}: `));
  const [program] = finds("program", whole);
  const [copied] = finds("copied", whole).concat(whole.includes("[^") ? [] : finds("note", whole));
  if (left) say("unfinished-text", name, "unfinished", { value: left.groups.alone || left.value });
  if (program) say("unfinished-text", name, "program", program);
  if (copied) say("unfinished-text", name, "copied", copied);
  const bare = isBody && BARE_HEADING.exec(said);
  if (bare) say("unfinished-text", name, "unfinished", { value: bare[0].trim() });
  if (isBody || name === "title" || name === "summary") {
    finds("shouted", said).forEach(({ value }) => {
      if (finds("long", value).length) say("shouted-text", name, "shouted", { value });
    });
  }
  harmRules(of, said, name);
  finds("date", said).forEach(({ value, start }) => {
    if (!finds("noDate", textBefore(said, start)).length) say("ambiguous-date", name, "date-of-two", { value });
  });
  claims(of, said, name);
}

function claims({ say, finds }, said, name) {
  const read = plainly(said);
  finds("claim", read).forEach(({ value, start }) => {
    if (!finds("denied", textBefore(read, start)).length) say("claimed-recognition", name, "claim", { value });
  });
}

/* Rules that also apply to addresses in texts. */
function linkRules({ data, say, finds }, address, name, isWrong) {
  if (name !== "described_at" && isSharing(address)) say("file-sharing-address", name, "sharing");
  const parts = partsOf(address);
  if (isWrong || !parts) return;
  if (isPrivate(address)) say("private-host", name, "private", { value: parts.host });
  const names = parts.query.toLowerCase().split("&").filter((one) => /=./.test(one)).map((one) => one.replace(/=.*/, ""));
  if (data.signed.some((signs) => signs.every((one) => names.includes(one)))) say("expiring-address", name, "expiring");
  const asked = searchedFor(parts.query, data.asked);
  const isSearch = asked && finds("searchPath", parts.path.toLowerCase()).length && !finds("searchAnswer", asked).length;
  if (isSearch) say("search-address", name, "search", { value: asked });
  const clean = withoutTracking(address);
  if (clean !== address) say("tracking-parameter", name, "tracking", { meant: clean });
  else if (finds("shortened", address).length) say("tracking-parameter", name, "shortened");
}
