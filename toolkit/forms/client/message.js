/* An entry as the text of a mail, which `toolkit new --from` reads (toolkit/sheets/message.py). */
// A line that looks like the name of a field is escaped by a backslash, which is removed again.
const MARKER = /^(\\*\[[^\]\n]*\](?:\s|$))/gm;

function cellOf(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => one.replace(/;/g, "\\;")).join("; ");
  return Object.keys(value)
    .map((name) => name + ": " + (Array.isArray(value[name]) ? cellOf(value[name]) : value[name]).replace(/\|/g, "\\|"))
    .join(" | ");
}

function markersOf(row, value) {
  const line = (name, one) => "[" + name + "] " + cellOf(one);
  if (value === null) return ["[" + row.name + "]"];
  if (row.number === "keyed") return Object.keys(value).map((key) => line(row.name, key + ": " + value[key]));
  if (row.form !== "group") return [line(row.name, value)];
  if (row.number === "list") return value.map((group) => line(row.name, group));
  return Object.keys(value).map((part) => line(row.name + "." + part, value[part]));
}

/* The whole text; for a correction only what was changed, with the digest of what it is based on. */
function messageOf(data, entry, source) {
  const lines = ["[toolkit " + entry.kind + "]"];
  if (source) lines.push("[id] " + source.id, "[based on] " + source.digest);
  else if (entry.id) lines.push("[id] " + entry.id);
  rowsOf(data, entry.kind).forEach((row) => {
    if (row.name in entry.values) lines.push(...markersOf(row, entry.values[row.name]));
  });
  Object.keys(entry.sections).forEach((heading) => {
    lines.push("[" + (heading || "text") + "]", entry.sections[heading].replace(MARKER, "\\$1"));
  });
  return lines.concat("[end]").join("\n") + "\n";
}
