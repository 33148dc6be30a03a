/* Rules about fields that must agree with others, with the lists, or with where the file is. */
// The parts that identify an item of each group.
const IDENTIFYING = { sources: ["url", "title"], files: ["url"], helplines: ["number"] };
const WORLD = "world";

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
