/* Roughly how the entry will look: texts are shown as texts, whatever is in them. */
const INLINE = /\*\*([^*\n]+)\*\*|\[([^\]\n]{1,300})\]\([^)\s]{1,2000}\)/g;

function inline(parent, text) {
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    parent.append(text.slice(at, match.index), make(match[1] ? "strong" : "u", {}, match[1] || match[2]));
    at = match.index + match[0].length;
  }
  parent.append(text.slice(at));
  return parent;
}

function prose(text, level) {
  return text.split(/\n\s*\n/).map((block) => {
    const lines = block.split("\n");
    const heading = /^#{1,6} +(.*)$/.exec(lines[0]);
    if (heading) {
      const rest = lines.slice(1).join(" ");
      const head = make(level, {}, heading[1]);
      return rest ? make("div", {}, head, inline(make("p"), rest)) : head;
    }
    const isList = lines.every((line) => /^(?:[-*]|\d+[.)]) |^\s/.test(line));
    if (!isList) return inline(make("p"), lines.join(" "));
    const items = block.split(/\n(?=[-*] |\d+[.)] )/);
    return make(/^\d/.test(block) ? "ol" : "ul", {}, ...items.map((item) => inline(make("li"), oneLine(item.replace(/^(?:[-*]|\d+[.)]) /, "")))));
  });
}

function previewOf(data, entry) {
  const facts = make("dl", { class: "brief" });
  const shown = (row, value) => {
    if (typeof value === "string") {
      const options = optionsOf(data, row, entry.kind);
      return options.length ? namesOf(data, row, entry.kind).label(value) : value;
    }
    if (Array.isArray(value)) {
      return row.form === "group"
        ? make("ol", {}, ...value.map((one) => make("li", {}, shown(row, one))))
        : value.map((one) => shown(row, one)).join("; ");
    }
    return Object.keys(value).map((name) => {
      const part = (row.parts || []).find((one) => one.name === name);
      return part && part.form === "digest" ? "" : part ? shown(part, value[name]) : name + ": " + value[name];
    }).filter(Boolean).join(row.parts && row.parts.some((one) => one.long) ? " \u2013 " : ", ");
  };
  rowsOf(data, entry.kind).forEach((row) => {
    if (!(row.name in entry.values) || row.name === "title" || row.name === "summary") return;
    facts.append(make("div", {}, make("dt", {}, row.label), make("dd", { dir: "auto" }, shown(row, entry.values[row.name]))));
  });
  const body = sectionsOf(data, entry.kind).map(([heading, label]) => {
    const text = entry.sections[heading];
    return text ? make("div", { dir: "auto" }, heading ? make("h4", {}, label) : "", ...prose(text, heading ? "h5" : "h4")) : "";
  });
  return make("article", { class: "panel" },
    make("h3", { dir: "auto" }, entry.values.title || ""),
    make("p", { class: "lead", dir: "auto" }, entry.values.summary || ""), facts, ...body);
}
