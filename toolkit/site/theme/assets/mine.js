/*
 * A list of the reader's own: the paths of entries that were kept, in the name of the window. So it
 * is there on every page of the tab, from a disk too (but in WebKit), goes with the tab, and is stored
 * nowhere. The search keeps its words in the same name, encrypted (memory.js). No other host sees it
 * (leave.js).
 */
(function () {
  "use strict";

  if (window.toolkitMine) return;
  const MARK = "toolkit ";
  const root = document.currentScript.src.replace(/assets\/mine\.js.*$/, "");

  const isOurs = () => window.name.indexOf(MARK) === 0;
  const parts = () => (isOurs() ? window.name.slice(MARK.length).split(" ") : []);
  const isPath = (part) => part.indexOf("/") > 0;
  const paths = () => parts().filter(isPath);
  const has = (path) => paths().indexOf(path) >= 0;

  function write(list) {
    window.name = MARK + parts().filter((part) => !isPath(part)).concat(list).join(" ");
  }

  /* What shows the list shows it as it is now. */
  function tell() {
    const n = paths().length;
    document.querySelectorAll("[data-keep]").forEach((box) => {
      box.checked = has(box.getAttribute("data-keep"));
    });
    document.querySelectorAll("[data-mine]").forEach((one) => {
      one.textContent = "t:browse.mine".replace("{n}", n);
      one.hidden = !n;
    });
  }

  function make(tag, attributes) {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    return made;
  }

  /* A box that keeps an entry, or lets it go; without a title a label beside it says what it does. */
  function box(path, title) {
    const made = make("input", { type: "checkbox", "data-keep": path });
    if (title) made.setAttribute("aria-label", "t:browse.keep".concat(": ", title));
    if (title) made.className = "keep";
    made.checked = has(path);
    made.addEventListener("change", () => {
      const rest = paths().filter((one) => one !== path);
      write(made.checked ? rest.concat(path) : rest);
      tell();
      document.dispatchEvent(new Event("toolkit-mine"));
    });
    return made;
  }

  /* The way to the list, once something is in it. */
  function link() {
    const made = make("a", { href: root + "browse.html#mine", "data-mine": "", hidden: "" });
    setTimeout(tell);
    return made;
  }

  window.addEventListener("pageshow", () => {
    tell();
    document.dispatchEvent(new Event("toolkit-mine"));
  });

  window.toolkitMine = { paths, box, link, tell };

  const tools = document.querySelector(".entry .browse-tools");
  if (!tools || location.href.indexOf(root)) return;
  const label = make("label", {});
  const path = location.href.slice(root.length).replace(/(\.html)?([?#].*)?$/, "");
  label.append(box(path), " ", "t:browse.keep");
  tools.append(label, link());
})();
