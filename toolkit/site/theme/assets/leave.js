/* "Leave this site quickly": with the control, or by pressing Shift three times. It is the first script
   of every page, so it works while the page is still loading. Without it, the control is a plain link. */
(function () {
  "use strict";
  var script = document.currentScript;
  // From a disk there may be no network, so the way out is the site's own blank page; beside a page that a reader
  // saved there is none, and the browser's own will do. Copies for downloading name the way out themselves: readers
  // may show them over http, and a copy in one file has the script in itself.
  var isSaved = script.src && !/assets\/leave\.js$/.test(script.src); // under a name that the browser gave it
  var away = !script.src || location.protocol !== "file:"
    ? new URL(script.getAttribute("data-exit"), location.href).href
    : isSaved ? "about:blank" : new URL("../blank.html", script.src).href;
  var WITHIN = 5000;
  var taps = [];
  var alone = false;
  var channel = null;

  // For "back", browsers keep whole pages: with the words of a search, and the name that the window had then,
  // which has the reader's list. What such a page says would be wrong after the list has changed, and too much
  // after leaving quickly. Browsers drop kept pages that a message is for, and load them again; WebKit (Safari)
  // doesn't, see `arriveKept`.
  try {
    channel = new BroadcastChannel("toolkit");
    channel.onmessage = function () {};
  } catch (error) {
    // Browsers without it, or told to store nothing: they keep no page that has such a listener.
    addEventListener("unload", function () {});
  }

  function dropKept() {
    if (channel) channel.postMessage("");
  }

  function leave() {
    // At once, before anything is asked for: nothing to see on the page, nothing in its tab.
    document.documentElement.hidden = true;
    document.title = "\u00a0";
    window.name = ""; // what the search keeps for "back"
    dropKept();
    if (document.body) document.body.remove();
    window.stop();
    // Programs for offline copies show pages in a frame: what is around it must go as well, in one
    // step if they allow that.
    try {
      window.top.document.documentElement.hidden = true;
      window.top.document.title = "\u00a0";
      window.top.location.replace(away);
    } catch (error) {
      location.replace(away);
    }
  }

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  // The build puts words in the place of keys.
  function say(text) {
    each("[data-leave-said]", function (place) { place.textContent = text; }); // also above the filters
  }

  // Relying on a key that nothing listens to would be dangerous: only this script mentions it.
  function hint() {
    var place = document.getElementById("page--leave-hint");
    if (place) place.textContent = "t:leave.hint";
  }

  // What scripts made is in a page that a browser saved, but none acts on it there: what can't be used goes, what was
  // chosen stays as words, and what results cover is on the page again.
  var dead = ".entry .browse-tools, .found-main .browse-tools, .with-filters > aside, .less-likely:not([open]), " +
    ".found button, .browse-all button, .keepable .keep";

  function settle() {
    hint();
    if (!isSaved) return;
    each(dead, function (one) {
      var words = one.parentNode.matches(".chips li") ? one.textContent.replace(" \u00d7", "") : "";
      one.parentNode.replaceChild(document.createTextNode(words), one);
    });
    each(".covered", function (one) { one.classList.remove("covered"); });
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", settle);
  else settle();

  function forget() {
    alone = false;
    if (taps.length) say("");
    taps = [];
  }

  addEventListener("click", function (event) {
    if (event.target instanceof Element && event.target.closest("[data-leave]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    }
  }, true);

  addEventListener("keydown", function (event) {
    if (event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing) {
      if (!event.repeat) alone = true;
    } else {
      forget();
    }
  }, true);

  // A button may lead to another one, which Enter held down would press, too: it would save files, or remove filters.
  addEventListener("keydown", function (event) {
    if (event.repeat && event.key === "Enter" && event.target.tagName === "BUTTON") event.preventDefault();
  }, true);

  // A tap is Shift pressed and let go with nothing between: capitals are not.
  addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    var now = performance.now();
    taps = taps.filter(function (time) { return now - time < WITHIN; });
    taps.push(now);
    if (taps.length > 2) leave();
    else say(taps.length === 2 ? "t:leave.once" : "");
  }, true);

  // The reader's list of entries is in the name of the window (mine.js), which other hosts may read, and browsers
  // write the history to the disk, from where closed tabs come back. So on the way to another host the list is
  // encrypted, as a search is (memory.js): in the name, with the random numbers in this step of the history.
  function parts(ofList) {
    var all = window.name.indexOf("toolkit ") ? ["toolkit"] : window.name.split(" ");
    return all.filter(function (part) { return part && part.indexOf("/") >= 0 === ofList; });
  }

  function mix(pad, codes) {
    return pad.map(function (one, at) { return one ^ codes[at]; });
  }

  function decrypt(part, pad) {
    try {
      return JSON.parse(String.fromCharCode.apply(null, mix(pad, part.split(","))));
    } catch (error) {
      return null; // something else
    }
  }

  var held = ""; // the name as the reader left for another host, where it may be lost: for a page that is kept

  function bring(arrived) {
    var state = history.state;
    var pad = state && state.mine;
    if (pad) history.replaceState(Object.assign({}, state, { mine: null }), "");
    else if (arrived) pad = leftAhead();
    if (!pad) return;
    var mine = null;
    var others = parts(false).filter(function (part) {
      var found = decrypt(part, pad);
      mine = mine || found;
      return !found;
    });
    if (!mine) return; // the reader has left quickly since, or the tab was closed
    // The reader may have stepped back meanwhile, and begun another list there.
    var begun = parts(true).filter(function (one) { return mine.indexOf(one) < 0; });
    window.name = others.concat(mine, begun).join(" ");
    if (!arrived || !window.toolkitMine) return; // a tap, which a list shown anew would undo
    window.toolkitMine.tell(); // this script may have loaded last, after what shows the list
    document.dispatchEvent(new Event("toolkit-mine"));
  }

  // A link that led to a download left the list in its step, also for a reader who goes back from there.
  // Only browsers with this interface let pages look into the step that the reader came from, and into no other:
  // a list that was emptied since stays empty. After leaving quickly, none do.
  var steps = window.navigation;
  function leftAhead() {
    var came = steps && steps.activation;
    if (!came || !came.from || came.navigationType !== "traverse") return null;
    return window.name.indexOf("toolkit ") || parts(true).length ? null : came.from.getState();
  }

  if (steps) steps.addEventListener("currententrychange", function () {
    var pad = history.state && history.state.mine;
    if (pad && !steps.currentEntry.getState()) steps.updateCurrentEntry({ state: pad });
  });

  // What was searched goes along to another language as it comes back with "back" (memory.js): encrypted in
  // the name of the window. Its random numbers are in the name, too, until the next page takes them into its
  // own step of the history: an address with them would stay in the list of visited pages.
  function takeNumbers() {
    var found = /^toolkit .* numbers=([\w-]+)=([\d,]+)/.exec(window.name);
    if (found) window.name = window.name.replace(/ numbers=\S+/, "");
    return found;
  }

  function arrive() {
    var found = takeNumbers();
    if (!found || found[1] !== document.documentElement.lang) return; // the reader went elsewhere instead
    history.replaceState({ toolkit: found[2].split(","), came: true }, "");
    var field = document.getElementById("search--field");
    if (field) field.dispatchEvent(new Event("pointerdown")); // its script came first, and waits for a use
  }

  // WebKit keeps a page whatever happens after it, and the name stays with the window: on the way to another host
  // it is emptied, and the page that the reader left for there puts it back. So where there was a search, an empty
  // name means that the reader has left quickly. From a disk, WebKit empties it for every page.
  function arriveKept() {
    window.name = window.name || held;
    held = "";
    bring(true);
    if (window.name || location.protocol === "file:" || !history.state || !history.state.toolkit) return;
    document.documentElement.hidden = true;
    location.reload();
  }

  addEventListener("pageshow", function (event) {
    if (event.persisted) arriveKept(); // otherwise the reader may be on the way to another host already
  });
  // A reader who goes on here needs the list at once. By keyboard, results come without a click; and a click in the
  // field comes when its script has begun to load others, which mustn't be stopped.
  ["click", "focus", "pointerdown"].forEach(function (name) {
    addEventListener(name, function (event) {
      var used = name === "click" ? "a[href], button, input" : "[type=search]";
      // Otherwise an impatient tap, perhaps, while the other host is still on its way.
      if (!(event.target instanceof Element && event.target.closest(used))) return;
      // The last click on a link led to a download, or to a host that mustn't arrive any more: names of windows
      // are asked for late if it leads on to another one.
      if (history.state && history.state.mine) window.stop();
      takeNumbers();
      bring();
      held = "";
    }, true);
  });
  addEventListener("click", function (event) {
    var to = event.target instanceof Element && event.target.closest("a[href]");
    if (!to) return;
    var another = event.ctrlKey || event.metaKey || event.shiftKey; // another tab
    var searched = history.state && history.state.toolkit;
    // The same page in another language: choices have the same ids there, as have most headings.
    if (to.matches("[hreflang]:not(.external)")) {
      to.hash = location.hash;
      var goes = searched && !another && to.hreflang !== document.documentElement.lang;
      if (goes && !window.name.indexOf("toolkit ")) window.name += " numbers=" + to.hreflang + "=" + searched;
    }
    var mine = parts(true);
    // A file made here, a mail, or another tab: this one stays.
    if (!/^http/.test(to.protocol) || to.host === location.host || another) return;
    held = window.name;
    if (!mine.length) return;
    var text = JSON.stringify(mine);
    var pad = Array.from(crypto.getRandomValues(new Uint16Array(text.length)));
    var codes = pad.map(function (_, at) { return text.charCodeAt(at); });
    // First: Safari throws after a hundred changes of the history in half a minute. The list is lost then, not read.
    window.name = held = parts(false).concat(mix(pad, codes).join(",")).join(" ");
    history.replaceState(Object.assign({}, history.state, { mine: pad }), "");
  });
  arrive();
  bring(true);

  var list = parts(true).join(" ");
  document.addEventListener("toolkit-mine", function () {
    var now = parts(true).join(" ");
    if (now !== list) dropKept();
    list = now;
  });

  // A menu closes as menus do: by Escape, by a click elsewhere, by going on with the keyboard; and with the page,
  // which browsers keep for "back" with its menu open.
  function close(event) {
    var menu = document.querySelector(".languages[open]");
    if (!menu || (event.key ? event.key !== "Escape" : menu.contains(event.target))) return;
    menu.open = false;
    if (event.key) menu.querySelector("summary").focus();
  }

  ["click", "focusin", "keydown", "pagehide"].forEach(function (name) {
    addEventListener(name, close);
  });

  ["input", "pointerdown", "blur"].forEach(function (name) {
    addEventListener(name, forget, true);
  });
})();
