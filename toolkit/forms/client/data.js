/* The form's data: fields, lists, words; prepared once from what the build wrote. */
function prepare(raw) {
  const vocabularies = {};
  Object.keys(raw.vocabularies).forEach((name) => {
    const terms = raw.vocabularies[name];
    const byId = new Map(terms.map((one) => [one[0], one]));
    const narrower = (id) => terms.filter((one) => one[3] === id).map((one) => one[0]);
    const region = new Map();
    terms.forEach((one) => (one[5] || []).forEach((code) => region.set(code, one[0])));
    vocabularies[name] = {
      has: (id) => byId.has(id),
      label: (id) => (byId.get(id) || [id, id])[1],
      of: (code) => region.get(code) || "",
      above: (id) => {
        const found = [];
        for (let at = byId.get(id); at && !found.includes(at[0]); at = byId.get(at[3])) found.push(at[0]);
        return found;
      },
      narrower,
      options: raw.narrow.includes(name) ? terms.filter((one) => !narrower(one[0]).length) : terms,
    };
  });
  const patterns = {};
  Object.keys(raw.patterns).forEach((name) => {
    patterns[name] = raw.patterns[name].map((one) => new RegExp(...one));
  });
  const data = {
    ...raw,
    patterns,
    emptyWords: new Set(raw.emptyWords),
    vocabularies,
    bodies: raw.lists.organisations,
    countries: makeNames(raw.lists.countries),
    languages: makeNames(raw.lists.languages),
    rare: { has: (code) => !raw.longCodes.includes(code) },
    scripts: new Set(raw.scripts),
    offices: new Set(raw.offices),
    cache: {},
  };
  ["entries", "tasks"].forEach((name) => {
    data.lists[name] = optionsFrom(raw[name], idOf);
  });
  return data;
}

const idOf = (path) => path.slice(path.lastIndexOf("/") + 1);
/* Entries or tasks as options, found by their former addresses and their own titles, too; `named` makes a value of a path. */
const optionsFrom = (works, named) => works.map((one) => [named(one[0]), one[1], "", "", one[4].map(named).concat(one[5] || [])]);
/* The name of an entry or a task in the files for corrections. */
const nameOf = (path) => (path.startsWith("tasks/") ? path : "entries/" + idOf(path));

/* The options of a field, each [value, label, about, group, others]; empty if it is free text. */
function optionsOf(data, row, kind) {
  if (row.form === "field") return rowsOf(data, kind).map((one) => [one.name, one.label]);
  if (row.choices) return row.choices;
  if (row.form === "term") return data.vocabularies[row.options].options;
  return (row.options && data.lists[row.options]) || [];
}

function namesOf(data, row, kind) {
  const key = row.form + " " + (row.options || row.name) + (row.form === "field" ? kind : "");
  return data.cache[key] || (data.cache[key] = makeNames(optionsOf(data, row, kind)));
}
