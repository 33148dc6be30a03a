/*
 * The controls for fields. Each has its element, `read` (undefined if empty), `write`, and `focus`,
 * which takes the part of a name after the field's: `[1].url`.
 */
const MOST_BOXES = 60; // the most options shown as checkboxes; more are looked up by name
const LONG = 300; // characters; a text that may be longer gets several lines
const MANY_LINES = 2000;
const FROM_RIGHT = /^\P{L}*[\u0590-\u08ff]/u;
let made = 0; // ids made so far

function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  });
  content.forEach((one) => {
    if (one !== "" && one !== null) element.append(one);
  });
  return element;
}

const button = (text, act, more) => make("button", { type: "button", class: "plain-button", click: act, ...more }, text);
/* What follows the name of a field that must be filled in. */
const needMark = (isNeeded, t) => (isNeeded ? make("span", { class: "need" }, " " + t("required")) : "");
/* But not when an input method uses it to choose characters. */
const isEnter = (event) => event.key === "Enter" && event.keyCode !== 229;
const quiet = { autocomplete: "off", spellcheck: "true" };

/* A text on one line, or several. */
function textWidget(row, id, about, isLong) {
  const form = row.form;
  const modes = { address: "url", year: "numeric", identifier: "text" };
  const attributes = { id, ...quiet, "aria-describedby": about, dir: form === "address" ? "ltr" : "auto" };
  const input = isLong
    ? make("textarea", { ...attributes, rows: row.long ? 3 : 5 })
    : make("input", { ...attributes, type: "text", inputmode: modes[form] || "text" });
  // As long as it finds the direction itself, Chrome takes minutes for tens of thousands of pasted lines.
  if (isLong) input.addEventListener("beforeinput", ({ data }) => {
    if (data && data.split("\n", MANY_LINES).length === MANY_LINES) input.dir = FROM_RIGHT.test(data) ? "rtl" : "ltr";
  });
  return {
    element: input,
    label: id,
    read() {
      const text = textTyped(row, input.value);
      if (!text) return undefined;
      if (row.number !== "one-or-list") return text;
      const several = text.split("; ");
      return several.length > 1 ? several : several[0];
    },
    write(value) {
      input.value = list(value).join("; ");
    },
    focus: () => input.focus(),
  };
}

function choiceWidget(row, id, about, options, t) {
  const select = make("select", { id, "aria-describedby": about, autocomplete: "off" }, make("option", { value: "" }, t("choose")));
  options.forEach((one) => select.append(make("option", { value: one[0] }, one[1])));
  return {
    element: select,
    label: id,
    read: () => select.value || undefined,
    write(value) {
      if (value && !options.some((one) => one[0] === value)) select.append(make("option", { value }, value));
      select.value = value || "";
    },
    focus: () => select.focus(),
  };
}

/* Names to choose from below a control, made on demand: long lists take old phones a while. */
function offer(input, listId, names) {
  const offered = make("datalist", { id: listId });
  input.addEventListener("focus", () => {
    if (!offered.children.length) offered.append(...names.map((value) => make("option", { value })));
  });
  return offered;
}

/* One entry, found by its title or the address of its page, and kept as its id. */
function lookWidget(row, id, about, options, names) {
  const listId = id + "-list";
  const input = make("input", { id, type: "text", list: listId, autocomplete: "off", dir: "auto", "aria-describedby": about });
  const shown = (value) => (names.value(names.label(value)) === value ? names.label(value) : value);
  return {
    element: make("div", {}, input, offer(input, listId, options.map((one) => shown(one[0])))),
    label: id,
    read: () => idTyped(names, input.value) || undefined,
    write(value) {
      input.value = value ? shown(value) : "";
    },
    focus: () => input.focus(),
  };
}

