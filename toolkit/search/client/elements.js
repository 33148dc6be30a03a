/* Elements of a page, and the strings of the language, which are in the index. */
const search = window.toolkitSearch;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const t = (key, values) => fill(search.header().texts[key] || "", values);

/* A text with a number in it, in the language's plural form. */
function counted(key, n) {
  const forms = search.header().texts[key] || {};
  const Rules = Intl.PluralRules;
  const rule = Rules ? new Rules(search.header().language).select(n) : "other";
  return fill(forms[rule] || forms.other || "", { n });
}

/* Make an element with attributes and content, which may be texts and elements. */
function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
  }
  element.append(...content.filter((one) => one !== ""));
  return element;
}

function button(text, act, label) {
  const made = make("button", { type: "button", class: "plain-button", "aria-label": label }, text);
  made.addEventListener("click", act);
  return made;
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

