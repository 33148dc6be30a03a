/*
 * The search field of a page. What is typed stays in the memory of the page: it goes into no
 * address, title, history, storage or request. Everything else is loaded when the field is first
 * used, as scripts, since from a disk nothing else can be: lunr.js, the search itself (written in
 * toolkit/search/client) and its index. A page on which nobody searches loads this file alone.
 */
(function () {
  "use strict";

  const box = document.querySelector("[data-search]");
  const list = document.querySelector("[data-browse]");
  const field = document.getElementById("search--field");
  if (!box && !list) return;

  const about = box || list;
  const root = about.getAttribute("data-root") || "";
  const language = about.getAttribute("data-language") || "en";
  const results = document.querySelector("[data-results]");
  const hint = document.getElementById("search--state");
  let begun = false;
  let update = null;

  const scripts = {};

  /* Scripts in their order, each once. */
  function load(names) {
    return Promise.all(names.map((name) => scripts[name] || (scripts[name] = loadOnce(name))));
  }

  function loadOnce(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = false;
      script.src = root + "assets/search/" + name + ".js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  function tell(name) {
    if (hint) hint.textContent = name ? box.getAttribute("data-text-" + name) : "";
  }

  /* The search and what it answers from first are asked for at once, and run in this order. */
  async function loadSearch(names) {
    const early = [];
    window.toolkitSearch = {
      early: early,
      add: (version, part) => early.push([version, part]),
      state: () => "new",
    };
    const search = load(names);
    load([language + "/index", language + "/first-1"]).catch(() => {}); // it is missed later
    await search;
  }

  async function begin() {
    if (begun) return;
    begun = true;
    if (field.value) tell("loading");
    try {
      await loadSearch(["lunr", "engine", "page"]);
      window.toolkitSearch.start(language, load, ready);
    } catch (error) {
      tell("unavailable");
    }
  }

  /* More can be answered, or nothing ever will. */
  function ready() {
    const isLost = window.toolkitSearch.state() === "unavailable";
    tell(isLost ? "unavailable" : "");
    update = update || (!isLost && window.toolkitSearch.makePage(field, root));
    if (update) update(true);
  }

  async function browse() {
    try {
      await loadSearch(["engine", "browse"]);
      await window.toolkitSearch.startList(language, load);
      window.toolkitSearch.makeBrowse(list, root);
    } catch (error) {
      // The plain lists of the page stay.
    }
  }

  if (field) {
    field.autocomplete = "off"; // browsers keep what was typed otherwise, or send it to be spelled
    field.spellcheck = false;
    field.setAttribute("autocapitalize", "off");
    box.hidden = false;
    document.querySelectorAll(".search-off").forEach((one) => {
      one.hidden = true;
    });
    field.addEventListener("focus", begin);
    field.addEventListener("pointerdown", begin); // a touch, some time before the focus
    field.addEventListener("input", () => {
      if (begun && !update && !hint.textContent) tell("loading");
    });
    document.addEventListener("keydown", (event) => {
      const inText = /^(input|select|textarea)$/i.test(event.target.tagName);
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== "/" || inText || modified) return;
      event.preventDefault();
      field.focus();
    });
    if (box.hasAttribute("data-autofocus")) field.focus();
    if (document.activeElement === field || (results && location.hash.indexOf("=") > 0)) begin();
  }
  if (list) browse();
})();
