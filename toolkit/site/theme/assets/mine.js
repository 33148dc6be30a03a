/*
 * The reader's own list: the paths of saved entries, kept in window.name. So it is available on every
 * page in the tab, also when opened from disk (except in WebKit), disappears with the tab, and is not
 * stored anywhere. Next to them is "/" if the reader has turned this key off (slash.js). The search keeps
 * its query there as well, encrypted (memory.js). No other host sees it (leave.js).
 */
(function () {
  "use strict";

  if (window.toolkitMine) return;
  const MARK = "toolkit ";
  const root = document.currentScript.src.replace(/assets\/mine.js.*/, "");

  const isOurs = () => !window.name.indexOf(MARK);
  const parts = () => (isOurs() ? window.name.slice(MARK.length).split(" ") : []);
  const paths = () => parts().filter((part) => part.indexOf("/") > 0);
  const has = (path) => parts().includes(path);

  const write = (all) => (window.name = MARK + all.join(" "));

  /* Update everything that shows the list. Firefox writes to the disk which boxes differ from their default,
     and ticks those again when a closed tab is opened anew. Chrome does so with any that is not `autocomplete: off`. */
  function tell(n = paths().length) {
    document.querySelectorAll("[data-keep]").forEach((box) => {
      box.checked = box.defaultChecked = has(box.getAttribute("data-keep"));
    });
    document.querySelectorAll("[data-mine]").forEach((one) => {
      one.textContent = "t:browse.mine".replace("{n}", n);
      one.hidden = !n;
    });
  }

  /* The same; scripts that know more about the list correct it. */
  function tellAll() {
    tell();
    document.dispatchEvent(new Event("toolkit-mine"));
  }

  function make(tag, attributes) {
    const made = document.createElement(tag);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    return made;
  }

  /* A checkbox that adds an entry or removes it; without a title, it needs a label next to it. */
  function box(path, title) {
    const made = make("input", { type: "checkbox", autocomplete: "off", "data-keep": path });
    if (title) {
      made.setAttribute("aria-label", "t:browse.keep".concat(": ", title));
      made.className = "keep";
    }
    made.defaultChecked = has(path);
    made.addEventListener("change", () => {
      const rest = parts().filter((one) => one !== path);
      write(made.checked ? rest.concat(path) : rest);
      tellAll();
    });
    return made;
  }

  /* A link to the list, shown once there is something in it. */
  function link() {
    const made = make("a", { href: root + "browse.html#mine", "data-mine": "", hidden: "" });
    setTimeout(tellAll);
    return made;
  }

  window.addEventListener("pageshow", tellAll);

  window.toolkitMine = { isOurs, parts, paths, write, box, link, tell };

  const tools = document.querySelector(".entry .browse-tools");
  if (!tools || location.href.indexOf(root)) return; // not in its place, such as in a page that a browser saved
  const label = make("label", {});
  const path = location.href.slice(root.length).replace(/(\.html)?([?#].*)?$/, "");
  label.append(box(path), " ", "t:browse.keep");
  tools.append(label, link());
})();
