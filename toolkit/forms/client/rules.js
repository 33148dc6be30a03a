/*
 * What `toolkit check` says about the fields of one entry, during writing. Each rule has the name of
 * its check (contribute/checks); tests run the cases of these checks through both. Severities and
 * most patterns are those of the checks (toolkit/forms/rules.py).
 */
const UNKNOWN = {
  term: "unknown-term", choice: "unknown-choice", country: "unknown-country",
  language: "invalid-language", organisation: "unknown-organisation",
  provision: "unknown-provision", entry: "unknown-entry", task: "unknown-task", field: "unknown-unverified-field",
};
const WORLD = "world";
const FIRST_YEAR = 1800;
// How many characters before a claim may deny it, or before a date make a number of it.
const BEFORE = 80;
const MOST_TOLD = 100; // problems of one kind in a field: a page can't show tens of thousands
const LONGEST_FIELD = 50000; // characters that are checked, in all values of a field
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
const TAG = /(^|[^\\])(<\/?([A-Za-z][A-Za-z0-9-]{0,30})(?:[\s/](?=[^<>=]{0,2000}=)[^<>]{0,2000}|(?:[\s/]{1,9}(?:async|autoplay|border|checked|clear|controls|defer|disabled|download|hidden|loop|muted|nowrap|open|reversed|selected))*[\s/]*)>|<!--|<!\[|<!DOCTYPE|<\?[a-z])/i;
const FENCE = /^(`{3,}|~{3,})( *(?:\{[^{}]*\}|[\p{L}\p{N}_#.+-]+))? *$/u;
/* A heading of a section or a page, also if it is underlined, or a hashtag. */
const HEADING = /(?:^|\n)##?(?!#)|(?:^|\n[ \t]*\n)[^\S\n]*\S[^\n]*\n(?:=+|-+) *(?:\n|$)/;
const BARE_HEADING = /^(#{1,6}[ \t]*(?:!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)[ \t]*)*#*)[ \t]*$/m;
/* The address of a link may contain spaces, which its title in quotation marks follows. */
const LINK = /(!?)\[([^\]\n]{0,300})\]\(\s*(?:<([^<>\n]{0,2000})>|((?:[^\s()]|\([^\s()]*\))*(?:(?: +(?!["' )])(?:[^\s()]|\([^\s()]*\))+)+(?= *\)| +["']))?))/g;
/* What may lead to a place on the page, or to a file of the site. */
const INSIDE = /^(?:[#?]|(?!https?\W)[^:@]+\.[a-z]\w{0,7}(?:[?#]|$))/i;
const MAILBOX = /^mailto:[^@?,;%&]+@[^@?,;%&]+(?:\?(?:subject|body)=[^&]*(?:&(?:subject|body)=[^&]*)*)?$/i;
const SITE = /^(?:www\.|(?:[a-z0-9-]+\.){1,9}(?:org|int|com|net|eu|gov|edu)(?:[/?#]|$))/i;
const BARE = /(?:^|(?:^|[^\]])\(|[^\p{L}\p{N}_<["'/=@.(-])((?:https?:\/\/|www\.)[^\s()<>[\]]+)/gu;
const UNCLEAR = new Set((
  "here|click here|click|this|this link|link|more|read more|learn more|see more|this page|page|website|"
  + "this website|site|download|download here|see here|read here|source|details|pdf|document|this document|"
  + "file|go|continue|find out more|more info|more information|further information|available here|follow this link"
).split("|"));
const MARKS = { b: "**", strong: "**", i: "*", em: "*", code: "`" };

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

/* A text with Latin letters instead of those that look like them, as in toolkit/validation/words.py. */
const ALIKE = [
  "авеёкмнорстухіїјѕАВЕЁКМНОРСТУХІЇЈЅοΟαΑΒΕΖΗΙΚΜΝΡΤΥΧ",
  "abeekmhopctyxiijsABEEKMHOPCTYXIIJSoOaABEZHIKMNPTYX",
];
const inLatin = (text) => text.replace(/[\u0370-\u04ff]/g, (one) => ALIKE[1][ALIKE[0].indexOf(one)] || one);

const textBefore = (text, start) => text.slice(Math.max(0, start - BEFORE), start);

/* Whether a name with an age is that of a person. What follows "from" may be a country. */
function isSomebody({ nobody, countries }, found, before) {
  const [name] = found.split(/,|\s+\(/), words = name.toLowerCase().split(/\s+/);
  const lead = before.toLowerCase().replace(/the\s+$/, "").trim().split(/\s+/).pop();
  if ([lead, words[0]].some((one) => nobody.in.includes(one))) return false;
  if (nobody.from.includes(lead) && countries.has(countries.value(name))) return false;
  const last = words.reverse().find((one) => one.length > 1) || "";
  return !nobody.words.includes(last.replace(/\*+$/, ""));
}

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

const digitsOf = (text) => (text || "").replace(/\P{Nd}/gu, "");

/* Whether the check digits of an international account number are right. */
function isAccount(text) {
  const number = text.replace(/ /g, "");
  return Array.from(number.slice(4) + number.slice(0, 4)).reduce((rest, one) => Number(rest + String(parseInt(one, 36))) % 97, "") === 1;
}

/* The text with code blanked out, and every other character in its place. */
function withoutCode(text) {
  const spaces = (code) => code.replace(/[^\n]/g, " ");
  const lines = text.split("\n"), closing = {}, ends = [];
  for (let n = lines.length - 1; n >= 0; n--) {
    const [, fence, language] = FENCE.exec(lines[n]) || [];
    ends[n] = closing[fence];
    if (fence && !language) closing[fence] = n;
  }
  let end = -1;
  const kept = lines.map((line, n) => {
    if (n > end && ends[n]) end = ends[n];
    return n > end ? line : spaces(line);
  });
  return kept.join("\n").replace(/(`{1,9})(?:[^`\n]|\n(?![ \t]*\n))+\1/g, spaces);
}

/* The text as readers see it, without escapes. */
function shown(text) {
  const letter = (code) => (code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code).replace(/\p{Cf}/u, ""));
  const bare = text.replace(EMPHASIS, "$1").replace(WIDE, (one) => one.normalize("NFKC"));
  return bare.replace(HIDDEN, (_, decimal, hex, name, octet, sign) => {
    if (sign) return sign;
    if (name) return name in NAMED ? NAMED[name] : ACCENTED.test(name) ? name[0] : " ";
    return letter(decimal ? Number(decimal) : parseInt(hex || octet, 16));
  });
}

/* The problems of an entry: check, field, severity and message. `today` is like 2026-11-25. */
function check(data, entry, today) {
  const rows = rowsOf(data, entry.kind), values = entry.values, found = [];
  const row = (name) => rows.find((one) => one.name === name);
  const told = {};
  const say = (id, field, key, more) => {
    told[id + field] = (told[id + field] || 0) + 1;
    if (told[id + field] <= MOST_TOLD) found.push({ id, field, severity: data.severities[id] || "error", text: fill(data.texts["problem." + key], more || {}) });
  };
  const text = (name) => (typeof values[name] === "string" ? values[name] : "");
  const texts = (name) => list(values[name]).filter((one) => typeof one === "string");
  const label = (name) => (row(name) ? row(name).label : name);
  const named = (name, id) => namesOf(data, row(name), entry.kind).label(id);
  const titled = (id) => (data.lists.entries.find((one) => one[0] === id) || [id, id])[1];
  const finds = (name, said) => findAll(data.patterns[name], said);
  const isPlaceholder = (said) => finds("placeholder", said).length > 0;
  const isEmpty = (value) =>
    value === "" || (typeof value === "object" && !Object.keys(value).length);

  function presence(these, group, before) {
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
          if (one.form === "group") presence(one.parts, item, way + ".");
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

  const isUnsourced = text("evidence") === "evaluated" && "sources" in values
    && !list(values.sources).some((one) => one.role === "evaluation");

  function company() {
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

  /* Report a value that is not in its field's list. */
  function unknown(leaf) {
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

  function values_() {
    const seen = new Set();
    const year = Number(today.slice(0, 4));
    leavesOf(rows, values).forEach((leaf) => {
      const { row: one, name, text: said } = leaf;
      if (isEmpty(said) || (isPlaceholder(said) && one.number !== "keyed")) return;
      const key = name.replace(/\[\d+\]$/, "") + "\n" + said;
      if (seen.has(key)) say("repeated-value", name, "repeated", { value: said });
      seen.add(key);
      if (one.max && width(said) > one.max) {
        say("too-long", name, "too-long", { n: width(said) - one.max });
      }
      if (one.form === "year") {
        const years = new Set(said.match(/(?:18|19|20)[0-9]{2}(?![0-9])/g) || []);
        if (!/^[0-9]{4}$/.test(said)) {
          if (years.size === 1) say("invalid-year", name, "year-meant", { value: said, meant: Array.from(years)[0] });
          else if (one.name === "year" && !years.size) say("invalid-year", name, "year-unknown", { value: said, field: label("unverified"), meant: one.label });
          else say("invalid-year", name, "year", { value: said });
        } else if (said < FIRST_YEAR || Number(said) > year + 1) say("invalid-year", name, "year-wrong", { value: said });
      } else if (one.form === "date" || one.form === "month") {
        const meant = dateObjection(one.form, said);
        if (meant) say("invalid-date", name, "date", { value: said, meant });
        else if (meant !== null) say("invalid-date", name, "identifier", { value: said, example: one.example });
      } else if (one.form === "address") addressRules(leaf);
      else if (one.form === "identifier") {
        const objection = identifierObjection(one.name, said);
        if (objection) say("invalid-identifier", name, objection[0], { value: said, example: one.example, ...objection[1] });
      } else if (one.form in UNKNOWN) unknown(leaf);
      if (one.form === (entry.kind === "task" ? "task" : "entry") && said === entry.id) say("self-reference", name, "self");
      if (one.form === "text") proseRules(said, name);
      else if (one.number === "keyed") harmRules(String(values[one.name][said]), name);
    });
    const [since, until] = [text("since"), text("until")];
    if (/^[0-9]{4}$/.test(since) && /^[0-9]{4}$/.test(until) && until < since) say("invalid-year", "until", "year-order");
  }

  function addressRules(leaf) {
    const objection = addressObjection(leaf.text);
    if (objection) say("invalid-address", leaf.name, objection[0], { value: leaf.text, ...objection[1] });
    else if (/^http:/i.test(leaf.text)) say("insecure-address", leaf.name, "insecure");
    harmRules(leaf.text, leaf.name);
    linkRules(leaf.text, leaf.name, Boolean(objection));
  }

  /* Rules that also apply to addresses in texts. */
  function linkRules(address, name, isWrong) {
    if (name !== "described_at" && isSharing(address)) say("file-sharing-address", name, "sharing");
    const parts = partsOf(address);
    if (isWrong || !parts) return;
    if (isPrivate(address)) say("private-host", name, "private", { value: parts.host });
    const asked = searchedFor(parts.query, data.asked);
    const isSearch = asked && finds("searchPath", parts.path.toLowerCase()).length && !finds("searchAnswer", asked).length;
    if (isSearch) say("search-address", name, "search", { value: asked });
    const clean = withoutTracking(address);
    if (clean !== address) say("tracking-parameter", name, "tracking", { meant: clean });
    else if (finds("shortened", address).length) say("tracking-parameter", name, "shortened");
  }

  function where() {
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

  function bodies() {
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

  function summary() {
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

  /* Rules for all texts that readers see. */
  function proseRules(said, name, isBody) {
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
    if (bare) say("unfinished-text", name, "unfinished", { value: bare[1] });
    if (isBody || name === "title" || name === "summary") {
      finds("shouted", said).forEach(({ value }) => {
        if (finds("long", value).length) say("shouted-text", name, "shouted", { value });
      });
    }
    harmRules(said, name);
    finds("date", said).forEach(({ value, start }) => {
      if (!finds("noDate", textBefore(said, start)).length) say("ambiguous-date", name, "date-of-two", { value });
    });
    finds("claim", said).forEach(({ value, start }) => {
      if (!finds("denied", textBefore(said, start)).length) say("claimed-recognition", name, "claim", { value });
    });
  }

  /* Whether a pair of numbers is a place: as maps write it, or the text says so. Degrees are. */
  function isPlace({ value, start, groups }, whole) {
    if (!groups.north) return true;
    const pair = [groups.north, groups.east].map((one) => inDigits(one).replace(/[,\u066b]/, "."));
    if (pair[0] > 90 || pair[1] > 180) return false;
    if (Math.max(...pair) >= 10 && pair.every((one) => one.split(".")[1].length > 4)) return true;
    if (groups.map || /[\u00b0NSEW]/.test(value)) return true;
    const sentence = whole.slice(Math.max(0, start - 40), start).split(/\n|[.!?] /).pop();
    return finds("place", sentence + value).length > 0;
  }

  /* Rules about what can harm people, which also apply to addresses and reasons. */
  function harmRules(said, name) {
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
    finds("coordinates", seen).filter((one) => isPlace(one, seen)).forEach(({ value }) => {
      say("exact-coordinates", name, "place", { value: value.replace(/^!3d/, "") });
    });
    if (name.startsWith("helplines")) return;
    finds("number", seen).concat(finds("account", seen).filter(({ value }) => isAccount(value)))
      .forEach((one) => say("identity-number", name, "number", one));
    finds("telephone", seen).forEach((one) => {
      const { value } = one, digits = digitsOf(value);
      const before = seen.slice(Math.max(0, one.start - 50), one.start), after = seen.slice(one.start + value.length);
      const isDeclared = list(values.helplines).some(({ number }) => digitsOf(number) && digits.endsWith(digitsOf(number).replace(/^0+/, "")));
      // Of a link that can be called, refused-link tells all.
      const isLink = /\](?:\(|:\s{1,3})<?[a-z]{1,20}:$/i.test(before) || /^[*_ ]{0,3}\]\(<?tel:/i.test(after);
      if (digits.length < 8 || digits.length > 17 || isDeclared || isLink || finds("counted", before).length) return;
      say("undeclared-telephone", name, "telephone", { value });
    });
  }

  /* The number of entries that a task chooses, and whether each one can be chosen. */
  function choices() {
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

  function body() {
    sectionsOf(data, entry.kind).forEach(([heading, name_]) => {
      const name = "section:" + heading, whole = entry.sections[heading] || "";
      const said = withoutCode(whole).replace(/&amp;/g, "&");
      if (entry.kind === "practice") {
        if (!whole.replace(/^(?:#|---|===).*$/gm, "").trim()) {
          say("wrong-sections", name, "no-section", { field: name_ });
        } else if (HEADING.test(said)) say("wrong-sections", name, "heading");
      }
      if (!whole) return;
      proseRules(whole, name, true);
      for (const link of said.matchAll(/\]\((https:[^)\s]+)/gi)) linkRules(link[1], name);
      for (const [, mark, words, within, bare] of said.matchAll(LINK)) {
        const to = within || bare || "";
        const scheme = (/^([A-Za-z][A-Za-z0-9+.-]*):/.exec(shown(to).replace(/ /g, "")) || ["", ""])[1].toLowerCase();
        const isOutside = scheme || /^(?:\/\/|\\)/.test(to);
        const isTaken = (scheme === "mailto" && MAILBOX.test(to.replace("%40", "@"))) || (scheme === "https" && !addressObjection(to));
        if (isOutside && (mark || !isTaken)) say("refused-link", name, "refused-link", { value: to });
        else if (!isOutside && (SITE.test(to) || !INSIDE.test(to))) say("broken-link", name, "refused-link", { value: to || words });
        if (!mark && UNCLEAR.has(oneLine(words.replace(/^[\s*_`.,:;>]+|[\s*_`.,:;>]+$/g, "").toLowerCase()))) {
          say("unclear-link-text", name, "unclear-link", { value: words });
        }
      }
      for (const [, address] of said.replace(/\]\(\s*(?:[^\s)][^)\n]*)?\)|^\[[^\]\n]*\]:.*$/gm, "]").matchAll(BARE)) {
        const value = address.replace(/[.,;:!?*_`'"]+$/, "");
        say("bare-address", name, "bare-address", { value, meant: "[\u2026](" + value.replace(/^www\./, "https://www.") + ")" });
      }
      const tag = TAG.exec(said);
      if (tag) say("raw-html", name, "html", { value: tag[2], meant: inMarkdown(said, tag) });
      const rows_ = /^[^\n\t]*\S *\t+ *\S[^\n]*\n[^\n]*\S *\t+ *\S/m.exec(said);
      if (rows_) {
        const first = rows_[0].split("\n")[0].split("\t").filter(Boolean).map((cell) => cell.trim());
        say("stray-space", name, "tabs", { meant: "| " + first.join(" | ") + " |" });
      }
    });
  }

  function length() {
    if (entry.kind !== "task") return;
    const texts_ = Object.keys(entry.sections).map((name) => (entry.sections[name] ? name + " " + entry.sections[name] : ""));
    const n = texts_.concat(entry.rest || "").join(" ").split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const [first] = headingsOf(data, entry.kind);
    if (n > data.mostWords) say("long-task", "section:" + first, "words", { n, max: data.mostWords });
  }

  // A text that was pasted into the wrong field: to look up each of its words would take minutes.
  const size = (one) => (one.name in values ? JSON.stringify(values[one.name]).length : 0);
  const long = rows.filter((one) => size(one) > LONGEST_FIELD);
  if (long.length) {
    long.forEach((one) => say("too-long", one.name, "too-long", { n: size(one) - (one.max || LONGEST_FIELD) }));
    return found;
  }
  presence(rows, values, "");
  company();
  values_();
  where();
  bodies();
  summary();
  choices();
  body();
  length();
  return found;
}

/* The Markdown for what an HTML element does. */
function inMarkdown(said, tag) {
  const name = (tag[3] || "").toLowerCase(), marks = MARKS[name] || "";
  const start = tag.index + tag[0].length, end = said.toLowerCase().indexOf("</" + name + ">", start);
  return marks && end > 0 ? marks + said.slice(start, end).trim() + marks : "**words**, [words](address), - item";
}

/* Whether a text is a language tag in its usual spelling: a known language, script and region. */
function isTag(data, text) {
  const parts = /^([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}|[0-9]{3}))?$/.exec(text);
  return Boolean(parts) && (data.languages.has(parts[1]) || (parts[1].length === 3 && data.rare.has(parts[1])))
    && (!parts[2] || data.scripts.has(parts[2])) && (!parts[3] || /\d/.test(parts[3]) || data.countries.has(parts[3]));
}

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
