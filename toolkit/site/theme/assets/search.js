/*
 * The search field of a page, created here since it is useless without scripts. What is typed stays
 * in memory: it isn't put in any address, title, history, storage or request. Everything else is
 * loaded when the field is first used, as scripts, since pages opened from disk can't load anything
 * else.
 */
(function () {
  "use strict";

  const path = document.currentScript.getAttribute("src");
  const root = path.replace("assets/search.js", "");
  // Neither in a page that a browser saved, which names its scripts anew and lacks others, nor in a browser that is
  // too old for them.
  const works = root !== path && [].flatMap;
  const box = document.querySelector("[data-search]") || (works && makeHeadBox());
  const list = document.querySelector("[data-browse]:not(.ready)"); // a saved page has its list already
  const language = document.documentElement.lang;
  const results = document.querySelector("[data-results]");
  // By default, browsers remember what was typed or send it to a spelling checker.
  const field = add("input", {
    id: "search--field",
    type: "search",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: false,
    maxlength: 1000,
    enterkeyhint: "search",
    "aria-describedby": "search--privacy",
    // Suggestions will be below it. If its role came with them, screen readers would name it twice.
    ...(!results && { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false }),
  });
  const hint = add("p", { class: "small", id: "search--state", "aria-live": "polite" });
  let begun;
  let update;
  let entered; // Enter was pressed before the search was ready

  const scripts = {};

  /* Load scripts in order, each only once, unless what it brought was of no use. */
  function load(names, again) {
    return Promise.all(names.map((name) => (!again && scripts[name]) || (scripts[name] = loadOnce(name))));
  }

  function loadOnce(name) {
    const script = add("script", { src: root + "assets/search/" + name + ".js" });
    script.async = false;
    return new Promise((resolve, reject) => {
      script.onload = () => {
        // Half a script, or what a network or a host sent in its place, loads, too.
        const { start, makePage } = window.toolkitSearch;
        const isLost = { "../mine": !window.toolkitMine, engine: !start, page: !makePage }[name];
        if (isLost) script.onerror();
        else resolve();
      };
      script.onerror = () => {
        delete scripts[name]; // so it can be tried again
        reject();
      };
      document.head.append(script);
    });
  }

  /* On pages without their own place for the search, it is in the header. */
  function makeHeadBox() {
    const name = document.querySelector(".wordmark");
    const made = name && add("search", { class: "search head-search", "data-search": "" });
    if (made) name.after(made);
    return made;
  }

  /* The build replaces keys with words, here and below. */
  function tell(name) {
    begun = name !== "lost"; // after "lost", allow another attempt
    hint.textContent = name === "loading" ? "t:search.loading" : begun ? "" : "t:search.unavailable";
  }

  function add(tag, attributes, ...content) {
    const made = document.createElement(tag);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    made.append(...content);
    return made;
  }

  function makeField() {
    const hidden = box.matches(".head-search") ? " visually-hidden" : "";
    const label = add("label", { class: hidden, for: "search--field" }, "t:search.label");
    if (hidden) field.placeholder = label.textContent;
    box.append(
      hidden ? label : add("h2", {}, label),
      add("div", { class: "search-box" }, field),
      add("p", { class: "small" + hidden, id: "search--privacy" }, "t:search.privacy"),
      hint,
    );
  }

  /* Request the scripts and the data they need first at the same time; they run in this order. */
  function loadSearch(last, ...parts) {
    const early = [];
    window.toolkitSearch = window.toolkitSearch || { early, add: (...part) => early.push(part) };
    const search = load(["../mine", "engine", last]);
    load(parts.map((part) => language + part)).catch(() => {}); // a failure is noticed later
    return search;
  }

  async function begin() {
    if (begun) return;
    begun = true;
    if (field.value) tell("loading");
    try {
      await loadSearch("page", "/index", "/list", "/first-1");
      await window.toolkitSearch.start(language, load, ready);
    } catch (error) {
      tell("lost");
    }
  }

  /* More of the index has arrived, or no more will. */
  function ready() {
    tell(window.toolkitSearch.state());
    update = update || (begun && window.toolkitSearch.makePage(field, root));
    if (update) update(true);
    if (entered && update) {
      entered = false;
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    }
  }

  async function browse() {
    const waiting = add("p", { "aria-live": "polite" }, "t:browse.loading");
    list.append(waiting);
    try {
      await loadSearch("browse", "/index", "/list");
      await window.toolkitSearch.startList(language, load);
      waiting.remove();
      window.toolkitSearch.makeBrowse(list, root);
      list.className += " ready";
    } catch (error) {
      list.hidden = true; // the plain lists on the page remain
    }
  }

  if (box && !works) box.remove();
  else if (box) {
    makeField();
    box.hidden = false;
    field.onfocus = field.onpointerdown = begin; // a touch comes some time before the focus
    field.onkeydown = (event) => {
      if (event.key !== "Enter" || event.keyCode === 229) return; // 229: from an input method
      entered = !update;
      begin();
    };
    field.oninput = () => {
      entered = false;
      if (hint.textContent) return; // after a failure, Enter or a tap tries again
      begin(); // needed in an inactive window, where no field gets the focus
      if (!update) tell("loading");
    };
    document.addEventListener("keydown", (event) => {
      if (
        event.key !== "/" ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.target.matches(":read-write") || // where it is typed
        /^toolkit.* \//.test(window.name) // turned off: slash.js
      )
        return;
      event.preventDefault();
      field.focus();
    });
    // Not from a reader who has gone on with the keyboard before this script came.
    const takesFocus = box.hasAttribute("data-autofocus") && !document.querySelector(":focus");
    if (takesFocus) field.focus();
    // A reader who comes back, or to a choice of filters.
    if (takesFocus || (history.state || {}).toolkit || (results && location.hash.includes("="))) begin();
  }
  if (list) browse();
})();