/* The id of the entry whose title, id or address was typed. */
function idTyped(names, typed) {
  const text = oneLine(tidy(typed)), found = names.value(text);
  return names.has(found) ? found : text.replace(/^.*\/|\.(?:html|md)(?:[#?].*)?$/g, "");
}

/* Checkboxes, whose values are in the order of ticking; groups are folded until opened. */
function boxesWidget(row, id, about, options, data) {
  const element = make("div", { class: "boxes" });
  const boxes = new Map();
  let chosen = [];
  let group = null, place = element;
  const said = make("p", { class: "small", "aria-live": "polite" });
  const tell = () => {
    const names = chosen.map((one) => options.find((option) => option[0] === one)[1]);
    const arrow = document.documentElement.dir === "rtl" ? " \u2190 " : " \u2192 ";
    said.textContent = names.length > 1 || group ? names.join(row.ordered ? arrow : " \u00b7 ") : "";
  };
  const heads = new Set(options.map((one) => one[3]));
  options.forEach((one) => {
    // An option with narrower ones comes first in its group.
    const own = heads.has(one[0]) ? one[0] : one[3];
    if (own && own !== group) {
      group = own;
      const name = id + "-" + made++;
      place = make("div", { role: "group", "aria-labelledby": name });
      element.append(make("details", {}, make("summary", { id: name }, data.vocabularies[row.options].label(group)), place));
    }
    const box = make("input", { type: "checkbox", value: one[0], autocomplete: "off" });
    box.addEventListener("change", () => {
      chosen = chosen.filter((value) => value !== one[0]).concat(box.checked ? one[0] : []);
      chosen.sort((a, b) => (b === widget.first) - (a === widget.first));
      tell();
    });
    boxes.set(one[0], box);
    place.append(make("label", { title: one[2] || false }, box, " " + one[1]));
  });
  element.append(said);
  const widget = {
    element,
    others: [],
    first: "", // of the values, wherever it is ticked
    read() {
      const all = chosen.concat(this.others);
      return all.length ? all : undefined;
    },
    write(value) {
      chosen = list(value).filter((one) => boxes.has(one));
      // A value without a checkbox is kept and reported.
      this.others = list(value).filter((one) => !boxes.has(one));
      boxes.forEach((box, one) => {
        box.checked = chosen.includes(one);
      });
      element.querySelectorAll("details").forEach((one) => {
        one.open = Boolean(one.querySelector(":checked"));
      });
      tell();
    },
    focus: () => element.querySelector("summary, input").focus(),
  };
  return widget;
}

/* Values that are looked up by name or typed, one after another. */
function pickWidget(row, id, about, options, names, data, t) {
  const chosen = [];
  const chips = make("ul", { class: "chips" });
  const listId = id + "-list";
  const input = make("input", { id, type: "text", list: options.length ? listId : false, autocomplete: "off", dir: "auto", "aria-describedby": about });
  const name = (value) => (names ? names.label(value) : value);
  const said = make("p", { class: "visually-hidden", "aria-live": "polite" });

  function draw() {
    chips.textContent = "";
    chips.append(...chosen.map((value, n) => {
      const off = button("\u2068" + name(value) + "\u2069 \u00d7", () => {
        chosen.splice(n, 1);
        draw();
        changed();
        said.textContent = t("removed", { value: name(value) });
        input.focus();
      }, { "aria-label": t("remove", { value: name(value) }) });
      return make("li", {}, off);
    }));
  }
  const changed = () => input.dispatchEvent(new Event("input", { bubbles: true }));

  /* Languages and provisions that are in no list, as written in files. */
  const written = { provision: /^[a-z0-9-]+:[A-Za-z0-9.()-]+$/, language: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)+$/ }[row.form];
  const isKnown = (value) => !names || names.has(value) || Boolean(written && written.test(value));

  /* Take what was typed; an unknown name stays visible, and is passed on as it is. */
  function take() {
    const parts = valuesTyped(names, input.value, isKnown), rest = [];
    parts.forEach((value) => {
      if (!isKnown(value)) rest.push(value);
      else if (!chosen.includes(value)) chosen.push(value);
    });
    const kept = rest.map((one) => one.replace(/;/g, "\\;")).join("; ");
    if (input.value !== kept) {
      if (parts.length) said.textContent = chosen.map(name).join(data.comma);
      input.value = kept;
      draw();
      changed();
    }
  }
  input.addEventListener("change", take);
  // A single line would lose the line breaks of a list.
  input.addEventListener("paste", (event) => {
    const lines = tidy(event.clipboardData ? event.clipboardData.getData("text") : "").split("\n");
    if (lines.length < 2) return;
    event.preventDefault();
    input.value = [input.value].concat(lines.map((line) => inLists(line).replace(/^(?:-|\d+\.) /, ""))).join(";");
    take();
  });
  input.addEventListener("keydown", (event) => {
    if (!isEnter(event)) return;
    event.preventDefault();
    take();
  });
  const add = button(t("add"), () => {
    take();
    input.focus();
  }, { "aria-label": t("add") + data.colon + row.label });
  const element = make("div", { class: "pick" }, chips, make("div", { class: "pick-line" }, input, add), said);
  if (options.length) element.append(offer(input, listId, options.map((one) => name(one[0]))));
  return {
    element,
    label: id,
    read() {
      const all = chosen.concat(piecesOf(input.value));
      return all.length ? Array.from(new Set(all)) : undefined;
    },
    write(value) {
      chosen.splice(0, chosen.length, ...list(value));
      input.value = "";
      draw();
    },
    focus: () => input.focus(),
  };
}

/* The parts of one group, each with its label. */
function groupWidget(row, id, makeOne, t) {
  const element = make("div", { class: "group" });
  let kept = {}; // what programs wrote and people don't type
  const parts = row.parts.filter((part) => part.form !== "digest").map((part) => {
    const widget = makeOne(part, id + "-" + part.name);
    element.append(make("label", { for: widget.label }, part.label, needMark(part.required.length, t)), widget.element);
    return [part.name, widget];
  });
  return {
    element,
    read() {
      const found = {};
      parts.forEach(([name, widget]) => {
        const value = widget.read();
        if (value !== undefined) found[name] = value;
      });
      if (kept.digest && found.entry === kept.entry) found.digest = kept.digest;
      return Object.keys(found).length ? found : undefined;
    },
    write(value) {
      kept = value || {};
      parts.forEach(([name, widget]) => widget.write(kept[name]));
    },
    focus(rest) {
      const found = parts.find(([name]) => (rest || "").replace(/^\./, "").split(/[.[]/)[0] === name);
      (found || parts[0])[1].focus();
    },
  };
}

/* Groups, one below another; keyed reasons are shown as such groups too. */
function groupsWidget(row, id, makeOne, data, t) {
  const isKeyed = row.number === "keyed";
  const shape = isKeyed ? { ...row, parts: row.keyed } : row;
  const element = make("div", { class: "groups" });
  const items = [];
  const holder = make("div");
  const add = button(t("add-another"), () => more().focus(), { "aria-label": t("add-another") + data.colon + row.label });
  element.append(holder, add);

  function more(value) {
    const widget = groupWidget(shape, id + "-" + made++, makeOne, t);
    const box = make("fieldset", {}, make("legend"), widget.element);
    box.append(button("", () => {
      items.splice(items.indexOf(widget), 1);
      box.remove();
      number();
      add.dispatchEvent(new Event("input", { bubbles: true }));
      add.focus();
    }));
    items.push(widget);
    holder.append(box);
    number();
    if (value) widget.write(value);
    return widget;
  }
  function number() {
    Array.from(holder.children).forEach((box, n) => {
      const name = row.label + " " + (n + 1);
      box.firstChild.textContent = name;
      box.lastChild.textContent = t("remove", { value: name });
    });
  }
  return {
    element,
    read() {
      const found = items.map((one) => one.read()).filter(Boolean);
      if (!found.length) return undefined;
      if (!isKeyed) return found;
      const reasons = {};
      found.forEach((one) => {
        reasons[one.key || ""] = one.reason || "";
      });
      return reasons;
    },
    write(value) {
      holder.textContent = "";
      items.splice(0);
      const groups = isKeyed ? Object.keys(value || {}).map((key) => ({ key, reason: value[key] })) : list(value);
      groups.forEach((one) => more(one));
      for (let n = groups.length; n < (row.required.length && (row.least || 1)); n++) more();
    },
    focus(rest) {
      if (!items.length) more();
      const at = /^\[(\d+)\](.*)$/.exec(rest || "");
      const place = at ? items.filter((one) => one.read())[Number(at[1])] : null;
      (place || items[0]).focus(at ? at[2] : "");
    },
  };
}

/* The right control for a field. */
function widgetOf(data, row, kind, id, about, t) {
  const options = optionsOf(data, row, kind);
  const inner = (part, name) => widgetOf(data, part, kind, name, about, t);
  if (row.number === "keyed") return groupsWidget(row, id, inner, data, t);
  if (row.form === "group") return row.number === "list" ? groupsWidget(row, id, inner, data, t) : groupWidget(row, id, inner, t);
  if (row.number === "list") {
    if (options.length && options.length <= MOST_BOXES && row.form === "term") return boxesWidget(row, id, about, options, data);
    return pickWidget(row, id, about, options, options.length ? namesOf(data, row, kind) : null, data, t);
  }
  if (row.form === "entry" || row.form === "task") return lookWidget(row, id, about, options, namesOf(data, row, kind));
  if (row.form === "term" || row.form === "choice" || (row.form !== "provision" && options.length)) {
    return choiceWidget(row, id, about, options, t);
  }
  return textWidget(row, id, about, row.max > LONG || row.long || row.section !== undefined);
}
