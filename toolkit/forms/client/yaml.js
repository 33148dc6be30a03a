/* Entries as the text of their files, in the format of toolkit/authoring/yaml_lines.py. */
const WIDTH = 100;
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_ ()/.\u2019'-]|, |,(?=\d))*$/u;
const SIMPLE = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const PLAIN_ADDRESS = /^https?:\/\/[^\s#]+[^\s#:]$/;

const isNull = (text) => text.toLowerCase() === "null";
const width = (text) => Array.from(text).length;

function yamlText(text) {
  // Next to a curved quotation mark, a straight one of the same kind would be overlooked.
  if (!/["\\]|^[\u201c-\u201e]|[\u201c-\u201e]$/.test(text)) return '"' + text + '"';
  return "'" + text.replace(/'/g, "''") + "'";
}

const simple = (text) => (SIMPLE.test(text) && !isNull(text) ? text : yamlText(text));
const flow = (texts) => (Array.isArray(texts) ? "[" + texts.map(simple).join(", ") + "]" : simple(texts));

function scalar(text, form) {
  const plain = form === "address" ? PLAIN_ADDRESS : PLAIN;
  return plain.test(text) && !isNull(text) ? text : yamlText(text);
}

function paragraph(name, text) {
  const line = name + ": " + scalar(text, "text");
  if (width(line) <= WIDTH) return [line];
  const lines = [name + ": >-"];
  let now = " ";
  text.split(" ").forEach((word) => {
    if (now !== " " && width(now) + 1 + width(word) > WIDTH) {
      lines.push(now);
      now = " ";
    }
    now += " " + word;
  });
  return lines.concat(now);
}

/* The lines for a field with its value: a text, texts, a group or reasons, or groups. */
function fieldLines(row, given) {
  const part = (name, texts) => {
    const found = (row.parts || []).find((one) => one.name === name);
    return Array.isArray(texts) ? flow(texts) : scalar(texts, found ? found.form : "text");
  };
  if (typeof given === "string") {
    return row.name === "summary"
      ? paragraph(row.name, given)
      : [row.name + ": " + scalar(given, row.form)];
  }
  const head = row.name + ":";
  if (!Array.isArray(given)) {
    const keys = Object.keys(given);
    if (row.number === "keyed") {
      return [head].concat(keys.map((key) => "  " + simple(key) + ": " + part("", given[key])));
    }
    const line = head + " {" + keys.map((key) => key + ": " + flow(given[key])).join(", ") + "}";
    if (width(line) <= WIDTH) return [line];
    return [head].concat(keys.map((key) => "  " + key + ": " + part(key, given[key])));
  }
  if (typeof given[0] === "string") {
    const line = head + " " + flow(given);
    return width(line) <= WIDTH ? [line] : [head].concat(given.map((text) => "  - " + simple(text)));
  }
  const items = given.map((group) =>
    Object.keys(group).map((key, n) => "  " + (n ? " " : "-") + " " + key + ": " + part(key, group[key])),
  );
  return [head].concat(...items);
}

const rowsOf = (data, kind) => data.fields.filter((row) => row.kinds.includes(kind));

/* The whole file of a new entry. */
function newFile(data, entry) {
  const lines = ["---"];
  rowsOf(data, entry.kind).forEach((row) => {
    if (row.name in entry.values) lines.push(...fieldLines(row, entry.values[row.name]));
  });
  lines.push("---");
  headingsOf(data, entry.kind).forEach((heading) => {
    const text = entry.sections[heading] || "";
    if (text) lines.push("", ...(heading ? ["## " + heading, ""] : []), text);
  });
  return lines.join("\n") + "\n";
}

/* The sections of a body, each [heading, its name, help]; one without a heading if it is free. */
const sectionsOf = (data, kind) => data.sections[kind] || [["", data.texts.text, data.texts["text-help"]]];
const headingsOf = (data, kind) => sectionsOf(data, kind).map((one) => one[0]);

/* The file of an existing entry with new values for some fields and sections, otherwise unchanged. */
function changedFile(data, source, fields, sections) {
  const rows = rowsOf(data, source.kind);
  const order = rows.map((row) => row.name);
  const head = source.head.map((one) => one.slice());
  const indent = /^ */.exec(head[1][1])[0], comment = "(?:" + indent + ")?#.*";
  order.filter((name) => name in fields).forEach((name) => {
    const given = fields[name];
    const row = rows[order.indexOf(name)];
    const made = given === null ? [] : fieldLines(row, given);
    const remark = (made.length && (source.remarks || {})[name]) || ""; // none in data kept from before
    const above = remark.split("\n");
    if (remark) made[0] += above.pop();
    if (remark) made.unshift(...above);
    let lines = made.map((line) => indent + line + "\n").join("");
    const at = head.findIndex((one) => one[0] === name);
    if (at >= 0) {
      const remarks = new RegExp("(?:^(?:" + comment + "|[ \\t]*)\\r?\\n)*$(?![^])", "m").exec(head[at][1].replace(/^[^\n]*\n/, ""))[0];
      head[at][1] = lines + (remarks.trim() ? remarks : "");
    } else if (lines) {
      const later = order.slice(order.indexOf(name) + 1);
      const next = head.findIndex((one) => later.includes(one[0]));
      if (next > 1) {
        const above = new RegExp("(?:^" + comment + "\\r?\\n)*$(?![^])", "m").exec(head[next - 1][1])[0];
        head[next - 1][1] = head[next - 1][1].slice(0, -above.length || undefined);
        lines += above;
      }
      head.splice(next < 0 ? head.length - 1 : next, 0, [name, lines]);
    }
  });
  const body = source.body.map((one) => one.slice());
  Object.keys(sections).forEach((heading) => {
    const at = body.findIndex((one) => one[0] === heading);
    const top = heading ? "## " + heading + "\n\n" : "\n";
    if (at < 0) body.push([heading, "\n" + top + sections[heading] + "\n"]);
    else body[at][1] = top + sections[heading] + "\n" + (at < body.length - 1 ? "\n" : "");
  });
  const text = head.concat(body).map((one) => one[1]).join("");
  return text.includes("\r\n") ? text.replace(/\r?\n/g, "\r\n") : text;
}
