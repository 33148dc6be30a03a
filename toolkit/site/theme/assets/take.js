/*
 * Saves the list shown as a file for other programs, put together on the device from texts that the
 * build made. They are loaded as a script, since pages opened from disk can't load anything else.
 */
(function () {
  "use strict";

  if (window.toolkitTake) return; // what was asked for would come to the second one
  // The root of the language, which its pages are below, and that of the site, where the data is.
  const root = document.currentScript.src.replace(/assets\/take\.js.*$/, "");
  const style = document.querySelector('link[rel="stylesheet"]').href;
  const lists = style.replace(/assets\/style\.css.*$/, "data/lists/");
  const NAMES = { csv: "t:take.csv", ris: "t:take.ris", bib: "BibTeX", "csl.json": "CSL-JSON" };
  const made = {};

  /* The entries that a part of the page links to, each once, in order. */
  function linked(part) {
    const paths = Array.from(part.querySelectorAll("a[href]"), (link) =>
      link.href.indexOf(root) ? "" : link.href.slice(root.length).replace(/\.html(#.*)?$/, "")
    );
    return Array.from(new Set(paths));
  }

  function load(name) {
    if (made[name]) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = lists + name + ".js";
      script.onload = () => (made[name] ? resolve() : reject()); // it may be another page, or half of it
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  function save(file, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = file;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  async function take(name, paths, say) {
    say("t:take.loading");
    try {
      await load(name);
    } catch (error) {
      say("t:take.lost");
      return;
    }
    const form = made[name];
    const works = paths().filter((path) => form.works[path] !== undefined);
    const file = "toolkit-list." + name;
    const texts = works.map((path) => form.works[path]);
    save(file, form.type, form.head + texts.join(form.between) + form.tail);
    say("t:take.done".replace("{n}", works.length).replace("{file}", file));
  }

  /* Replace the button with the formats to choose from. */
  function open(asked, paths) {
    const panel = document.createElement("div");
    const state = document.createElement("p");
    panel.className = "browse-tools";
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", "t:take.list");
    state.className = "small";
    state.setAttribute("aria-live", "polite");
    Object.keys(NAMES).forEach((name) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain-button";
      button.textContent = NAMES[name];
      button.addEventListener("click", () => take(name, paths, (text) => (state.textContent = text)));
      panel.appendChild(button);
    });
    panel.appendChild(state);
    const isThere = [asked, document.body].includes(document.activeElement); // Safari: no focus by a tap
    asked.replaceWith(panel);
    if (isThere) panel.firstChild.focus();
  }

  /* The address of each work by the path of its entry, for printing. */
  const addresses = () => load("addresses").then(() => made.addresses.works);

  window.toolkitTake = { add: (form) => (made[form.name] = form), linked, open, addresses };
})();
