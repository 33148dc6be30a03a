/*
 * The search field of a page, created here since it is useless without scripts. What is typed stays
 * in memory: it isn't put in any address, title, history, storage or request. Everything else is
 * loaded when the field is first used, as scripts, since pages opened from disk can't load anything
 * else.
 */
(function () {
  "use strict";

  const box = document.querySelector("[data-search]") || makeHeadBox();
  const list = document.querySelector("[data-browse]:not(.ready)"); // a saved page has its list already
  if (!box && !list) return;

  const root = document.currentScript.getAttribute("src").replace("assets/search.js", "");
  const language = document.documentElement.lang;
  const results = document.querySelector("[data-results]");
  const field = add("input");
  const hint = add("p");
  let begun = false;
  let update;
  let entered; // Enter was pressed before the search was ready

  const scripts = {};

  /* Load scripts in order, each only once, unless what it brought was of no use. */
  function load(names, again) {
    return Promise.all(names.map((name) => (!again && scripts[name]) || (scripts[name] = loadOnce(name))));
  }

  function loadOnce(name) {
    const script = add("script", "", "", { src: root + "assets/search/" + name + ".js" });
    script.async = false;
    return new Promise((resolve, reject) => {
      script.onload = resolve;
      // Half a script, or a page that a network or a host sent in its place, loads but can't run.
      addEventListener("error", (event) => (event.filename || event.target.src) === script.src && reject(), true);
      document.head.append(script);
    }).catch(() => {
      delete scripts[name]; // so it can be tried again
      throw name;
    });
  }

  /* On pages without their own place for the search, it is in the header. */
  function makeHeadBox() {
    const name = document.querySelector(".wordmark");
    const made = name && add("search", "search head-search", "", { "data-search": "" });
    if (made) name.after(made);
    return made;
  }

  /* The build replaces keys with words, here and below. */
  function tell(name) {
    begun = name !== "lost"; // after "lost", allow another attempt
    hint.textContent = { loading: "t:search.loading", lost: "t:search.unavailable" }[name] || "";
  }

  /* Make an element of the box. */
  function add(tag, classes, content, attributes) {
    const made = tag.nodeType ? tag : document.createElement(tag);
    if (classes) made.className = classes;
    if (content) made.append(content);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    return made;
  }

  function makeField() {
    const hidden = box.matches(".head-search") ? " visually-hidden" : "";
    const label = add("label", hidden, "t:search.label", { for: "search--field" });
    // By default, browsers remember what was typed or send it to a spelling checker.
    add(field, "", "", {
      id: "search--field",
      type: "search",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      maxlength: "1000",
      enterkeyhint: "search",
      "aria-describedby": "search--privacy",
      // Suggestions will be below it. If its role came with them, screen readers would name it twice.
      ...(!results && { role: "combobox", "aria-autocomplete": "list", "aria-expanded": false }),
    });
    if (hidden) field.placeholder = label.textContent;
    box.append(
      hidden ? label : add("h2", "", label),
      add("div", "search-box", field),
      add("p", "small" + hidden, "t:search.privacy", { id: "search--privacy" }),
      add(hint, "small", "", { id: "search--state", "aria-live": "polite" }),
    );
  }

  /* Request the scripts and the data they need first at the same time; they run in this order. */
  async function loadSearch(names, parts) {
    const early = [];
    window.toolkitSearch = window.toolkitSearch || {
      early,
      add: (version, part) => early.push([version, part]),
    };
    const search = load(names);
    load(parts.map((part) => language + part)).catch(() => {}); // a failure is noticed later
    await search;
  }

  async function begin() {
    if (begun) return;
    begun = true;
    if (field.value) tell("loading");
    try {
      await loadSearch(["../mine", "engine", "page"], ["/index", "/list", "/first-1"]);
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
    const waiting = add("p", "", "t:browse.loading", { "aria-live": "polite" });
    list.append(waiting);
    try {
      await loadSearch(["../mine", "engine", "browse"], ["/index", "/list"]);
      await window.toolkitSearch.startList(language, load);
      waiting.remove();
      window.toolkitSearch.makeBrowse(list, root);
      list.className += " ready";
    } catch (error) {
      list.hidden = true; // the plain lists on the page remain
    }
  }

  if (box) {
    makeField();
    box.hidden = false;
    document.querySelectorAll(".search-off").forEach((one) => (one.hidden = true));
    field.addEventListener("focus", begin);
    field.addEventListener("pointerdown", begin); // a touch comes some time before the focus
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.keyCode === 229) return; // 229: from an input method
      entered = !update;
      begin();
    });
    field.addEventListener("input", () => {
      entered = false;
      if (hint.textContent) return; // after a failure, Enter or a tap tries again
      begin(); // needed in an inactive window, where no field gets the focus
      if (!update) tell("loading");
    });
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
    const isBack = history.state && history.state.toolkit;
    const isChosen = results && location.hash.includes("=");
    if (takesFocus || isBack || isChosen) begin();
  }
  if (list) browse();
})();
