/* Rules about the values of fields: given where they must be, in their form, and in their lists. */
const UNKNOWN = {
  term: "unknown-term", choice: "unknown-choice", country: "unknown-country",
  language: "invalid-language", organisation: "unknown-organisation",
  provision: "unknown-provision", entry: "unknown-entry", task: "unknown-task", field: "unknown-unverified-field",
};
const FIRST_YEAR = 1800;

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
