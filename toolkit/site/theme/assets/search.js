/*
 * The search field of a page, made here since it is of no use without scripts. What is typed stays
 * in memory: it goes into no address, title, history, storage or request. All else is loaded when the
 * field is first used, as scripts, since from a disk nothing else can be.
 */
(function () {
  "use strict";

  const box = document.querySelector("[data-search]") || makeHeadBox();
  const list = document.querySelector("[data-browse]");
  if (!box && !list) return;

  const root = document.currentScript.getAttribute("src").replace(/assets\/search\.js$/, "");
  const language = document.documentElement.lang;
  const results = document.querySelector("[data-results]");
  const field = document.createElement("input");
  const hint = document.createElement("p");
  let begun = false;
  let update = null;
  let entered = false; // before anything could answer

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
      script.onerror = () => {
        delete scripts[name]; // for the next try
        reject();
      };
      document.head.appendChild(script);
    });
  }

  /* On pages that have no place of their own for the search it stands in the head. */
  function makeHeadBox() {
    const name = document.querySelector(".wordmark");
    if (!name) return null;
    const made = document.createElement("search");
    made.className = "search head-search";
    made.setAttribute("data-search", "");
    name.after(made);
    return made;
  }

  /* The build puts words in the place of keys. */
  const TEXTS = {
    label: "t:search.label",
    privacy: "t:search.privacy",
    loading: "t:search.loading",
    lost: "t:search.unavailable",
    list: "t:browse.loading",
  };

  function tell(name) {
    begun = name !== "lost"; // or the next try may begin
    hint.textContent = TEXTS[name] || "";
  }

  /* An element of the box. */
  function add(tag, classes, content, attributes) {
    const made = tag.nodeType ? tag : document.createElement(tag);
    if (classes) made.className = classes;
    if (content) made.append(content);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    return made;
  }

  function makeField() {
    const inHead = box.classList.contains("head-search");
    const label = add("label", inHead ? "visually-hidden" : "", TEXTS.label, { for: "search--field" });
    // Browsers keep what was typed, or send it to be spelled, where they are not told otherwise.
    add(field, "", "", {
      id: "search--field",
      type: "search",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      maxlength: "1000",
      enterkeyhint: "search",
      "aria-describedby": "search--privacy",
    });
    if (inHead) field.placeholder = TEXTS.label;
    box.append(
      inHead ? label : add("h2", "", label, {}),
      add("div", "search-box", field, {}),
      add("p", inHead ? "small visually-hidden" : "small", TEXTS.privacy, { id: "search--privacy" }),
      add(hint, "small", "", { id: "search--state", role: "status" }),
    );
  }

  /* Scripts and what they work on first are asked for at once, and run in this order. */
  async function loadSearch(names, parts) {
    const early = [];
    window.toolkitSearch = window.toolkitSearch || {
      early,
      add: (version, part) => early.push([version, part]),
      state: () => "new",
    };
    const search = load(names);
    load(parts.map((part) => language + part)).catch(() => {}); // it is missed later
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

  /* More can be answered, or no more comes. */
  function ready() {
    const state = window.toolkitSearch.state();
    tell(state);
    update = update || (state !== "lost" && window.toolkitSearch.makePage(field, root));
    if (update) update(true);
    if (entered && update) {
      entered = false;
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    }
  }

  async function browse() {
    const waiting = add("p", "", TEXTS.list, { role: "status" });
    list.append(waiting);
    try {
      await loadSearch(["../mine", "engine", "browse"], ["/index", "/list"]);
      await window.toolkitSearch.startList(language, load);
      waiting.remove();
      window.toolkitSearch.makeBrowse(list, root);
      list.classList.add("ready");
    } catch (error) {
      list.hidden = true; // the plain lists of the page stay
    }
  }

  if (box) {
    makeField();
    box.hidden = false;
    document.querySelectorAll(".search-off").forEach((one) => {
      one.hidden = true;
    });
    field.addEventListener("focus", begin);
    field.addEventListener("pointerdown", begin); // a touch, some time before the focus
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.keyCode === 229) return; // 229: of an input method
      entered = !update;
      begin();
    });
    field.addEventListener("input", () => {
      entered = false;
      if (hint.textContent) return; // what is lost is asked for once more by Enter or a tap
      begin(); // in a window that is not active no field has the focus
      if (!update) tell("loading");
    });
    document.addEventListener("keydown", (event) => {
      const inText = event.target.matches("input, select, textarea");
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== "/" || inText || modified) return;
      event.preventDefault();
      field.focus();
    });
    if (box.hasAttribute("data-autofocus")) field.focus();
    const isBack = history.state && history.state.toolkit;
    const isChosen = results && location.hash.indexOf("=") > 0;
    if (document.activeElement === field || isBack || isChosen) begin();
  }
  if (list) browse();
})();
